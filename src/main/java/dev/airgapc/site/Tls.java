package dev.airgapc.site;

import dev.airgapc.language.Choice;
import java.util.List;

/** Whether a connection is encrypted, and whether the other side must prove who it is. */
public enum Tls implements Choice {
    VERIFY,
    /** Encrypted, with whoever answers. */
    SKIP,
    /** Not encrypted. */
    OFF;

    @Override
    public List<String> others() {
        return switch (this) {
            case VERIFY -> List.of("true", "on", "yes", "enabled");
            case SKIP -> List.of("insecure", "unverified", "skip-verify", "no-verify");
            case OFF -> List.of("false", "no", "none", "disabled", "http");
        };
    }
}
