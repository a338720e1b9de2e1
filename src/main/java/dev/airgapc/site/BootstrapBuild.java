package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Pairs;

/** {@code build} of {@code clearml-bootstrap}: how its package and its server are made of the vendor's sources, outside. */
public interface BootstrapBuild {
    Kind<BootstrapBuild> KIND = Kind.<BootstrapBuild>single(
                    "build", "How the package and the server are made of the vendor's sources, on the connected side.")
            .meaning("base-image", "alpine-base-image", "alpine")
            .meaning("agent-source", "build-from-source")
            .meaning("bom", "versions", "components");

    Maybe<BootstrapBuild, Image> BASE_IMAGE = KIND.maybe(
            "base-image",
            SiteTypes.IMAGE,
            Defaults.none("the vendor's, which needs a login of its own"),
            "The image of Alpine that its images are built on.");
    Maybe<BootstrapBuild, String> AGENT_SOURCE = KIND.maybe(
            "agent-source",
            SiteTypes.PLACE,
            Defaults.none("the released agent"),
            "A folder with sources of the agent, where the build runs.");
    Maybe<BootstrapBuild, Url> DROPBEAR_SOURCE = KIND.maybe(
            "dropbear-source",
            SiteTypes.URL,
            Defaults.none("the vendor's"),
            "The repository of Dropbear, if it is built of another.");
    Pairs<BootstrapBuild, String> BOM = KIND.pairs(
            "bom",
            new VariableType<>(SiteTypes.LINE),
            "Versions of components, by the vendor's names: they win over those of `bom.yaml`.");
}
