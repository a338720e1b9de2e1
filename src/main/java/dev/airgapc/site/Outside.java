package dev.airgapc.site;

import dev.airgapc.language.Arrows;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Types;

/** {@code outside}: the connected side, where things are fetched. */
public interface Outside {
    Kind<Outside> KIND = Kind.<Outside>single("outside", "The connected side, where things are fetched.")
            .later("index", "engine");

    Maybe<Outside, Block<Proxy>> PROXY =
            KIND.maybe("proxy", Types.to(Proxy.KIND), Defaults.none("direct"), "The way to the public registries.");
    Many<Outside, Block<Trust>> CA = KIND.many(
            "ca",
            Types.to(Trust.KIND),
            Defaults.empty("what the machine trusts"),
            "Who signed the certificates that its proxy shows.");
    Arrows<Outside, Upstream> MIRROR = KIND.arrows(
            "mirror", SiteTypes::upstream, Upstream.TYPE, "Where images of an upstream are fetched instead.");
    Arrows<Outside, Block<Secret>> LOGIN = KIND.arrows(
            "login", SiteTypes::hostKey, Types.to(Secret.KIND), "The login for a registry that is not public.");
}
