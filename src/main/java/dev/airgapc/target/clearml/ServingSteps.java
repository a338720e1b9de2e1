package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.ArrayList;
import java.util.List;

/** What the runbook says of one service that answers with models. */
final class ServingSteps {
    private ServingSteps() {}

    static List<Step> of(Block<ClearmlServing> serving, Release release) {
        Fact<Block<Secret>> keys = serving.get(ClearmlServing.CREDENTIALS);
        boolean given = ClearmlServing.takesValues(release.site(), serving);
        Mapping facts = Mapping.EMPTY
                .with("name", Leaf.text(serving.named(serving.name())))
                .with("values", Leaf.text(serving.named(release.path())))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()))
                .with("secret", Leaf.text(keys.then(Secret::objectName)))
                .with("objects", objects(serving, release))
                .with("given", InsideScripts.flag(given))
                .with("task", task(serving))
                .with(
                        "url",
                        Sequence.of(serving.get(ClearmlServing.INGRESS).stream()
                                .map(ingress -> Leaf.of(serving.get(ClearmlServing.URL)))
                                .toList()))
                .with("reads", SecretRead.sources(keys.value(), SecretUse.KEYS));
        return List.of(
                new Step(
                        Step.Phase.KEYS, "clearml/make-serving-keys.md", facts.only("name", "secret", "task", "reads")),
                new Step(
                        Step.Phase.GATEWAYS,
                        "clearml/install-serving.md",
                        facts.only(
                                "name", "values", "namespace", "release", "secret", "objects", "given", "task", "url")),
                new Step(
                        Step.Phase.LATER,
                        "clearml/later-serving.md",
                        facts.only("name", "namespace", "release", "secret")));
    }

    /** The variable of the id that the page does not state. */
    static Sequence task(Block<ClearmlServing> serving) {
        return Sequence.of(
                serving.get(ClearmlServing.TASK).isPresent()
                        ? List.of()
                        : List.of(Leaf.text(serving.named(ClearmlServing.taskVariable(serving)))));
    }

    /** The objects that its pods read beside those of the site. */
    private static Sequence objects(Block<ClearmlServing> serving, Release release) {
        List<Fact<Block<Secret>>> read = new ArrayList<>();
        if (ClearmlServing.readsSecret(release.site(), serving)) {
            read.add(serving.get(ClearmlServing.CREDENTIALS));
        }
        if (serving.get(ClearmlServing.STATISTICS).value()) {
            serving.get(ClearmlServing.GRAFANA).ifPresent(read::add);
        }
        return Sequence.of(read.stream()
                .map(secret -> Leaf.text(secret.then(Secret::objectName)))
                .toList());
    }
}
