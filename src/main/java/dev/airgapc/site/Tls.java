package dev.airgapc.site;

import dev.airgapc.language.Choice;
import java.util.List;

/** Whether a connection is encrypted, and whether the other side must prove who it is. */
public enum Tls implements Choice {
    VERIFY(List.of("true", "on", "yes", "enabled")),
    /** Encrypted, with whoever answers. */
    SKIP(List.of("insecure", "unverified", "skip-verify", "no-verify")),
    /** Not encrypted. */
    OFF(List.of("false", "no", "none", "disabled", "http"));

    private final List<String> others;

    Tls(List<String> others) {
        this.others = others;
    }

    @Override
    public List<String> others() {
        return others;
    }
}
