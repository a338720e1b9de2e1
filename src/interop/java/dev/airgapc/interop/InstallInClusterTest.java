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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both Helms install charts of the vendor's names into a real API server; the charts keep the values that they were given. */
@ReadBy(
        value = {"bash", "etcd", "kube-apiserver", "kubectl", "helm-3", "helm-4"},
        what = "`install.sh`, values files",
        proves =
                "releases are installed and upgraded with the page's values, and keys reach them in no file that stays")
class InstallInClusterTest {
    private static final String SITE = "clearml/site.ag";
    private static final String REPOSITORY =
            "chart-repo main { url = \"oci://registry.core.corp.example:5000/charts\" }\n";
    private static final String SECRET = "canary \"x\\ #y";

    @TempDir
    static Path server = Path.of("");

    private static LocalCluster cluster;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        cluster = LocalCluster.start(server);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void releasesHoldTheValues(String helm) throws IOException {
        Compilation site = site(helm);
        Examples.write(site, folder);
        wrap(helm);
        chart(helm, "clearml-enterprise", "11.0.2");
        chart(helm, "clearml-enterprise-agent", "6.14.6");
        chart(helm, "clearml-enterprise-app-gateway", "3.2.0");

        Processes.Result first = run();
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().endsWith("install.sh: 3 installed\n"), first.err());
        assertFalse((first.out() + first.err()).contains("canary"), first.err());
        assertEquals(values(site, "agent-values.override.yaml"), given(helm, "clearml-enterprise-agent"));
        assertEquals(values(site, "clearml-values.override.yaml"), given(helm + "-web", "clearml-enterprise"));
        ObjectNode gateway = values(site, "app-gateway-values.override.yaml");
        gateway.withObject("/clearml").put("apiKey", "access").put("apiSecret", SECRET);
        assertEquals(gateway, given(helm, "clearml-enterprise-app-gateway"));
        try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
            assertEquals(List.of(), files.toList());
        }

        assertEquals(0, run("agent-main").exit(), "it is upgraded");
        assertTrue(cluster.ok("get", "secrets", "--namespace=" + helm)
                .contains("sh.helm.release.v1.clearml-enterprise-agent.v2"));
    }

    /** The example, with the charts on the medium and in namespaces of its own. */
    private static Compilation site(String namespace) {
        String page = Examples.text(SITE);
        assertTrue(page.contains(REPOSITORY));
        String context = LocalCluster.CONTEXT.replace("\"", "\\\"");
        return Examples.changed(
                SITE,
                page.replace(REPOSITORY, "")
                        .replace("context      = \"\\(site.name)\"", "context      = \"" + context + "\"")
                        .replace("agent main {", "agent main {\n  namespace = \"" + namespace + "\"")
                        .replace("storage = object", "namespace = \"" + namespace + "-web\"\n  storage = object"));
    }

    private static ObjectNode values(Compilation site, String end) {
        return new ObjectMapper()
                .valueToTree(Trees.plain(Examples.file(site, end).content()));
    }

    /** What the chart was given, of which it made a ConfigMap of the release's name. */
    private static JsonNode given(String namespace, String release) throws IOException {
        String json =
                cluster.ok("get", "configmap", release, "--namespace=" + namespace, "--output=jsonpath={.data.values}");
        return new ObjectMapper().readTree(json);
    }

    private void wrap(String helm) throws IOException {
        Path wrapper = Files.createDirectories(folder.resolve("bin")).resolve("helm");
        Files.writeString(wrapper, "#!/bin/sh\nexec " + Consumer.program(helm) + " \"$@\"\n");
        assertTrue(wrapper.toFile().setExecutable(true));
        Files.createDirectories(folder.resolve("temporary"));
    }

    private void chart(String helm, String name, String version) throws IOException {
        Path chart = folder.resolve("made").resolve(name);
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(
                chart.resolve("Chart.yaml"), "apiVersion: v2\nname: " + name + "\nversion: " + version + "\n");
        Files.writeString(chart.resolve("templates/probe.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: {{ .Release.Name }}
                data:
                  values: {{ .Values | toJson | quote }}
                """);
        Processes.Result packed = Processes.run(
                folder,
                environment(),
                List.of(Consumer.program(helm), "package", "--destination", "medium/charts", chart.toString()));
        assertEquals(0, packed.exit(), packed.err());
    }

    private Processes.Result run(String... names) throws IOException {
        return Processes.run(
                folder,
                environment(),
                Stream.concat(Stream.of(Consumer.program("bash"), "inside/clearml/install.sh"), Stream.of(names))
                        .toList());
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(cluster.environment());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("TMPDIR", folder.resolve("temporary").toString());
        environment.put("CLEARML_ADMIN_ACCESS_KEY", "access");
        environment.put("CLEARML_ADMIN_SECRET_KEY", SECRET);
        return environment;
    }
}
