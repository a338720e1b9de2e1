package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Nested;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code clearml-agent-values.override.yaml} of one agent: the public chart clearml-agent. Its queues share one template. */
final class PublicAgentValues {
    private static final String GLUE = AgentValues.GLUE;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.,/-]*(?: [A-Za-z0-9_.,/-]+)*");
    private static final Set<String> NO_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private final Site site;
    private final Block<ClearmlAgent> agent;
    private final Release release;
    private final ChartValues values;

    private PublicAgentValues(Block<ClearmlAgent> agent, Release release) {
        this.site = release.site();
        this.agent = agent;
        this.release = release;
        this.values = new ChartValues(release.product(), release.version());
    }

    static ChartValues of(Block<ClearmlAgent> agent, Release release) {
        PublicAgentValues writing = new PublicAgentValues(agent, release);
        writing.write();
        return writing.values;
    }

    private void write() {
        PublicCharts.write(release, values, Set.of());
        values.put(
                release.secret(agent.get(ClearmlAgent.CREDENTIALS), AgentValues.CREDENTIALS),
                "clearml",
                "existingAgentk8sglueSecret");
        AgentValues.addresses(values, site);
        values.put(release.place(agent.get(ClearmlAgent.IMAGE)), GLUE, "defaultContainerImage");
        queues();
        values.put(agent.get(ClearmlAgent.CREATE_QUEUES).map(Flag::new), GLUE, "createQueueIfNotExists");
        ownPod();
        settings();
        PodTemplate.of(release, agent).forEach((key, node) -> values.putEach(node, GLUE, "basePodTemplate", key));
        values.merge(agent.get(ClearmlAgent.VALUES), site);
    }

    /** The chart writes the names as they are into YAML (clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-deployment.yaml). */
    private void queues() {
        List<Object> names = new ArrayList<>();
        for (Block<Queue> queue : agent.get(ClearmlAgent.QUEUES)) {
            if (!names.isEmpty()) {
                names.add(",");
            }
            names.add(queue.named(queue.name()));
        }
        if (!names.isEmpty()) {
            values.put(Fact.text(names.toArray()).map(PublicAgentValues::quoted), GLUE, "queue");
        }
    }

    /** With quotes of its own where YAML would take it for something else than text. */
    private static Text quoted(String names) {
        boolean plain = PLAIN.matcher(names).matches() && !NO_TEXT.contains(names.toLowerCase(Locale.ROOT));
        return new Text(plain ? names : '"' + names.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** How tasks reach storage: the agent hands its own {@code clearml.conf} to each (clearml/clearml-agent:clearml_agent/glue/k8s.py). */
    private void settings() {
        Mapping tasks = ClearmlConf.tasks(site.all(ClearmlServer.KIND).get(0), site);
        if (!tasks.entries().isEmpty()) {
            values.put(new Nested(new HoconPrinter(), tasks), "clearml", "clearmlConfig");
        }
    }

    /**
     * What the agent's own pod trusts. The container in it that waits for the server can be given no certificates, so it has to ask without
     * checking; the agent itself checks in spite of the same switch, because {@code requests} takes {@code REQUESTS_CA_BUNDLE} before what a
     * session says (psf/requests:src/requests/sessions.py, {@code merge_environment_settings}).
     */
    private void ownPod() {
        values.put(
                Sequence.of(TaskEnvironment.ofAgent(site).stream()
                        .map(variable -> PodTemplate.variable(release, variable))
                        .toList()),
                GLUE,
                "extraEnvs");
        Trust.bundle(site).ifPresent(bundle -> {
            values.put(bundle.map(any -> new Flag(false)), GLUE, "clearmlcheckCertificate");
        });
        TaskFile.trusted(site).ifPresent(file -> values.put(Sequence.of(List.of(file.mounted())), GLUE, "fileMounts"));
    }
}
