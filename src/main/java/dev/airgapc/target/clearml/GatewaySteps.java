package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.SecretRead;
import java.util.List;

/** What the runbook says of one gateway. */
final class GatewaySteps {
    private GatewaySteps() {}

    static List<Step> of(Block<ClearmlGateway> gateway, Release release) {
        Fact<Block<Secret>> keys = gateway.get(ClearmlGateway.CREDENTIALS);
        Mapping facts = Mapping.EMPTY
                .with("name", Leaf.text(gateway.named(gateway.name())))
                .with("values", Leaf.text(gateway.named(release.path())))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()))
                .with("secret", Leaf.text(keys.map(Block::name)))
                .with("reads", SecretRead.sources(keys.value(), SecretUse.KEYS));
        return List.of(
                new Step(Step.Phase.KEYS, "clearml/make-gateway-keys.md", facts.only("name", "secret", "reads")),
                new Step(
                        Step.Phase.GATEWAYS,
                        "clearml/install-gateway.md",
                        facts.only("name", "values", "namespace", "release", "secret")));
    }
}
