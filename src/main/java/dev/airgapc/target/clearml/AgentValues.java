package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code clearml-agent-values.override.yaml} of one agent: the chart clearml-enterprise-agent. */
final class AgentValues {
    /** The object of an agent's keys, as both editions read it. */
    static final SecretName.Shape CREDENTIALS = new SecretName.Shape(
            "Opaque",
            List.of(
                    new SecretName.Key("agentk8sglue_key", "access-key"),
                    new SecretName.Key("agentk8sglue_secret", "secret-key")));

    static final String GLUE = "agentk8sglue";

    /** How the agent of a task starts (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/air_gapped_env.md). */
    private static final String START = """
            [ -n "$LOCAL_PYTHON" ] || export LOCAL_PYTHON=python3
            {extra_bash_init_cmd}
            [ -n "$CLEARML_AGENT_NO_UPDATE" ] || $LOCAL_PYTHON -m pip install clearml-agent{agent_install_args}
            {extra_docker_bash_script}
            $LOCAL_PYTHON -m clearml_agent execute {default_execution_agent_args} --id {task_id}
            """;

    private final Site site;
    private final Block<ClearmlAgent> agent;
    private final Release release;
    private final ChartValues values;

    private AgentValues(Block<ClearmlAgent> agent, Release release) {
        this.site = release.site();
        this.agent = agent;
        this.release = release;
        this.values = new ChartValues(release.product(), release.version());
    }

    static ChartValues of(Block<ClearmlAgent> agent, Release release) {
        AgentValues writing = new AgentValues(agent, release);
        writing.write();
        return writing.values;
    }

    private void write() {
        values.put(release.pullSecrets(), "imageCredentials", "extraImagePullSecrets");
        values.put(
                release.secret(agent.get(ClearmlAgent.CREDENTIALS), CREDENTIALS),
                "clearml",
                "existingAgentk8sglueSecret");
        certificates();
        ownImage();
        addresses(values, site);
        values.put(release.place(agent.get(ClearmlAgent.IMAGE)), GLUE, "defaultContainerImage");
        offline();
        values.put(
                agent.get(ClearmlAgent.START_SCRIPT).map(text -> text.map(AgentValues::started)),
                GLUE,
                "containerCustomBashScript");
        values.put(agent.get(ClearmlAgent.CREATE_QUEUES).map(Flag::new), GLUE, "createQueues");
        Map<String, Node> base = PodTemplate.of(release, agent);
        base.forEach((key, node) -> values.putEach(node, GLUE, "basePodTemplate", key));
        agent.get(ClearmlAgent.QUEUES).forEach(queue -> queue(queue, base));
        severalNodes();
        agent.get(ClearmlAgent.BOOTSTRAP)
                .forEach(bootstrap -> values.put(bootstrap.named(new Flag(true)), "bootstrap", "enabled"));
        values.merge(agent.get(ClearmlAgent.VALUES), site);
    }

    /** The agent's own pod; tasks have the bundle among their files. Charts that can hand it on are told to, for what they start beside. */
    private void certificates() {
        Trust.bundle(site).ifPresent(bundle -> {
            values.put(bundle.map(Text::new), "customCertificates", "overrideCaCertificatesCrt");
            if (values.supports("customCertificates", "propagateToTasks")) {
                values.put(bundle.map(any -> new Flag(true)), "customCertificates", "propagateToTasks");
            }
        });
    }

    /** The chart decides the tag, because an old tag must never be pinned; the plan carries the one that it decides for. */
    private void ownImage() {
        Product.Carried own = release.product().images().get(0);
        Fact<ImageName> place = release.place(release.carried(own));
        if (!place.value().isUpstream()) {
            values.put(place.map(name -> name.inside().registry()), GLUE, "image", "registry");
            values.put(place.map(name -> new Text(name.inside().repository())), GLUE, "image", "repository");
        }
    }

    /** The three of the server, as both editions have them. */
    static void addresses(ChartValues values, Site site) {
        Block<ClearmlServer> server = site.all(ClearmlServer.KIND).get(0);
        values.put(server.get(ClearmlServer.API), GLUE, "apiServerUrlReference");
        values.put(ServerValues.files(server), GLUE, "fileServerUrlReference");
        values.put(server.get(ClearmlServer.WEB), GLUE, "webServerUrlReference");
    }

    private void offline() {
        Fact<Flag> on = values.demanded(
                new Flag(true),
                "offline profile: a task's pod installs no packages of its system",
                GLUE,
                "airGappedSupport");
        values.put(on, GLUE, "airGappedSupport");
    }

    /**
     * A script that starts the agent itself is whole. Behind another one stands what does; it goes through {@code str.format}
     * (clearml/clearml-agent:clearml_agent/glue/k8s.py), so each brace of the page is doubled.
     */
    private static Text started(String script) {
        return new Text(
                script.contains("clearml_agent execute")
                        ? script
                        : script.stripTrailing().replace("{", "{{").replace("}", "}}") + "\n" + START);
    }

    /** Only what differs from the base, each key whole. */
    private void queue(Block<Queue> queue, Map<String, Node> base) {
        String[] path = {GLUE, "queues", queue.name()};
        values.open(path);
        PodTemplate.of(release, queue).forEach((key, node) -> {
            if (!node.equals(base.get(key))) {
                values.putEach(node, GLUE, "queues", queue.name(), "templateOverrides", key);
            }
        });
        settings(queue);
    }

    private void settings(Block<Queue> queue) {
        String[] path = {GLUE, "queues", queue.name(), "queueSettings", ""};
        put(queue.get(Queue.MAX_PODS).map(pods -> pods.map(Count::new)), path, "maxPods");
        put(queue.get(Queue.IMAGE).map(release::place), path, "defaultImage");
        Fact<Boolean> entrypoint = queue.get(Queue.IMAGE_ENTRYPOINT);
        if (entrypoint.value()) {
            put(Optional.of(entrypoint.map(Flag::new)), path, "useImageEntrypoint");
        }
        put(queue.get(Queue.WORKER_ID).map(id -> id.map(Text::new)), path, "customWorkerIdTemplate");
        List<Leaf> sizes = queue.get(Queue.MULTI_NODE).stream()
                .map(size -> Leaf.of(size.map(Count::new)))
                .toList();
        path[path.length - 1] = "multiNode";
        values.put(Sequence.of(sizes), path);
    }

    private void put(Optional<? extends Fact<? extends dev.airgapc.fact.Scalar>> value, String[] path, String key) {
        String[] whole = path.clone();
        whole[whole.length - 1] = key;
        values.put(value, whole);
    }

    /** Tasks on several nodes need two switches of the agent (clearml/clearml-docs:docs/clearml_agent/multi_node_training.md). */
    private void severalNodes() {
        agent.get(ClearmlAgent.QUEUES).stream()
                .flatMap(queue -> queue.get(Queue.MULTI_NODE).stream())
                .findFirst()
                .ifPresent(size -> {
                    values.put(size.map(any -> new Flag(true)), GLUE, "serviceAccountClusterAccess");
                    values.put(size.map(any -> new Flag(true)), GLUE, "multiNode", "enabled");
                });
    }
}
