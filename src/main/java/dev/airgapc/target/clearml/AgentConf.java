package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.site.Bootstrap;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.ResourcesServer;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Upload;
import dev.airgapc.target.ChartValues;
import dev.airgapc.target.Indexes;
import dev.airgapc.target.Passthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code clearml.conf} of an agent on machines. Keys and logins are in the environment of its workers; what it resolves from there
 * reaches the containers of tasks with the copy of the file that it makes for each
 * (clearml/clearml-agent:clearml_agent/commands/worker.py, {@code dump_config}).
 */
final class AgentConf {
    private static final String AGENT = "agent";
    private static final String PACKAGES = "package_manager";
    private static final String BOOTSTRAP = "bootstrap";

    /** What happens in a container before the agent does: nothing is fetched, which the agent's own lines would do. */
    private static final List<String> BEFORE = List.of(
            "[ ! -d {mount_ssh_ro} ] || cp -Rf {mount_ssh_ro} -T {mount_ssh}",
            "[ ! -d {mount_git_ro} ] || cp -Rf {mount_git_ro} -T ~/",
            "command -v git >/dev/null || echo 'this image has no git, and nothing is installed within the gap'",
            "rm -f /usr/lib/python3.*/EXTERNALLY-MANAGED");

    private final MachineAgent machine;
    private final Block<ClearmlAgent> agent;
    private final ChartValues conf;

    private AgentConf(MachineAgent machine) {
        this.machine = machine;
        this.agent = machine.agent();
        this.conf = new ChartValues(machine.site().product("clearml-conf"), machine.version());
    }

