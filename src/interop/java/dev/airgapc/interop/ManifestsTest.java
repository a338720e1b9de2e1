package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.compile.Compilation;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server takes every manifest with strict decoding, by the definitions of the kinds where they are not its own. */
@ReadBy(
        value = {"etcd", "kube-apiserver", "kubectl", "external-secrets"},
        what = "every manifest",
        proves = "the server takes it with strict decoding, and refuses what is misspelt")
class ManifestsTest {
    private static final String SITE = "clearml/site.ag";
    private static final String NAMESPACE = "clearml";

    @TempDir
    static Path folder = Path.of("");

    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = LocalCluster.start(folder);
        cluster.define();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    static List<Compilation> compilations() {
        return Stream.concat(Examples.sites().stream().map(Examples::compile), Stream.of(migrating()))
                .filter(compilation -> !manifests(compilation).isEmpty())
                .toList();
    }

    private static Compilation migrating() {
        String page = Examples.text(SITE);
        assertTrue(page.contains("mongodb = operator"));
        return Examples.changed(SITE, page.replace("mongodb = operator", "mongodb = migrating"));
    }

    private static List<OutputFile> manifests(Compilation compilation) {
        return compilation.files().stream()
                .filter(file -> file.reader() == Program.KUBECTL)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("compilations")
    void isTaken(Compilation compilation) throws IOException {
        for (OutputFile manifest : manifests(compilation)) {
            Path file = write(Examples.print(manifest));
            String namespace = namespace(manifest);
            Processes.Result tried = apply(namespace, file, "--dry-run=server");
            assertEquals(0, tried.exit(), tried.err());
            assertEquals(
                    new Processes.Result(0, tried.out().replace(" (server dry run)", ""), ""),
                    apply(namespace, file, "--dry-run=none"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "external-secrets.yaml | secretStoreRef:     | secretStoreReff:       | unknown field \"spec.secretStoreReff\"",
                "external-secrets.yaml | creationPolicy: \"Owner\" | creationPolicy: \"Ownr\" | Unsupported value: \"Ownr\"",
                "external-secrets.yaml | apiVersion: \"external-secrets.io/v1\" | apiVersion: \"external-secrets.io/v9\" | no matches for kind",
                "mongodb-migrate.yaml  | restartPolicy:      | restartPolicyy:        | unknown field \"spec.restartPolicyy\"",
            })
    void aMistakeIsRefused(String end, String right, String wrong, String message) throws IOException {
        OutputFile manifest = Examples.file(migrating(), end);
        String text = Examples.print(manifest);
        assertTrue(text.contains(right), text);
        Processes.Result result = apply(namespace(manifest), write(text.replace(right, wrong)), "--dry-run=server");
        assertEquals(1, result.exit(), result.out());
        assertTrue(result.err().contains(message), result.err());
    }

    /** Names that YAML would read as something else, and the longest ones; an entry may be any text. */
    @Test
    void hostileNamesArriveAsTheyAre() throws IOException {
        String longest = "a" + "-b".repeat(31);
        String entry = "kv/it's $HOME {{ .x }} é: #";
        Compilation compilation = Examples.changed(
                SITE,
                Examples.text(SITE)
                        .replace(
                                "secret git { from = vault(\"kv/\\(site.name)/git\") }",
                                "secret git {\n  name = \"null\"\n  username = vault(\"kv/x#it's \\\"a\\\"\")\n  password = external(\"store.of-1\", \""
                                        + entry.replace("#", "") + "#p: q\")\n}")
                        .replace(
                                "secret s3 {",
                                "secret s3 {\n  name = \"1e3\"\n  from = vault(\"kv/s3\")\n}\nsecret unused {")
                        .replace("agent main {", "agent main {\n  namespace = \"" + longest + "\"")
                        .replace("storage = object", "namespace = \"123\"\n  storage = object")
                        .replace("secret-store = \"vault-ml\"", "secret-store = \"on\""));
        OutputFile manifest = Examples.file(compilation, "external-secrets.yaml");
        Processes.Result result = apply(namespace(manifest), write(Examples.print(manifest)), "--dry-run=none");
        assertEquals(0, result.exit(), result.err());
        JsonNode git = new ObjectMapper()
                .readTree(cluster.ok("get", "externalsecret", "null", "--namespace", longest, "--output=json"));
        assertEquals("on", git.at("/spec/secretStoreRef/name").asText());
        assertEquals("it's \"a\"", git.at("/spec/data/0/remoteRef/property").asText());
        assertEquals(
                "store.of-1", git.at("/spec/data/1/sourceRef/storeRef/name").asText());
        assertEquals(
                entry.replace("#", ""), git.at("/spec/data/1/remoteRef/key").asText());
        cluster.ok("get", "externalsecret", "1e3", "--namespace", longest);
        cluster.ok("get", "externalsecret", "registry-pull", "--namespace=123");
    }

    /** The runbook's own lines make the namespaces and apply the manifest. */
    @Test
    void theRunbookAppliesThem() throws IOException {
        Path site = folder.resolve("site");
        String page = Examples.text(SITE).replace("agent main {", "agent main {\n  namespace = \"not-there-yet\"");
        Examples.write(Examples.changed(SITE, page), site);
        String runbook = Files.readString(site.resolve("RUNBOOK.md"));
        String step = runbook.substring(runbook.indexOf("Let the operator make the secrets\n"));
        String commands = step.substring(step.indexOf("```sh\n") + 6, step.indexOf("```\n"));
        Processes.Result result =
                Processes.run(site, cluster.environment(), List.of("bash", "-euo", "pipefail", "-c", commands));
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("namespace/not-there-yet created\n"), result.out());
        assertTrue(result.out().matches("(?s).*\nnot-there-yet +registry-pull .*"), result.out());
    }

    /** Makes every namespace that a manifest names, and says which one kubectl is to assume: none where the manifest names them. */
    private static String namespace(OutputFile manifest) {
        List<String> named = manifest.content().leaves().entrySet().stream()
                .filter(leaf -> leaf.getKey().endsWith("/metadata/namespace"))
                .map(leaf -> leaf.getValue().value().text())
                .distinct()
                .toList();
        for (String namespace : named.isEmpty() ? List.of(NAMESPACE) : named) {
            if (cluster.kubectl("get", "namespace", namespace).exit() != 0) {
                cluster.ok("create", "namespace", namespace);
            }
        }
        return named.isEmpty() ? "--namespace=" + NAMESPACE : "--namespace=";
    }

    private static Processes.Result apply(String namespace, Path file, String dryRun) {
        return cluster.kubectl("apply", namespace, dryRun, "--validate=strict", "--filename", file.toString());
    }

    private static Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "manifest", ".yaml"), text);
    }
}
