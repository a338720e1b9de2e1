package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.IniPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.TextPrinter;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Mount;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Trust;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent on machines adds to every {@code docker run}, one word of the command line each. A variable stands in one word with its
 * option: behind {@code -e} the agent would put variables of the machine into it
 * (clearml/clearml-agent:clearml_agent/commands/worker.py, {@code _resolve_docker_env_args}).
 */
final class DockerArguments {
    private final MachineAgent machine;
    private final List<Leaf> words = new ArrayList<>();
    private final List<OutputFile> files = new ArrayList<>();

    private DockerArguments(MachineAgent machine) {
        this.machine = machine;
    }

    /**
     * The words, and the files that they mount.
     *
     * @param files among the outputs, below {@code files/} of the agent's folder; they lie in the same place below its home
     */
    record Written(List<Leaf> words, List<OutputFile> files) {
        Written {
            words = List.copyOf(words);
            files = List.copyOf(files);
        }
    }

    static Written of(MachineAgent machine) {
        DockerArguments arguments = new DockerArguments(machine);
        arguments.write();
        return new Written(arguments.words, arguments.files);
    }

    private void write() {
        Block<ClearmlAgent> agent = machine.agent();
        TaskEnvironment.of(machine.site(), agent).forEach(this::variable);
        Trust.bundle(machine.site()).ifPresent(bundle -> volume(bundle, Trust.BUNDLE, Trust.BUNDLE, true));
        if (TaskEnvironment.byFile(agent)) {
            String path = TaskEnvironment.PIP_FOLDER + "/pip.conf";
            file(
                    agent.get(TaskSettings.PIP),
                    path,
                    Program.PIP,
                    new Indexes(agent.get(TaskSettings.INDEXES)).pipConf());
        }
        PackageLogin.of(machine.site(), agent).stream()
                .findFirst()
                .ifPresent(login -> volume(login.secret(), machine.netrc(), TaskEnvironment.NETRC, true));
        agent.get(TaskSettings.MOUNT).forEach(this::mount);
        agent.get(TaskSettings.MEMORY)
                .ifPresent(memory -> word(memory.map(amount -> "--memory=" + DockerAmounts.memory(amount))));
        agent.get(TaskSettings.CPU).ifPresent(cpu -> word(cpu.map(amount -> "--cpus=" + DockerAmounts.cpus(amount))));
        agent.get(TaskSettings.DOCKER_ARGUMENTS).forEach(this::word);
    }

    /** A secret has its value from the environment of the agent, which a script fills. */
    private void variable(TaskVariable variable) {
        if (variable.content() instanceof TaskVariable.Plain plain) {
            Fact<?> value = new Fact<>(plain.value().value(), plain.value().origin());
            Leaf word = Leaf.text(Fact.text("--env=" + variable.name() + "=", value));
            words.add(plain.value().key().map(word::under).orElse(word));
        } else {
            words.add(Leaf.text(
                    ((TaskVariable.OfSecret) variable.content()).secret().map(any -> "--env=" + variable.name())));
        }
    }

    private void mount(Block<Mount> mount) {
        boolean readOnly = mount.get(Mount.READ_ONLY).value();
        mount.get(Mount.HOST_PATH).ifPresent(path -> volume(path, path.value(), mount.name(), readOnly));
        mount.get(Mount.FILE)
                .ifPresent(file -> file(file, mount.name(), Program.TASK, Leaf.text(file.map(input -> input.text()))));
        mount.get(Mount.TEXT).ifPresent(text -> file(text, mount.name(), Program.TASK, Leaf.text(text)));
        mount.get(Mount.MEMORY)
                .ifPresent(size -> word(size.map(amount -> mount.name().equals("/dev/shm")
                        ? "--shm-size=" + DockerAmounts.memory(amount)
                        : "--tmpfs=" + mount.name() + ":size=" + DockerAmounts.memory(amount))));
    }

    private void file(Fact<?> because, String path, Program program, Node content) {
        String name = "files" + path;
        boolean conf = program == Program.PIP;
        files.add(new OutputFile(
                machine.folder() + name, Side.INSIDE, program, conf ? new IniPrinter() : new TextPrinter(), content));
        volume(because, machine.home() + "/" + name, path, true);
    }

    private void volume(Fact<?> because, String from, String to, boolean readOnly) {
        word(because.map(any -> "--volume=" + from + ":" + to + (readOnly ? ":ro" : "")));
    }

    private void word(Fact<String> text) {
        words.add(Leaf.text(text));
    }
}
