package dev.airgapc.site;

import dev.airgapc.language.Arrows;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Merged;
import dev.airgapc.language.Types;

/** {@code sdk} within the server: what every client gets in {@code clearml.conf}. */
public interface Sdk {
    Kind<Sdk> KIND = Kind.single("sdk", "What people's own `clearml.conf` says beside the addresses.");

    Arrows<Sdk, String> SUBSTITUTE = KIND.arrows(
            "substitute", SiteTypes::line, SiteTypes.LINE, "The beginning of an address, and what is read instead.");
    Merged<Sdk, String> CONF = KIND.merged("conf", Types.text(), "More of `clearml.conf`, in HOCON.");
}
