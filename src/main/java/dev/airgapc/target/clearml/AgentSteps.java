package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Bootstrap;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Upload;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.List;

/** What the runbook says of one agent. */
final class AgentSteps {
    private AgentSteps() {}

    static List<Step> of(Block<ClearmlAgent> agent, Release release) {
        Mapping facts = facts(agent, release);
        return List.of(
                new Step(Step.Phase.KEYS, "clearml/make-agent-keys.md", facts.only("name", "secret", "reads")),
                new Step(
                        Step.Phase.AGENTS,
                        "clearml/install-agent.md",
                        facts.only("name", "namespace", "values", "secret", "release", "files", "metadata")),
                accept(agent),
                new Step(
                        Step.Phase.LATER,
                        "clearml/later-agent.md",
                        facts.only("name", "release", "namespace", "secret", "files")));
    }

    private static Mapping facts(Block<ClearmlAgent> agent, Release release) {
        Fact<Block<Secret>> secret = agent.get(ClearmlAgent.CREDENTIALS);
        return Mapping.EMPTY
                .with("name", Leaf.text(agent.named(agent.name())))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()))
                .with("values", Leaf.text(agent.named(release.path())))
                .with("secret", Leaf.text(secret.then(Secret::objectName)))
                .with("files", files(agent, release))
                .with("metadata", metadata(agent))
                .with("reads", SecretRead.sources(secret.value(), SecretUse.KEYS));
    }

    /** Wherever the agent runs: a task in each of its queues. */
    static Step accept(Block<ClearmlAgent> agent) {
        ClearmlAgent.Packages packages = agent.get(ClearmlAgent.PACKAGE_MANAGER).value();
        boolean needsUv = packages == ClearmlAgent.Packages.UV
                && agent.get(ClearmlAgent.BOOTSTRAP).isEmpty();
        Mapping facts = Mapping.EMPTY
                .with("name", Leaf.text(agent.named(agent.name())))
                .with(
                        "queues",
                        Sequence.of(agent.get(ClearmlAgent.QUEUES).stream()
                                .map(queue -> Leaf.text(queue.named(queue.name())))
                                .toList()))
                .with("uv", InsideScripts.flag(needsUv))
                .with("poetry", InsideScripts.flag(packages == ClearmlAgent.Packages.POETRY));
        return new Step(Step.Phase.ACCEPT, "clearml/accept-agent.md", facts);
    }

    /** The list of Pythons that a volume must have before the first task. */
    private static Sequence metadata(Block<ClearmlAgent> agent) {
        return Sequence.of(agent.get(ClearmlAgent.BOOTSTRAP).stream()
                .flatMap(bootstrap -> bootstrap.get(Bootstrap.UV_METADATA).stream())
                .map(place -> Leaf.of(place.map(Upload::scalar)))
                .toList());
    }

    private static Sequence files(Block<ClearmlAgent> agent, Release release) {
        return Sequence.of(TaskConfigMaps.of(release, agent).objects().stream()
                .map(file -> Leaf.text(agent.named(file.path())))
                .toList());
    }
}
