package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgapc.catalog.Catalog;
import dev.airgapc.compile.Compilation;
import dev.airgapc.output.Header;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.YamlTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charts that read the documented keys, rendered with our values. They are written for this test, those of the enterprise edition because
 * the vendor's are not public. A key that no chart reads does nothing, and nobody says so; here it fails.
 */
@ReadBy(
        value = {"helm-3", "helm-4"},
        what = "values files, by charts of ours that read the documented keys",
        proves = "every key that is written has an effect; pods have their mirror, pull secret, references, files")
class ChartsTest {
    /** The installation gives these to the gateway, beside the values. */
    private static final String KEYS = "clearml: {apiKey: access, apiSecret: secret}\n";

    @TempDir
    Path folder = Path.of("");

    private static final String OPEN = "oss/site.ag";

    /** What the example of the open source edition does not say. */
    private static final String MORE = """
              cpu            = 4
              user           = 1000
              priority-class = "batch"
              tolerations    = ["gpu=true:NoSchedule"]
              node-selector "zone" -> "a"
              label "team" -> "ml"
              annotation "corp.example/note" -> "x"
            """;

    /** In these, together, stands every key that is ever written. */
    private static List<Compilation> sites() {
        Path examples = Path.of("examples");
        String page = Examples.text(OPEN);
        return List.of(
                Examples.compile(examples.resolve("minimal/site.ag")),
                Examples.compile(examples.resolve("clearml/site.ag")),
                YamlTexts.manual("clearml-agent.ag"),
                YamlTexts.manual("clearml-server.ag"),
                YamlTexts.manual("clearml-gateway.ag"),
                YamlTexts.manual("clearml-serving.ag"),
                Examples.compile(examples.resolve(OPEN)),
                open(page.replace("7.14.7\"", "7.15.0\"\n  mongodb     = operator")
                        .replace("  fileserver  = false\n", "")
                        .replace("class = \"nginx\"", "class = \"nginx\"\n    annotation \"a\" -> \"b\"")
                        .replace("  gpus        = 1\n", "  gpus        = 1\n" + MORE)),
                open(inTwoRegistries(page).replace("  fileserver  = false\n", "")));
    }

    /** The same with one image that is pinned and lies elsewhere. */
    private static String inTwoRegistries(String page) {
        String other = """
                registry other { host = "registry.two.corp.example" }
                image redis {
                  source   = "docker.io/bitnamilegacy/redis:7.0.9-debian-11-r1"
                  digest   = "sha256:%s"
                  registry = registry.other
                  inside   = "registry.two.corp.example/cache/redis:7.0.9-debian-11-r1"
                }
                """.formatted("0".repeat(64));
        return page.replace("registry main {", other + "registry main {")
                .replace("core.corp.example\"]", "core.corp.example\", \"registry.two.corp.example\"]")
                .replace(
                        "  credentials = secret.clearml-",
                        "  registry    = registry.main\n  credentials = secret.clearml-");
    }

    private static Compilation open(String page) {
        Compilation site = Examples.changed(OPEN, page);
        assertFalse(site.report().hasErrors());
        return site;
    }

    /** Every values file, and the chart that reads it. */
    private static Map<OutputFile, String> values() {
        Map<OutputFile, String> values = new LinkedHashMap<>();
        sites().forEach(site -> values(site).forEach(file -> values.put(file, HelmChart.of(site, file))));
        return values;
    }

