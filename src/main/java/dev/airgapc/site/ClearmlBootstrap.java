package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.Optional;

/** {@code clearml-bootstrap}: the package that agents on machines unpack for their tasks, and the server of what those fetch. */
public interface ClearmlBootstrap {
    Kind<ClearmlBootstrap> KIND = Kind.<ClearmlBootstrap>single(
                    "clearml-bootstrap",
                    "The package of binaries that agents on machines start tasks from, and the server of what those fetch.")
            .meaning("server", "resources", "resources-server")
            .meaning("wheel", "package", "file");

    One<ClearmlBootstrap, Version> VERSION =
            KIND.required("version", SiteTypes.VERSION, "The version of the package `clearml-agent-bootstrap`.");
    Maybe<ClearmlBootstrap, Block<Artifact>> WHEEL = KIND.maybe(
            "wheel",
            Types.to(Artifact.KIND),
            Defaults.none("that of the vendor's release"),
            "The package as a file, where it is another than the vendor's.");
    Children<ClearmlBootstrap, ResourcesServer> SERVER = KIND.children(ResourcesServer.KIND);
    Children<ClearmlBootstrap, BootstrapBuild> BUILD = KIND.children(BootstrapBuild.KIND);

    static Optional<Block<ClearmlBootstrap>> of(Site site) {
        return site.all(KIND).stream().findFirst();
    }

    /** The server of what tasks fetch. */
    static Optional<Block<ResourcesServer>> server(Site site) {
        return of(site).flatMap(bootstrap -> bootstrap.get(SERVER).stream().findFirst());
    }

    /** The file of the package, as the vendor names it (clearml/clearml-docs:docs/clearml_agent/clearml_agent_bootstrap.md). */
    static Fact<String> wheel(Block<ClearmlBootstrap> bootstrap) {
        return bootstrap
                .get(WHEEL)
                .flatMap(artifact -> Artifact.name(artifact.value()))
                .orElseGet(() -> bootstrap
                        .get(VERSION)
                        .map(version -> "clearml_agent_bootstrap-" + version.text() + "-py3-none-any.whl"));
    }

    /** Where machines find it: the stated place, or the file below the mirror; empty if the site has neither. */
    static Optional<Fact<? extends Scalar>> place(Block<ClearmlBootstrap> bootstrap, Site site) {
        return bootstrap
                .get(WHEEL)
                .<Optional<Fact<? extends Scalar>>>map(artifact -> Artifact.place(artifact.value(), site))
                .orElseGet(() -> FileMirror.place(site, wheel(bootstrap)));
    }

    /** Whether agents on machines unpack it. */
    static boolean isUnpacked(Site site) {
        return site.all(ClearmlAgent.KIND).stream()
                .anyMatch(agent -> agent.get(ClearmlAgent.MACHINES).isPresent()
                        && !agent.get(ClearmlAgent.BOOTSTRAP).isEmpty());
    }
}
