package dev.airgapc.target.clearml;

import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Secret;
import java.util.List;

/** What the runbook says of the server. */
final class ServerSteps {
    private ServerSteps() {}

    static List<Step> of(Block<ClearmlServer> server, Release release) {
        List<Leaf> secrets = server.get(ClearmlServer.CREDENTIALS).stream()
                .map(keys -> Leaf.text(keys.then(Secret::objectName)))
                .toList();
        Mapping facts = Mapping.EMPTY
                .with("values", Leaf.text(server.named(release.path())))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()))
                .with("web", Leaf.of(server.get(ClearmlServer.WEB)))
                .with("secrets", Sequence.of(secrets))
                .with(
                        "files",
                        Sequence.of(TaskConfigMaps.ofInstances(release, server).objects().stream()
                                .map(file -> Leaf.text(server.named(file.path())))
                                .toList()));
        return List.of(
                new Step(Step.Phase.SERVER, "clearml/install-server.md", facts),
                new Step(Step.Phase.LATER, "clearml/later-server.md", facts.only("namespace", "release")));
    }
}
