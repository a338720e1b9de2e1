package dev.airgapc.target.clearml;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Trust;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code install-agent.sh}, which each machine of an agent runs, and {@code run-agent.sh}, which is one of its workers. */
final class MachineScripts {
    private final MachineAgent machine;
    private final Block<ClearmlAgent> agent;

    private MachineScripts(MachineAgent machine) {
        this.machine = machine;
        this.agent = machine.agent();
    }

    /**
     * Both.
     *
     * @param files what the containers of tasks mount
     */
    static List<OutputFile> of(MachineAgent machine, List<OutputFile> files) {
        MachineScripts scripts = new MachineScripts(machine);
        return List.of(
                scripts.script("install-agent.sh", scripts.install(files)),
                scripts.script("run-agent.sh", scripts.run()));
    }

    /** What reads the secrets of an agent, in the words of the page; each once. */
    static Sequence reads(MachineAgent machine) {
        return FilledVariable.sources(
                machine.registry(),
                new MachineScripts(machine).secrets(),
                PackageLogin.of(machine.site(), machine.agent()));
    }

    private OutputFile script(String name, Mapping facts) {
        return new OutputFile(
                machine.folder() + name,
                Side.INSIDE,
                Program.BASH,
                new TemplatePrinter("clearml/" + name, Quoting.SHELL),
                facts);
    }

    private Mapping common() {
        return Mapping.EMPTY
                .with("agent", Leaf.text(agent.named(agent.name())))
                .with("home", Leaf.text(agent.named(machine.home())))
                .with("program", Leaf.text(agent.named("/opt/clearml-agent-" + agent.name())));
    }

    private Mapping install(List<OutputFile> files) {
        return common().with("machines", Leaf.text(machine.workers().machines().map(Block::name)))
                .with("hosts", hosts(machine))
                .with("unit", Leaf.text(agent.named("clearml-agent-" + agent.name())))
                .with("workers", Leaf.of(machine.workers().number().map(Count::new)))
                .with("version", Leaf.text(machine.version().map(version -> version.text())))
                .with("docker", DockerPulls.of(machine.site(), machine.registry(), agent))
                .with("environment", FilledVariable.reads(secrets()))
                .with("netrc", InsideScripts.netrc(PackageLogin.of(machine.site(), agent)))
                .with("pip", pip())
                .with("wheel", wheel())
                .with(
                        "files",
                        Sequence.of(files.stream()
                                .map(file -> Leaf.text(agent.named("/"
                                        + file.path().substring(machine.folder().length()))))
                                .toList()));
    }

    static Sequence hosts(MachineAgent machine) {
        return Sequence.of(machine.workers().machines().value().get(MachineGroup.HOSTS).stream()
                .map(Leaf::of)
                .toList());
    }

    /** The keys of the agent, what its tasks are given, and the keys of the store that its file names. */
    private List<FilledVariable> secrets() {
        List<FilledVariable> all = new ArrayList<>();
        Fact<Block<Secret>> keys = agent.get(ClearmlAgent.CREDENTIALS);
        all.add(new FilledVariable("CLEARML_API_ACCESS_KEY", keys, "access-key"));
        all.add(new FilledVariable("CLEARML_API_SECRET_KEY", keys, "secret-key"));
        for (TaskVariable variable : TaskEnvironment.of(machine.site(), agent)) {
            if (variable.content() instanceof TaskVariable.OfSecret of) {
                all.add(new FilledVariable(variable.name(), of.secret(), of.field()));
            }
        }
        Optional<Fact<Block<ObjectStore>>> storage = machine.server().get(ClearmlServer.STORAGE);
        storage.ifPresent(store -> {
            Fact<Block<Secret>> login = store.then(block -> block.get(ObjectStore.CREDENTIALS));
            String name = ClearmlConf.variable(store.value());
            all.add(new FilledVariable(name + "_ACCESS_KEY", login, "access-key"));
            all.add(new FilledVariable(name + "_SECRET_KEY", login, "secret-key"));
        });
        return all;
    }

    /** How pip finds the index where the agent itself is installed, as its tasks find it. */
    private Sequence pip() {
        return Sequence.of(TaskEnvironment.pip(machine.site(), agent).stream()
                .map(variable -> Mapping.EMPTY
                        .with("name", Leaf.of(agent.named(new Variable(variable.name()))))
                        .with("value", ((TaskVariable.Plain) variable.content()).value()))
                .toList());
    }

    /** The package of the bootstrap, for an agent that has one; with the address where it lies, if the site has a mirror. */
    private Sequence wheel() {
        if (agent.get(ClearmlAgent.BOOTSTRAP).isEmpty()) {
            return Sequence.of(List.of());
        }
        return Sequence.of(ClearmlBootstrap.of(machine.site()).stream()
                .map(bootstrap -> Mapping.EMPTY
                        .with("file", Leaf.of(ClearmlBootstrap.wheel(bootstrap).map(FileName::new)))
                        .with(
                                "place",
                                Sequence.of(ClearmlBootstrap.place(bootstrap, machine.site()).stream()
                                        .map(place -> Mapping.EMPTY
                                                .with("url", Leaf.of(place))
                                                .with(
                                                        "certificates",
                                                        InsideScripts.once(
                                                                Trust.bundle(machine.site())
                                                                        .isPresent(),
                                                                Leaf.text(bootstrap.named(Trust.BUNDLE)))))
                                        .toList())))
                .toList());
    }

    private Mapping run() {
        Fact<Long> each = machine.workers().cards();
        Mapping cards = Mapping.EMPTY
                .with("each", Leaf.of(each.map(Count::new)))
                .with("first", Leaf.of(machine.workers().firstCard().map(Count::new)));
        return common().with(
                        "netrc",
                        InsideScripts.flag(
                                !PackageLogin.of(machine.site(), agent).isEmpty()))
                .with("cards", Sequence.of(each.value() == 0 ? List.of() : List.of(cards)))
                .with("without", InsideScripts.flag(each.value() == 0))
                .with(
                        "bootstrap",
                        InsideScripts.flag(!agent.get(ClearmlAgent.BOOTSTRAP).isEmpty()))
                .with(
                        "create",
                        InsideScripts.flag(agent.get(ClearmlAgent.CREATE_QUEUES).value()))
                .with(
                        "queues",
                        Sequence.of(agent.get(ClearmlAgent.QUEUES).stream()
                                .map(queue -> Leaf.of(queue.named(new Text(queue.name()))))
                                .toList()));
    }
}
