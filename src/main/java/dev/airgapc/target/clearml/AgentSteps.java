package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Secret;
import java.util.List;

/** What the runbook says of one agent. */
final class AgentSteps {
    private final Block<ClearmlAgent> agent;
    private final Product product;
    private final Fact<String> values;

    /** @param values the path of its values file, below the output root */
    AgentSteps(Block<ClearmlAgent> agent, Product product, Fact<String> values) {
        this.agent = agent;
        this.product = product;
        this.values = values;
    }

    List<Step> steps() {
        Mapping facts = facts();
        return List.of(
                new Step(
                        Step.Phase.FETCH,
                        "clearml/fetch-agent-chart.md",
                        facts.only("name", "chart", "source", "version")),
                new Step(Step.Phase.KEYS, "clearml/make-agent-keys.md", facts.only("name", "secret")),
                new Step(
                        Step.Phase.AGENTS,
                        "clearml/install-agent.md",
                        facts.only("name", "chart", "version", "namespace", "values", "secret")),
                new Step(Step.Phase.ACCEPT, "clearml/accept-agent.md", facts.only("name", "queues")),
                new Step(
                        Step.Phase.LATER,
                        "clearml/later-agent.md",
                        facts.only("name", "chart", "namespace", "secret")));
    }

    private Mapping facts() {
        Fact<Block<Secret>> secret = agent.get(ClearmlAgent.CREDENTIALS);
        return Mapping.EMPTY
                .with("name", Leaf.text(agent.named(agent.name())))
                .with("chart", product(product.name(), product.chart().source()))
                .with("source", product(product.chart().text(), product.chart().source()))
                .with("version", Leaf.text(agent.get(ClearmlAgent.CHART).map(version -> version.text())))
                .with("namespace", Leaf.text(agent.get(ClearmlAgent.NAMESPACE)))
                .with("values", Leaf.text(values))
                .with("secret", Leaf.text(secret.then(Secret::objectName)))
                .with(
                        "queues",
                        Sequence.of(agent.get(ClearmlAgent.QUEUES).stream()
                                .map(AgentSteps::queue)
                                .toList()));
    }

    private static Leaf queue(Block<Queue> queue) {
        return Leaf.text(queue.named(queue.name()));
    }

    private Leaf product(String text, Citation source) {
        return Leaf.text(new Fact<>(text, new Origin.Demanded(product.title(), source)));
    }
}