    /**
     * The file, and what is wrong with what the page passes through to it.
     *
     * @param vaulted the section of the agent where a vault holds it, and the file only what a vault cannot set
     */
    record Written(OutputFile file, Mapping vaulted, List<Diagnostic> diagnostics) {
        Written {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    static Written of(MachineAgent machine, List<Leaf> dockerArguments) {
        AgentConf writing = new AgentConf(machine);
        writing.write(dockerArguments);
        Product product = machine.site().product("clearml-conf");
        Mapping tree = ClearmlConf.clients(machine.server(), machine.site())
                .with(AGENT, writing.conf.tree().entries().get(AGENT));
        Passthrough.Merged merged = Passthrough.hocon(
                tree,
                machine.agent().get(ClearmlAgent.CONF),
                product,
                machine.site().document()::isBeside);
        Mapping file = merged.tree();
        Mapping vaulted = Mapping.EMPTY;
        if (machine.agent().get(ClearmlAgent.SETTINGS).isPresent()
                && file.entries().get(AGENT) instanceof Mapping section) {
            Mapping left = section.only(notOfVaults(machine.site().product("clearml-vault")));
            file = left.entries().isEmpty() ? file.without(AGENT) : file.with(AGENT, left);
            for (String key : left.entries().keySet()) {
                section = section.without(key);
            }
            vaulted = vaulted.with(AGENT, section);
        }
        String path = machine.folder() + "clearml.conf";
        return new Written(
                new OutputFile(path, Side.INSIDE, Program.CLEARML, new HoconPrinter(), file),
                vaulted,
                merged.diagnostics());
    }

    /** The keys of the section that an agent has read before it asks for a vault. */
    private static String[] notOfVaults(Product vault) {
        return vault.misspellings().stream()
                .map(key -> key.steps().get(key.steps().size() - 1))
                .toArray(String[]::new);
    }

    private void write(List<Leaf> dockerArguments) {
        git();
        packages();
        containers(dockerArguments);
        demanded(new Flag(true), "the agent asks the vendor for a newer one", AGENT, "disable_agent_update_check");
        bootstrap();
    }

    private void bootstrap() {
        List<Block<Bootstrap>> blocks = agent.get(ClearmlAgent.BOOTSTRAP);
        if (blocks.isEmpty()) {
            demanded(new Flag(false), "no bootstrap is declared", AGENT, BOOTSTRAP, "use_bootstrap");
        } else {
            bootstrap(blocks.get(0));
        }
        demanded(new Flag(false), "the agent asks the vendor for a newer one", AGENT, BOOTSTRAP, "check_for_latest");
    }

    private void bootstrap(Block<Bootstrap> bootstrap) {
        conf.put(bootstrap.named(new Flag(true)), AGENT, BOOTSTRAP, "use_bootstrap");
        demanded(new Flag(true), "a changed list of Pythons is not read otherwise", AGENT, BOOTSTRAP, "always_update");
        demanded(
                new Flag(true),
                "a container installs no packages of its system",
                AGENT,
                BOOTSTRAP,
                "skip_git_installation");
        conf.put(
                bootstrap.get(Bootstrap.GIT).map(git -> new Flag(git == Bootstrap.Git.BUNDLED)),
                AGENT,
                BOOTSTRAP,
                "always_use_static_git");
        demanded(
                new Absent(),
                "the agent reads the opposite of its name; a variable of the task says what is meant",
                AGENT,
                BOOTSTRAP,
                "always_install_ca_cert");
        Optional<Fact<? extends Scalar>> stated =
                bootstrap.get(Bootstrap.UV_METADATA).map(place -> place.map(Upload::scalar));
        conf.put(
                stated.or(() -> ClearmlBootstrap.server(machine.site()).map(ResourcesServer::metadata)),
                AGENT,
                BOOTSTRAP,
                "uv_python_meta_file");
    }

    private void git() {
        for (Block<GitHost> host : GitHost.of(machine.site(), agent)) {
            if (host.get(GitHost.CREDENTIALS).isPresent()) {
                conf.put(host.get(GitHost.HOST), AGENT, "git_host");
            }
            if (host.get(GitHost.PROTOCOL).value() == GitHost.Protocol.SSH) {
                conf.put(host.get(GitHost.PROTOCOL).map(any -> new Flag(true)), AGENT, "force_git_ssh_protocol");
            }
        }
    }

    /** The file has no key for the index that takes the place of the public one, so flags of pip name it. */
    private void packages() {
        Packages packages = new Packages(machine.site(), agent);
        conf.put(packages.type(), AGENT, PACKAGES, "type");
        conf.put(Sequence.of(packages.pipVersions()), AGENT, PACKAGES, "pip_version");
        conf.put(Sequence.of(packages.condaChannels()), AGENT, PACKAGES, "conda_channels");
        Indexes indexes = new Indexes(agent.get(TaskSettings.INDEXES));
        conf.put(leaves(indexes.extra()), AGENT, PACKAGES, "extra_index_url");
        List<Leaf> flags = new ArrayList<>();
        indexes.replacing().ifPresent(url -> flag(flags, "--index-url", url));
        indexes.trusted().forEach(host -> flag(flags, "--trusted-host", host));
        indexes.certificates().ifPresent(path -> flag(flags, "--cert", path));
        conf.put(Sequence.of(flags), AGENT, PACKAGES, "extra_pip_install_flags");
        demanded(
                new Text("none"),
                "the agent looks for PyTorch on the public pages of its project",
                AGENT,
                PACKAGES,
                "pytorch_resolve");
    }

    private static void flag(List<Leaf> flags, String option, Fact<? extends Scalar> value) {
        flags.add(Leaf.of(value.map(any -> new Text(option))));
        flags.add(Leaf.of(value));
    }

    private static Sequence leaves(List<? extends Fact<? extends Scalar>> facts) {
        return Sequence.of(facts.stream().map(Leaf::of).toList());
    }

    private void containers(List<Leaf> dockerArguments) {
        conf.put(machine.place(agent.get(ClearmlAgent.IMAGE)), AGENT, "default_docker", "image");
        conf.empty(AGENT, "default_docker", "match_rules");
        Fact<Boolean> own = agent.get(ClearmlAgent.TASK_IMAGES);
        if (!own.value()) {
            conf.put(own.map(any -> new Flag(true)), AGENT, "disable_task_docker_override");
        }
        conf.put(Sequence.of(dockerArguments), AGENT, "extra_docker_arguments");
        demanded(new Flag(false), "the agent installs packages of the system", AGENT, "docker_install_opencv_libs");
        conf.put(
                Sequence.of(BEFORE.stream()
                        .map(line -> Leaf.of(conf.demanded(
                                new Text(line),
                                "the agent's own lines install packages of the system",
                                AGENT,
                                "docker_init_bash_script")))
                        .toList()),
                AGENT,
                "docker_init_bash_script");
        agent.get(ClearmlAgent.START_SCRIPT)
                .ifPresent(script -> conf.put(
                        Sequence.of(List.of(Leaf.text(script.map(AgentConf::closed)))),
                        AGENT,
                        "extra_docker_shell_script"));
    }

    /** The agent puts a semicolon behind it: a last line that is empty or a comment would break what follows. */
    private static String closed(String script) {
        return script.stripTrailing() + "\n:";
    }

    private void demanded(Scalar value, String because, String... path) {
        conf.put(conf.demanded(value, because, path), path);
    }
}
