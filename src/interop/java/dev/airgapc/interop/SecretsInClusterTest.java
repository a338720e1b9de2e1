package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script makes its objects in a real API server, by a real kubectl, and shows what they hold to nobody. */
@ReadBy(
        value = {"bash", "etcd", "kube-apiserver", "kubectl", "strace"},
        what = "`create-secrets.sh`",
        proves = "objects are made once and changed when they differ; a secret is in no argument, log or file")
class SecretsInClusterTest {
    private static final String ACCESS = "canary 'access' \"$HOME\" `id` \\ %s é";
    private static final String SECRET = "canary-secret: {} # no\nsecond line";
    private static final String USER = "robot$canary";
    private static final String PASSWORD = "canary\"p\\w";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\ncanary-certificate\n";
    private static final String KEY = "canary-key";
    private static final String LOGIN = USER + ":" + PASSWORD;
    private static final String CONFIG =
            "{\"auths\":{\"registry.ml.corp.example:5000\":{\"auth\":\"" + base64(LOGIN) + "\"}}}";
    /** Names and namespaces that YAML reads as something else. */
    private static final String PAGE = """
            airgap 1
            site { domain = "ml.corp.example" }
            secret agent {
              name = "null"
              from = FROM
            }
            secret pull { from = file("FOLDER/pull") }
            secret tls {
              name        = "1e3"
              certificate = file("FOLDER/it's \\"$HOME\\"")
              private-key = vault("kv/tls#private key")
            }
            secret git { from = existing("git.login-1") }
            registry main {
              host = "registry.ml.corp.example:5000"
              pull = secret.pull
            }
            index main { url = "https://pypi.ml.corp.example/simple" }
            git-host main {
              host        = "git.ml.corp.example"
              credentials = secret.git
            }
            cluster ml {
              distribution = kubeadm
              context      = "CONTEXT"
              rewrite      = nodes
            }
            clearml-server {
              edition   = enterprise
              chart     = "11.0.2"
              mongodb   = operator
              namespace = "1NAMESPACE"
              ingress { tls = secret.tls }
            }
            clearml-agent main {
              chart       = "6.14.6"
              namespace   = "NAMESPACE"
              image       = "registry.ml.corp.example:5000/ml/python:3.12"
              credentials = secret.agent
              queue gpu { gpus = 1 }
            }
            """;

    @TempDir
    static Path server = Path.of("");

    private static LocalCluster cluster;

    @TempDir
    Path folder = Path.of("");

    private Path script = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        cluster = LocalCluster.start(server);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void sources() throws IOException {
        for (String one : List.of("pull", "agent", "home", "temporary", "bin", "work")) {
            Files.createDirectories(folder.resolve(one));
        }
        Files.writeString(folder.resolve("pull/username"), USER + "\n");
        Files.writeString(folder.resolve("pull/password"), PASSWORD);
        Files.writeString(folder.resolve("agent/access-key"), ACCESS);
        Files.writeString(folder.resolve("agent/secret-key"), SECRET);
        Files.writeString(folder.resolve("it's \"$HOME\""), CERTIFICATE + "\n");
        Files.writeString(folder.resolve("private key"), KEY);
        Path vault =
                Files.writeString(folder.resolve("bin/vault"), "#!/bin/sh\nexec cat \"" + folder + "/${3#-field=}\"\n");
        assertTrue(vault.toFile().setExecutable(true));
    }

    @Test
    void objectsAreMadeOnceAndChangedWhenTheyDiffer() throws IOException {
        write("on", "env(\"AGENT\")");
        existing("on");
        Processes.Result first = run(List.of());
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().endsWith("create-secrets.sh: 5 done\n"), first.err());
        Map<String, JsonNode> made = secrets("on");
        holds(made, "null", "Opaque", Map.of("agentk8sglue_key", ACCESS, "agentk8sglue_secret", SECRET));
        holds(made, "pull", "kubernetes.io/dockerconfigjson", Map.of(".dockerconfigjson", CONFIG));
        Map<String, JsonNode> web = secrets("1on");
        holds(web, "1e3", "kubernetes.io/tls", Map.of("tls.crt", CERTIFICATE, "tls.key", KEY));
        holds(web, "pull", "kubernetes.io/dockerconfigjson", Map.of(".dockerconfigjson", CONFIG));

