package dev.airgapc.site;

import dev.airgapc.fact.Label;
import dev.airgapc.language.Arrows;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Types;

/** {@code ingress}: names instead of ports. */
public interface Ingress {
    Kind<Ingress> KIND = Kind.single("ingress", "It is reached by its name, through the cluster's ingress.");

    Maybe<Ingress, String> CLASS =
            KIND.maybe("class", SiteTypes.NAME, Defaults.none("the cluster's own"), "The class of the ingress.");
    Maybe<Ingress, Block<Secret>> TLS = KIND.maybe(
            "tls", Types.to(Secret.KIND), Defaults.none("no certificate here"), "Certificate and key of its names.");
    Arrows<Ingress, String> ANNOTATION =
            KIND.arrows("annotation", Label::annotation, Types.string(), "An annotation of the ingress.");
}
