package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.SecretRead;
import java.util.List;

/** What the runbook says of one agent on machines. */
final class MachineSteps {
    private MachineSteps() {}

    static List<Step> of(MachineAgent machine) {
        Block<ClearmlAgent> agent = machine.agent();
        Fact<Block<Secret>> secret = agent.get(ClearmlAgent.CREDENTIALS);
        Mapping name = Mapping.EMPTY
                .with("name", Leaf.text(agent.named(agent.name())))
                .with("secret", Leaf.text(secret.then(Secret::objectName)));
        Mapping keys = name.with("reads", SecretRead.sources(secret.value(), SecretUse.KEYS));
        Mapping install = name.only("name")
                .with("folder", Leaf.text(agent.named(machine.folder())))
                .with("version", Leaf.text(machine.version().map(version -> version.text())))
                .with("workers", Leaf.text(machine.workers().number().map(String::valueOf)))
                .with("reads", MachineScripts.reads(machine))
                .with("hosts", MachineScripts.hosts(machine))
                .with("wheel", wheel(machine));
        return List.of(
                new Step(Step.Phase.KEYS, "clearml/make-agent-keys.md", keys),
                new Step(Step.Phase.AGENTS, "clearml/install-agent-on-machines.md", install),
                AgentSteps.accept(agent),
                new Step(Step.Phase.LATER, "clearml/later-agent-on-machines.md", name));
    }

    /** The package of the bootstrap, where no mirror has it: somebody carries it to the machines. */
    private static Sequence wheel(MachineAgent machine) {
        return Sequence.of(machine.agent().get(ClearmlAgent.BOOTSTRAP).stream()
                .flatMap(bootstrap -> ClearmlBootstrap.of(machine.site()).stream())
                .filter(bootstrap ->
                        ClearmlBootstrap.place(bootstrap, machine.site()).isEmpty())
                .map(bootstrap -> Leaf.of(ClearmlBootstrap.wheel(bootstrap).map(FileName::new)))
                .toList());
    }
}
