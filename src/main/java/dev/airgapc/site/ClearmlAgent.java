package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code clearml-agent}: what takes tasks from queues and runs each in a pod, or on machines in a container of Docker. */
public interface ClearmlAgent extends TaskSettings {
    Kind<ClearmlAgent> KIND = Kind.<ClearmlAgent>named(
                    "clearml-agent", "An agent: it takes tasks from its queues and runs each in a pod or a container.")
            .alias("agent", "worker")
            .with(TaskSettings.SHARED)
            .meaning("chart", "version", "chart-version")
            .meaning("image", "default-image", "docker-image")
            .meaning("values", "helm-values", "overrides")
            .meaning("machines", "hosts", "machine", "machine-group", "vms");

    /** What installs the packages of a task. */
    enum Packages implements Choice {
        PIP,
        UV,
        CONDA,
        POETRY
    }

    Maybe<ClearmlAgent, Version> CHART = KIND.maybe(
            "chart", SiteTypes.VERSION, Defaults.none("it runs on machines"), "The version of its Helm chart.");
    Maybe<ClearmlAgent, Block<MachineGroup>> MACHINES = KIND.maybe(
            "machines",
            Types.to(MachineGroup.KIND),
            Defaults.none("it runs on Kubernetes"),
            "The machines that it runs on, each task in a container of Docker.");
    Maybe<ClearmlAgent, Version> VERSION = KIND.maybe(
            "version",
            SiteTypes.VERSION,
            Defaults.none("its chart's"),
            "Its version on machines, as its package is numbered.");

    One<ClearmlAgent, Block<Secret>> CREDENTIALS = KIND.required(
            "credentials", Types.to(Secret.KIND), "Its keys for the server, made in ClearML's web application.");

    One<ClearmlAgent, Image> IMAGE = KIND.required("image", SiteTypes.IMAGE, "The image of a task that names none.");

    One<ClearmlAgent, Block<Registry>> REGISTRY = KIND.one(
            "registry", Types.to(Registry.KIND), Defaults.only(Registry.KIND), "Where its images are pulled from.");

    One<ClearmlAgent, String> NAMESPACE = KIND.one(
            "namespace",
            SiteTypes.NAME,
            Defaults.constant("clearml-agent", "the namespace that the vendor's pages use"),
            "The namespace of its pods and of its tasks' pods.");

    Maybe<ClearmlAgent, Block<Cluster>> CLUSTER = KIND.maybe(
            "cluster", Types.to(Cluster.KIND), Defaults.onlyIfAny(Cluster.KIND, CHART), "Where it is installed.");
    Maybe<ClearmlAgent, String> RELEASE_NAME = KIND.maybe(
            "release-name", SiteTypes.NAME, Defaults.none("the name of the chart"), "The name of the Helm release.");
    One<ClearmlAgent, Boolean> CREATE_QUEUES = KIND.one(
            "create-queues",
            Types.flag(),
            Defaults.constant(true, "a queue that is missing on the server is made"),
            "Whether it makes its queues on the server.");

    Maybe<ClearmlAgent, Long> WORKERS = KIND.maybe(
            "workers",
            Types.count(1, 64),
            Defaults.none("as many as the cards of a machine serve; one without cards"),
            "How many tasks run on each machine at the same time.");
    One<ClearmlAgent, Boolean> TASK_IMAGES = KIND.one(
            "task-images",
            Types.flag(),
            Defaults.constant(true, "a task knows what it needs"),
            "Whether a task on a machine may name its image.");
    One<ClearmlAgent, Packages> PACKAGE_MANAGER = KIND.one(
            "package-manager",
            Types.oneOf(List.of(Packages.values())),
            Defaults.constant(Packages.PIP, "what the agent uses itself"),
            "What installs the packages of a task.");
    Many<ClearmlAgent, String> PIP_VERSIONS = KIND.many(
            "pip-versions",
            SiteTypes.LINE,
            Defaults.empty("what the agent asks for by itself"),
            "The pip of a task's environment, as requirements of packages write versions.");
    Maybe<ClearmlAgent, Block<ClearmlVault>> SETTINGS = KIND.maybe(
            "settings",
            Types.to(ClearmlVault.KIND),
            Defaults.none("the `clearml.conf` of its machines"),
            "The vault that holds the settings of its machines, in place of their `clearml.conf`.");
    Maybe<ClearmlAgent, String> START_SCRIPT = KIND.maybe(
            "start-script",
            Types.text(),
            Defaults.none("nothing"),
            "What runs before the agent of a task does; on Kubernetes, one that has `clearml_agent execute` is the whole start.");
    Maybe<ClearmlAgent, ImportedKeys> CHART_KEYS = KIND.maybe(
            "chart-keys", ImportedKeys.TYPE, Defaults.none("what airgapc knows of the chart"), ImportedKeys.WORDS);
    Merged<ClearmlAgent, String> VALUES = KIND.merged(
            "values", Types.text(), "More values of the chart, in YAML, that the language has no words for.");
    Merged<ClearmlAgent, String> CONF = KIND.merged(
            "conf",
            Types.text(),
            "More of the `clearml.conf` of its machines, in HOCON, that the language has no words for.");
    Children<ClearmlAgent, Bootstrap> BOOTSTRAP = KIND.children(Bootstrap.KIND);
    Children<ClearmlAgent, Queue> QUEUES = KIND.children(Queue.KIND);

    /** The agent that tasks with these settings belong to: of a queue, the one that it stands in. */
    static Block<ClearmlAgent> of(Site site, Block<? extends TaskSettings> tasks) {
        return site.all(KIND).stream()
                .filter(agent -> agent.address().equals(tasks.address())
                        || tasks.parent().filter(agent::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