        assertEquals(0, run(List.of()).exit());
        assertEquals(made, secrets("on"), "a second run changes nothing");

        Files.writeString(folder.resolve("pull/password"), "another");
        assertEquals(0, run(List.of(), "pull", "null").exit());
        Map<String, JsonNode> changed = secrets("on");
        assertEquals(made.get("null"), changed.get("null"));
        assertNotEquals(made.get("pull"), changed.get("pull"));
        holds(
                changed,
                "pull",
                "kubernetes.io/dockerconfigjson",
                Map.of(".dockerconfigjson", CONFIG.replace(base64(LOGIN), base64(USER + ":another"))));
    }

    /** A type cannot be changed; what somebody made by hand is taken over. */
    @Test
    void whatIsThereIsReplaced() throws IOException {
        write("123", "file(\"FOLDER/agent\")");
        cluster.ok("create", "namespace", "123");
        cluster.ok("create", "secret", "generic", "pull", "--namespace=123", "--from-literal=x=y");
        cluster.ok("create", "secret", "generic", "null", "--namespace=123", "--from-literal=agentk8sglue_key=old");
        assertEquals(0, run(List.of(), "pull", "null").exit());
        holds(secrets("123"), "pull", "kubernetes.io/dockerconfigjson", Map.of(".dockerconfigjson", CONFIG));
        holds(secrets("123"), "null", "Opaque", Map.of("agentk8sglue_key", ACCESS, "agentk8sglue_secret", SECRET));
    }

    @Test
    void whatExistsIsLookedFor() throws IOException {
        write("no", "file(\"FOLDER/agent\")");
        Processes.Result missing = run(List.of(), "git.login-1");
        assertEquals(1, missing.exit());
        assertEquals(
                "create-secrets.sh: secret git.login-1 is not in namespace no; the page says that it exists\n",
                missing.err());
        existing("no");
        Processes.Result there = run(List.of(), "git.login-1");
        assertEquals(new Processes.Result(0, "", "create-secrets.sh: 1 done\n"), there);
        Files.writeString(script, Files.readString(script).replace("$HOME", "elsewhere"));
        Processes.Result unknown = run(List.of(), "git.login-1");
        assertEquals(1, unknown.exit());
        assertTrue(unknown.err().contains("does not exist"), unknown.err());
        assertFalse(unknown.err().contains("the page says"), "another cluster says nothing of this one");
    }

    /** Of the environment of a child only what the caller put there himself may hold a secret. */
    @ParameterizedTest
    @ValueSource(strings = {"env(\"AGENT\")", "file(\"FOLDER/agent\")"})
    void aSecretIsInNoArgumentAndNoFile(String from) throws IOException {
        String namespace = from.startsWith("env") ? "traced-1" : "traced-2";
        write(namespace, from);
        existing(namespace);
        CallTrace trace = new CallTrace(folder.resolve("trace"));
        Processes.Result result = run(trace.command(from.startsWith("file")));
        assertEquals(0, result.exit(), result.err());
        holds(secrets(namespace), "null", "Opaque", Map.of("agentk8sglue_key", ACCESS, "agentk8sglue_secret", SECRET));
        String calls = trace.calls();
        assertTrue(calls.contains("\"--filename\", \"-\""), "kubectl is seen");
        nothingIn("the arguments", calls);
        nothingIn("the output", result.out() + result.err());
        for (String program : List.of("kube-apiserver", "etcd")) {
            nothingIn("the log of " + program, Files.readString(cluster.log(program)));
        }
        for (String path : trace.written()) {
            assertTrue(path.startsWith("/proc/") || path.startsWith(folder + "/home/.kube/cache/"), path);
        }
        for (String place : List.of("home", "temporary", "work")) {
            nothingBelow(folder.resolve(place));
        }
    }

    /** A server that refuses a change says so, and kubectl prints no more than that. */
    @Test
    void aRefusalShowsNothing() throws IOException {
        write("refused", "file(\"FOLDER/agent\")");
        assertEquals(0, run(List.of(), "null").exit());
        cluster.ok("create", "clusterrole", "reader", "--verb=get,create", "--resource=namespaces,secrets");
        cluster.ok("create", "clusterrolebinding", "reader", "--clusterrole=reader", "--user=reader");
        Files.writeString(folder.resolve("agent/secret-key"), "canary-other");
        Files.writeString(
                folder.resolve("kubeconfig"),
                Files.readString(cluster.kubeconfig())
                        .replace("token: admin-token", "token: admin-token, as: reader")
                        .replace("pki/", server + "/pki/"));
        Processes.Result refused = run(List.of("env", "KUBECONFIG=" + folder.resolve("kubeconfig")), "null");
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("secrets \"null\" is forbidden"), refused.err());
        nothingIn("what is printed", refused.out() + refused.err());
        assertFalse(refused.err().contains(base64("canary-other")), refused.err());
    }

    private static void existing(String namespace) {
        if (cluster.kubectl("get", "namespace", namespace).exit() != 0) {
            cluster.ok("create", "namespace", namespace);
        }
        cluster.ok("create", "secret", "generic", "git.login-1", "--namespace=" + namespace, "--from-literal=x=y");
    }

    private static void nothingIn(String where, String text) {
        for (String secret : List.of(ACCESS, SECRET, USER, PASSWORD, CERTIFICATE, KEY, LOGIN, CONFIG)) {
            assertFalse(text.contains(base64(secret)), where + " holds the base64 of " + secret);
        }
        assertFalse(text.contains("canary"), where + " holds a secret");
    }

    private static void nothingBelow(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                nothingIn(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** An object as its users read it. */
    private static void holds(Map<String, JsonNode> objects, String name, String type, Map<String, String> values) {
        JsonNode object = Objects.requireNonNull(objects.get(name), name);
        assertEquals(type, object.at("/type").asText());
        Map<String, String> held = new HashMap<>();
        object.at("/data").properties().forEach(entry -> held.put(entry.getKey(), text(entry.getValue())));
        assertEquals(values, held);
    }

    private static String text(JsonNode value) {
        return new String(Base64.getDecoder().decode(value.asText()), StandardCharsets.UTF_8);
    }

    private static Map<String, JsonNode> secrets(String namespace) throws IOException {
        Map<String, JsonNode> secrets = new HashMap<>();
        new ObjectMapper()
                .readTree(cluster.ok("get", "secrets", "--namespace=" + namespace, "--output=json"))
                .at("/items")
                .forEach(secret -> secrets.put(secret.at("/metadata/name").asText(), secret));
        return secrets;
    }

    private void write(String namespace, String from) throws IOException {
        String page = PAGE.replace("CONTEXT", LocalCluster.CONTEXT.replace("\"", "\\\""))
                .replace("FROM", from)
                .replace("NAMESPACE", namespace)
                .replace("FOLDER", folder.toString());
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        script = Files.writeString(
                folder.resolve("create-secrets.sh"), Examples.print(Examples.file(compilation, "create-secrets.sh")));
    }

    private Processes.Result run(List<String> under, String... names) throws IOException {
        Map<String, String> environment = new HashMap<>(cluster.environment());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("TMPDIR", folder.resolve("temporary").toString());
        if (Files.readString(script).contains("AGENT_ACCESS_KEY")) {
            environment.put("AGENT_ACCESS_KEY", ACCESS);
            environment.put("AGENT_SECRET_KEY", SECRET);
        }
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(Consumer.program("bash"), script.toString()));
        command.addAll(List.of(names));
        return Processes.run(folder.resolve("work"), environment, command);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