    private static List<OutputFile> values(Compilation site) {
        return site.files().stream()
                .filter(file -> file.reader() == Program.HELM)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void everyKeyHasAnEffect(String helm) throws IOException {
        Set<String> with = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        for (Map.Entry<OutputFile, String> one : values().entrySet()) {
            OutputFile file = one.getKey();
            String chart = one.getValue();
            HelmChart rendering = HelmChart.named(helm, chart, folder);
            Marked marked = Marked.of(file.content());
            String rendered = rendering.render(print(marked.tree()), KEYS);
            marked.marks().forEach((pointer, mark) -> (rendered.contains(mark) ? with : without).add(chart + pointer));
            for (String flag : marked.flags()) {
                if (!with.contains(chart + flag)) {
                    boolean same = rendered.equals(rendering.render(print(marked.turned(flag)), KEYS));
                    (same ? without : with).add(chart + flag);
                }
            }
        }
        assertEquals(Set.of(), without);
        assertEquals(
                List.of(),
                reached()
                        .filter(key -> with.stream().noneMatch(seen -> seen.matches(key)))
                        .toList());
    }

    /** Every key of a chart that the manual says a word goes to, and every one that the catalogue has of the public charts, as a pattern. */
    private static Stream<String> reached() throws IOException {
        Stream<String> enterprise = Files.readAllLines(Path.of("src/main/resources/manual/reaches.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> row.length > 4 && row[3].startsWith("clearml-enterprise"))
                .map(row -> row[3] + "/" + row[4].replaceAll("\\[.*", "").replace(".", "/"));
        Stream<String> open = Stream.of("clearml", "clearml-agent", "clearml-serving")
                .flatMap(name -> new Catalog()
                        .product(name).keys().stream()
                                .filter(key -> !Set.of("env", "secret")
                                        .contains(key.steps().get(0)))
                                .map(key -> name + "/" + String.join("/", key.steps())));
        return Stream.concat(enterprise, open)
                .map(path -> path.replace("*", "[^/]+") + "(/.*)?")
                .distinct();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void tasksAndAgentComeFromTheMirror(String helm) {
        Compilation site = Examples.compile(Path.of("examples/minimal/site.ag"));
        List<JsonNode> objects = objects(helm, site, "agent-main/");
        assertEquals(
                "registry.ml.corp.example:5000/docker.io/clearml/clearml-enterprise-agent-k8s-base:1.31-3.0.3-469",
                pod(objects, "Deployment", "release").at("/containers/0/image").asText());
        JsonNode task = pod(objects, "PodTemplate", "release-task-gpu");
        assertEquals(
                "registry.ml.corp.example:5000/ml/python:3.12",
                task.at("/containers/0/image").asText());
        assertEquals(
                1, task.at("/containers/0/resources/limits/nvidia.com~1gpu").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void podsHaveWhatTheSiteSays(String helm) {
        Compilation site = Examples.compile(Path.of("examples/clearml/site.ag"));
        List<JsonNode> agent = objects(helm, site, "agent-main/");
        JsonNode task = pod(agent, "PodTemplate", "release-task-gpu");
        assertEquals("WARN", variable(task, "NCCL_DEBUG").at("/value").asText());
        assertEquals(
                "https://pypi.core.corp.example/simple",
                variable(task, "PIP_INDEX_URL").at("/value").asText());
        assertEquals("32Gi", task.at("/containers/0/resources/limits/memory").asText());
        assertEquals(
                "NVIDIA-H100-80GB-HBM3",
                task.at("/nodeSelector/nvidia.com~1gpu.product").asText());
        String bundle = variable(task, "SSL_CERT_FILE").at("/value").asText();
        assertEquals(Set.of(bundle, "/dev/shm", "/bootstrap"), texts(task, "/containers/0/volumeMounts", "/mountPath"));
        assertEquals(
                "{\"cpu\":{\"maxPods\":20},\"default\":{},\"gpu\":{}}",
                variable(pod(agent, "Deployment", "release"), "QUEUE_SETTINGS")
                        .at("/value")
                        .asText());

        List<JsonNode> server = objects(helm, site, "server/");
        JsonNode ingress = named(server, "Ingress", "apiserver").at("/spec");
        assertEquals("api.ml.corp.example", ingress.at("/rules/0/host").asText());
        assertEquals("ml-tls", ingress.at("/tls/0/secretName").asText());
        assertEquals(
                "ClusterIP",
                named(server, "Service", "webserver").at("/spec/type").asText());
        assertEquals(
                3,
                named(server, "MongoDBCommunity", "mongodb").at("/spec/members").asInt());
        assertFalse(
                server.stream().anyMatch(object -> object.at("/kind").asText().equals("StatefulSet")));

        List<JsonNode> gateway = objects(helm, site, "gateway-main/");
        assertEquals(
                "https://api.ml.corp.example",
                variable(pod(gateway, "Deployment", "release"), "CLEARML_API_HOST")
                        .at("/value")
                        .asText());
        JsonNode stream = named(gateway, "Service", "release-stream").at("/spec");
        assertEquals("LoadBalancer", stream.at("/type").asText());
        assertEquals(30100, stream.at("/ports/0/port").asInt());
        assertEquals(30200, stream.at("/ports/1/port").asInt());
    }

    /** The databases are charts of their own, which read other keys; an image that is pinned or lies elsewhere is where the plan has it. */
    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void everyImageIsWhereThePlanHasIt(String helm) {
        String page = Examples.text(OPEN);
        String newer = page.replace("7.14.7\"", "7.15.0\"\n  mongodb     = bundled");
        for (String text : List.of(page, inTwoRegistries(page), newer, page.replace("= values", "= nodes"))) {
            Compilation site = open(text);
            Set<String> planned = new TreeSet<>();
            site.plan()
                    .orElseThrow()
                    .images()
                    .forEach(image -> planned.add(image.name().value().text()));
            Set<String> run = new TreeSet<>();
            for (String chart : List.of("server/", "agent-main/", "serving-main/")) {
                for (JsonNode object : objects(helm, site, chart)) {
                    object.findValues("image").forEach(image -> run.add(image.asText()));
                }
            }
            run.remove("registry.core.corp.example:5000/ml/python:3.12");
            assertEquals(planned, run);
        }
    }

    /** What answers with models: its certificates and settings are where its variables say, and its pods need nothing that is not made. */
    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void servingHasWhatItNeeds(String helm) {
        Compilation site = Examples.compile(Path.of("examples/oss/site.ag"));
        List<JsonNode> serving = objects(helm, site, "serving-main/");
        JsonNode pod = pod(serving, "Deployment", "release-inference");
        String folder = pod.at("/containers/0/volumeMounts/0/mountPath").asText() + "/";
        JsonNode files = named(serving, "ConfigMap", "release-inference").at("/data");
        for (String variable : List.of("REQUESTS_CA_BUNDLE", "PIP_CERT", "CLEARML_CONFIG_FILE")) {
            String path = variable(pod, variable).at("/value").asText();
            assertTrue(path.startsWith(folder), path);
            assertTrue(files.has(path.substring(folder.length())), path);
        }
        assertEquals(
                "catboost==1.2.2",
                variable(pod, "CLEARML_EXTRA_PYTHON_PACKAGES").at("/value").asText());
        assertEquals(
                "grafana",
                variable(pod(serving, "Deployment", "grafana"), "GF_SECURITY_ADMIN_PASSWORD")
                        .at("/valueFrom/secretKeyRef/name")
                        .asText());
        Set<String> made = Set.of(
                "s3/access-key",
                "s3/secret-key",
                "clearml-serving/api-access-key",
                "clearml-serving/api-secret-key",
                "grafana/admin-user",
                "grafana/admin-password");
        for (JsonNode object : serving) {
            JsonNode spec = object.at("/spec/template/spec");
            if (spec.has("containers")) {
                assertEquals(List.of(), missing(spec, "", made), object.toString());
            }
        }
    }

    /** Of every pod: it pulls with the site's secret, reads only secrets that are made where it runs, and names nothing twice. */
    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void podsReferToWhatIsThere(String helm) {
        Compilation site = Examples.compile(Path.of("examples/clearml/site.ag"));
        Set<String> made = new TreeSet<>();
        for (JsonNode object : HelmChart.objects(Examples.print(Examples.file(site, "external-secrets.yaml")))) {
            String name = object.at("/metadata/namespace").asText() + "/"
                    + object.at("/spec/target/name").asText();
            made.add(name);
            object.at("/spec/data")
                    .forEach(data -> made.add(name + "/" + data.at("/secretKey").asText()));
        }
        int pods = 0;
        for (String chart : List.of("agent-main/", "server/", "gateway-main/")) {
            String namespace = chart.equals("server/") ? "clearml/" : "clearml-agent/";
            List<JsonNode> objects = objects(helm, site, chart);
            Set<String> there = new TreeSet<>(made);
            objects.stream()
                    .filter(object -> object.at("/kind").asText().equals("Secret"))
                    .forEach(object -> {
                        String name = namespace + object.at("/metadata/name").asText();
                        there.add(name);
                        object.at("/stringData").fieldNames().forEachRemaining(key -> there.add(name + "/" + key));
                    });
            for (JsonNode object : objects) {
                JsonNode pod = object.at(object.has("template") ? "/template/spec" : "/spec/template/spec");
                if (pod.has("containers") && !object.at("/kind").asText().equals("StatefulSet")) {
                    pods++;
                    assertEquals(List.of(), missing(pod, namespace, there), object.toString());
                }
            }
        }
        assertEquals(10, pods);
    }

    private static List<String> missing(JsonNode pod, String namespace, Set<String> there) {
        List<String> missing = new ArrayList<>();
        if (!texts(pod, "/imagePullSecrets", "/name").equals(Set.of("registry-pull"))) {
            missing.add("pull secret");
        }
        JsonNode container = pod.at("/containers/0");
        Set<String> volumes = texts(pod, "/volumes", "/name");
        Set<String> names = texts(container, "/env", "/name");
        if (volumes.size() != pod.at("/volumes").size()
                || names.size() != container.at("/env").size()) {
            missing.add("a name of its own");
        }
        if (!volumes.containsAll(texts(container, "/volumeMounts", "/name"))) {
            missing.add("volume");
        }
        for (JsonNode variable : container.at("/env")) {
            JsonNode reference = variable.at("/valueFrom/secretKeyRef");
            String key = namespace + reference.at("/name").asText() + "/"
                    + reference.at("/key").asText();
            if (reference.isObject() && !there.contains(key)) {
                missing.add(key);
            }
        }
        return missing;
    }

    private List<JsonNode> objects(String helm, Compilation site, String end) {
        OutputFile file = site.files().stream()
                .filter(one -> one.reader() == Program.HELM && one.path().contains("/" + end))
                .findFirst()
                .orElseThrow();
        HelmChart chart = HelmChart.named(helm, HelmChart.of(site, file), folder);
        return HelmChart.objects(chart.render(Examples.print(file), KEYS));
    }

    private static JsonNode named(List<JsonNode> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> object.at("/kind").asText().equals(kind))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + objects));
    }

    private static JsonNode pod(List<JsonNode> objects, String kind, String name) {
        JsonNode object = named(objects, kind, name);
        return object.at(kind.equals("PodTemplate") ? "/template/spec" : "/spec/template/spec");
    }

    private static JsonNode variable(JsonNode pod, String name) {
        for (JsonNode variable : pod.at("/containers/0/env")) {
            if (variable.at("/name").asText().equals(name)) {
                return variable;
            }
        }
        throw new AssertionError("no " + name + " in " + pod);
    }

    private static Set<String> texts(JsonNode node, String list, String each) {
        Set<String> texts = new TreeSet<>();
        node.at(list).forEach(item -> texts.add(item.at(each).asText()));
        return texts;
    }

    private static String print(Node tree) {
        return new YamlPrinter().print(tree, Header.NONE).text();
    }
}
