package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of tasks is a pod that a real API server takes: names, keys, values and amounts at their limits. */
@ReadBy(
        value = {"etcd", "kube-apiserver", "kubectl"},
        what = "templates of tasks' pods in values",
        proves = "whatever a page may say of tasks, the server takes as a pod")
class TaskPodsTest {
    private static final String SITE = "clearml/site.ag";
    private static final String QUEUE = "queue gpu {";
    private static final Map<String, String> METADATA = Map.of("labels", "", "annotations", "");
    private static final Map<String, String> CONTAINER =
            Map.of("env", "", "volumeMounts", "", "resources", "", "containerSecurityContext", "securityContext");
    private static final Map<String, String> SPEC =
            Map.of("volumes", "", "nodeSelector", "", "tolerations", "", "priorityClassName", "");

    @TempDir
    static Path folder = Path.of("");

    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = LocalCluster.start(folder);
        cluster.ok("create", "priorityclass", "1e3", "--value=1");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void atTheirLimits() throws IOException {
        String longest = "x".repeat(63);
        String prefix = "d".repeat(63) + ".e-f.example";
        taken("""
                    cpu            = 500m
                    priority-class = "1e3"
                    user           = 2147483647
                    gpu-resource   = "PREFIX/mig-1g.10gb"
                    tolerations    = ["PREFIX/LONGEST=LONGEST:NoExecute", "null:PreferNoSchedule"]
                    label "PREFIX/LONGEST" -> "LONGEST"
                    label "null" -> "true"
                    label "a_b.C-1" -> ""
                    annotation "Upper.Example/a" -> "{\\"a\\": \\"é $(X)\\"}"
                    node-selector "PREFIX/LONGEST" -> "1e3"
                    mount "/data/a-b" { claim = "null" }
                    mount "/data/a_b" { claim = "1e3" }
                    mount "/data/A/b" { config-map = "on" }
                    mount "/data/a/b" { host-path = "/data/a b" }
                    mount "/data/é" { memory = 1k }
                    mount "/LONGEST/LONGEST/a" { memory = 1Ti }
                    mount "/LONGEST/LONGEST/b" { claim = "x" }
                """.replace("PREFIX", prefix).replace("LONGEST", longest));
    }

    @Test
    void withAFileOfLogins() throws IOException {
        String index = "/simple\"\n  requirements";
        String page = Examples.text(SITE);
        assertTrue(page.contains(index));
        taken(Examples.changed(
                SITE,
                page.replace(index, "/simple\"\n  credentials = secret.clearml-agent-login\n  requirements")
                        + "secret clearml-agent-login { from = env(\"LOGIN\") }\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label \"no key\" -> \"x\"",
                "label \"a/b/c\" -> \"x\"",
                "label \"Upper.Example/a\" -> \"x\"",
                "label \"-a\" -> \"x\"",
                "label \"a\" -> \"no value\"",
                "label \"a\" -> \"a/b\"",
                "annotation \"a b\" -> \"x\"",
                "node-selector \"\" -> \"x\"",
                "node-selector \"a\" -> \"x-\"",
                "tolerations = [\"a/b/c:NoSchedule\"]",
                "tolerations = [\"a=b c:NoSchedule\"]",
                "gpu-resource = \"gpu\"",
                "gpu-resource = \"a b/c\"",
                "user = 2147483648",
            })
    void beyondThem(String entry) {
        assertTrue(compile(entry).report().hasErrors(), entry);
    }

    private static Compilation compile(String entries) {
        String page = Examples.text(SITE);
        assertTrue(page.contains(QUEUE));
        return Examples.changed(SITE, page.replace(QUEUE, QUEUE + "\n" + entries));
    }

    private static void taken(String entries) throws IOException {
        taken(compile(entries));
    }

    private static void taken(Compilation compilation) throws IOException {
        assertFalse(compilation.report().hasErrors(), Examples.errors(compilation)::toString);
        JsonNode values = new ObjectMapper()
                .valueToTree(Trees.plain(
                        Examples.file(compilation, "agent-values.override.yaml").content()));
        JsonNode agent = values.at("/agentk8sglue");
        assertFalse(agent.at("/queues/gpu/templateOverrides").isMissingNode());
        ObjectNode template = agent.at("/basePodTemplate").deepCopy();
        template.setAll((ObjectNode) agent.at("/queues/gpu/templateOverrides"));
        Path file = Files.writeString(
                folder.resolve("pod.json"),
                pod(
                        template,
                        agent.at("/defaultContainerImage"),
                        values.at("/imageCredentials/extraImagePullSecrets")));
        Processes.Result result = cluster.kubectl(
                "create", "--namespace=default", "--dry-run=server", "--validate=strict", "--filename=" + file);
        assertEquals(new Processes.Result(0, "pod/task created (server dry run)\n", ""), result);
    }

    /** A pod as the agent makes it: each key of the template where Kubernetes has it. Files of the template are the chart's own matter. */
    private static String pod(ObjectNode template, JsonNode image, JsonNode pullSecrets) {
        ObjectNode pod =
                new ObjectMapper().createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", "task");
        ObjectNode spec = pod.putObject("spec");
        spec.set("imagePullSecrets", pullSecrets);
        ObjectNode container = spec.putArray("containers").addObject().put("name", "task");
        container.set("image", image);
        template.remove("fileMounts");
        template.properties().forEach(entry -> {
            String key = entry.getKey();
            boolean known = METADATA.containsKey(key) || CONTAINER.containsKey(key) || SPEC.containsKey(key);
            assertTrue(known, key + " has no place in a pod");
            ObjectNode place = METADATA.containsKey(key) ? metadata : CONTAINER.containsKey(key) ? container : spec;
            place.set(CONTAINER.getOrDefault(key, "").isEmpty() ? key : CONTAINER.get(key), entry.getValue());
        });
        return pod.toString();
    }
}
