package dev.airgapc.target.clearml;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.language.Block;
import dev.airgapc.output.EnvFilePrinter;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Places;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ComposeRelease;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.target.ChartValues;
import dev.airgapc.target.Passthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that Docker Compose runs on a machine. The vendor's files stay as they are; ours follow them on the command line, so that what
 * they say counts (compose-spec/compose-spec:13-merge.md).
 */
record ComposeServer(Site site, Block<ClearmlServer> server, ComposeRelease release, Fact<Block<Registry>> registry) {
    static Optional<ComposeServer> of(Site site, Block<ClearmlServer> server) {
        return ComposeRelease.server(site, server)
                .flatMap(release ->
                        release.registry().map(registry -> new ComposeServer(site, server, release, registry)));
    }

    /** Where its files lie among the outputs. */
    String folder() {
        return Release.FOLDER + "server/";
    }

    boolean enterprise() {
        return ClearmlServer.edition(site) == ClearmlServer.Edition.ENTERPRISE;
    }

    Fact<ImageName> place(Fact<Image> image) {
        return Places.onMachine(image, site, registry);
    }

    Contribution contribution() {
        ChartValues written = ComposeServerValues.of(this);
        Passthrough.Merged values = written.finished();
        List<OutputFile> files = List.of(
                new OutputFile(
                        folder() + "airgapc.env",
                        Side.INSIDE,
                        Program.COMPOSE,
                        new EnvFilePrinter(),
                        values.tree().entries().get("env")),
                new OutputFile(
                        folder() + "airgapc.override.yml",
                        Side.INSIDE,
                        Program.COMPOSE,
                        new YamlPrinter(),
                        values.tree().only("services")),
                ComposeServerScript.of(this));
        List<Diagnostic> diagnostics = new ArrayList<>(values.diagnostics());
        written.unlisted(
                        "`" + release.product().name() + "`",
                        "write each that the vendor's docker-compose.yml names: `image \"SERVICE\" -> \"docker.io/…\"`")
                .ifPresent(diagnostics::add);
        return new Contribution(files, List.of(), ComposeServerScript.steps(this), diagnostics);
    }
}
