package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Canary;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that are committed: who holds the key opens them to the objects that {@code create-secrets.sh} makes, and nobody else sees what
 * they hold.
 */
@ReadBy(
        value = {"bash", "shellcheck", "strace", "openssl", "kubeseal", "sops", "age-keygen"},
        what = "`seal-secrets.sh`, `encrypt-secrets.sh`, `.sops.yaml`",
        proves =
                "the holder of the key opens each file to the object that `create-secrets.sh` makes; a secret is in no argument, log or file")
class CommittedSecretsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Names and namespaces that YAML reads as something else. */
    private static final String PAGE = """
            airgap 1
            site { domain = "ml.corp.example" }
            outputs { OUTPUTS }
            secret agent {
              name = "null"
              from = SOURCE("AGENT")
            }
            secret pull { from = SOURCE("PULL") }
            secret tls {
              name        = "1e3"
              certificate = SOURCE("TLS_CERTIFICATE")
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
              rewrite      = nodes
            }
            clearml-server {
              edition   = enterprise
              chart     = "11.0.2"
              mongodb   = operator
              namespace = "no"
              ingress { tls = secret.tls }
            }
            clearml-agent main {
              chart       = "6.14.6"
              namespace   = "123"
              image       = "registry.ml.corp.example:5000/ml/python:3.12"
              credentials = secret.agent
              queue gpu { gpus = 1 }
            }
            """;

    private static final Map<String, String> VALUES = Map.of(
            "AGENT_ACCESS_KEY", Canary.VALUE,
            "AGENT_SECRET_KEY", Canary.VALUE + ": {} # no\nsecond line\n",
            "PULL_USERNAME", "robot$" + Canary.WORD,
            "PULL_PASSWORD", Canary.VALUE,
            "TLS_CERTIFICATE", "-----BEGIN CERTIFICATE-----\n" + Canary.WORD + "\n");

    private static KeyRing keys = KeyRing.NONE;

    @BeforeAll
    static void keys(@TempDir Path place) {
        keys = KeyRing.made(place);
    }

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void programs() throws IOException {
        for (String place : List.of("bin", "work", "secrets", "home", "temporary")) {
            Files.createDirectories(folder.resolve(place));
        }
        for (String program : List.of("kubeseal", "sops")) {
            stub(program, "exec \"" + Consumer.program(program) + "\" \"$@\"");
        }
        stub("vault", "exec cat \"" + folder + "/secrets/${3#-field=}\"");
        stub(
                "kubectl",
                "case \"$*\" in *apply*) { echo --- && cat; } >>\"" + folder
                        + "/applied\" ;; *jsonpath*) printf Opaque ;; esac");
        Files.writeString(folder.resolve("secrets/private key"), Canary.VALUE);
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            Files.writeString(secret(value.getKey()), value.getValue() + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"sealed-secrets,env", "sealed-secrets,file", "sops,env", "sops,file"})
    void theHolderOfTheKeyOpensWhatTheScriptWouldMake(String way, String source) throws IOException {
        Map<String, JsonNode> made = made(source);
        assertEquals(4, made.size(), made.keySet()::toString);
        boolean sops = way.equals("sops");
        Path script = compile(
                sops ? sops() : "secrets = sealed-secrets", source, sops ? "encrypt-secrets.sh" : "seal-secrets.sh");
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder, Map.of(), List.of(Consumer.program("shellcheck"), script.toString())));
        Processes.Result result = traced(script, source);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().contains("secret git.login-1 in namespace 123 exists already"), result.err());
        assertTrue(result.err().endsWith(script.getFileName() + ": 4 done\n"), result.err());
        Map<String, JsonNode> opened = new TreeMap<>();
        for (Path file : files()) {
            JsonNode object = sops ? keys.decrypted(file, "person") : keys.unsealed(file);
            opened.put(
                    object.at("/metadata/namespace").asText() + "/"
                            + object.at("/metadata/name").asText(),
                    object);
            if (sops) {
                assertEquals(object, keys.decrypted(file, "controller"));
                assertTrue(
                        Files.readString(file)
                                .contains("recipient: " + keys.recipients().get(0)),
                        file.toString());
            }
        }
        assertEquals(made, opened);
        assertEquals(
                List.of("ml/123/null.yaml", "ml/123/pull.yaml", "ml/no/1e3.yaml", "ml/no/pull.yaml"),
                files().stream()
                        .map(file -> folder.resolve("work/out").relativize(file).toString())
                        .toList());
    }

    /** What a shell knows of other recipients does not count; a name is asked for, and the others stay as they are. */
    @Test
    void whoCanOpenIsOnThePageAlone() throws IOException {
        Path script = compile(sops(), "env", "encrypt-secrets.sh");
        Map<String, String> strange =
                Map.of("SOPS_AGE_RECIPIENTS", keys.recipients().get(2), "SOPS_PGP_FP", "0123456789ABCDEF");
        Processes.Result result = run(Stream.of(), script, "env", strange, "null");
        assertEquals(0, result.exit(), result.err());
        assertEquals(1, files().size());
        assertFalse(Files.readString(files().get(0)).contains(keys.recipients().get(2)));
        assertNotEquals(0, keys.decrypt(files().get(0), "stranger").exit());
        assertEquals(
                "null",
                keys.decrypted(files().get(0), "person").at("/metadata/name").asText());
        assertEquals(1, run(Stream.of(), script, "env", Map.of(), "nul").exit());
    }

    /** A sealed object cannot be moved, and nothing is left where it cannot be sealed. */
    @Test
    void whatIsSealedKeepsItsName() throws IOException {
        Path script = compile("secrets = sealed-secrets", "env", "seal-secrets.sh");
        Processes.Result missing = run(Stream.of(), script, "env", Map.of("KUBESEAL_CERT", ""), "null");
        assertEquals(1, missing.exit());
        assertTrue(
                missing.err().contains("cannot read out/ml/sealed-secrets.pem, the controller's certificate"),
                missing.err());
        assertEquals(List.of(), files());
        Files.copy(keys.certificate(), folder.resolve("work/out/ml/sealed-secrets.pem"));
        assertEquals(
                0,
                run(Stream.of(), script, "env", Map.of("KUBESEAL_CERT", ""), "null")
                        .exit());
        Path file = files().get(0);
        Files.writeString(file, Files.readString(file).replace("123", "124"));
        Processes.Result moved = keys.unseal(file);
        assertNotEquals(0, moved.exit(), moved.out());
        assertEquals(List.of(), Canary.in(moved.out() + moved.err()));
    }

    /** The objects that the other script would put into the cluster. */
    private Map<String, JsonNode> made(String source) throws IOException {
        Path script = compile("secrets = script", source, "create-secrets.sh");
        Processes.Result result = run(Stream.of(), script, source, Map.of());
        assertEquals(0, result.exit(), result.err());
        Map<String, JsonNode> made = new TreeMap<>();
        for (String text : Files.readString(folder.resolve("applied")).split("---\n", -1)) {
            if (!text.isBlank()) {
                JsonNode object = YAML.readTree(text);
                made.put(
                        object.at("/metadata/namespace").asText() + "/"
                                + object.at("/metadata/name").asText(),
                        object);
            }
        }
        return made;
    }

    private static String sops() {
        return "secrets = sops\n  age-recipients = [\"" + keys.recipients().get(0) + "\", \""
                + keys.recipients().get(1) + "\"]";
    }

    private Path compile(String outputs, String source, String end) throws IOException {
        String page = PAGE.replace("OUTPUTS", "\n  " + outputs + "\n");
        for (String name : List.of("AGENT", "PULL", "TLS_CERTIFICATE")) {
            String place = source.equals("env") ? "env(\"" + name + "\")" : "file(\"" + secret(name) + "\")";
            page = page.replace("SOURCE(\"" + name + "\")", place);
        }
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        assertFalse(
                compilation.files().isEmpty(),
                () -> compilation.report().sorted().toString());
        Path disk = Files.createDirectories(folder.resolve("site"));
        Examples.write(compilation, disk);
        return disk.resolve("inside/kubernetes").resolve(end);
    }

    /** Where a file of a secret lies: a folder of the fields of a whole one, as {@code file( )} reads it. */
    private Path secret(String variable) throws IOException {
        Matcher field = Pattern.compile("(AGENT|PULL)_(.*)").matcher(variable);
        if (!field.matches()) {
            return folder.resolve("secrets").resolve(variable);
        }
        Path whole = Files.createDirectories(folder.resolve("secrets").resolve(field.group(1)));
        return whole.resolve(field.group(2).toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** Nobody who looks at processes, files or what is printed sees a secret; of an environment only what the caller put there. */
    private Processes.Result traced(Path script, String source) throws IOException {
        CallTrace trace = new CallTrace(folder.resolve("trace"));
        Processes.Result result = run(trace.command(source.equals("file")).stream(), script, source, Map.of());
        String calls = trace.calls();
        assertTrue(calls.contains("\"--cert\"") || calls.contains("\"--filename-override\""), "the program is seen");
        assertEquals(List.of(), Canary.in(calls), "words of a process");
        assertEquals(List.of(), Canary.in(result.out() + result.err()), "printed");
        for (String path : trace.written()) {
            assertTrue(path.matches("out/ml/\\w+/\\w+\\.yaml\\.part"), path);
        }
        assertEquals(4, trace.written().size());
        for (String place : List.of("work", "home", "temporary", "site")) {
            assertEquals(List.of(), Canary.below(folder.resolve(place)), place);
        }
        return result;
    }

    private Processes.Result run(
            Stream<String> under, Path script, String source, Map<String, String> more, String... names) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME",
                folder.resolve("home").toString(),
                "TMPDIR",
                folder.resolve("temporary").toString(),
                "KUBE_CONTEXT",
                "here",
                "SEALED",
                "out",
                "ENCRYPTED",
                "out",
                "KUBESEAL_CERT",
                keys.certificate().toString()));
        if (source.equals("env")) {
            environment.putAll(VALUES);
        }
        environment.putAll(more);
        List<String> command = Stream.of(
                        under, Stream.of(Consumer.program("bash"), script.toString()), Stream.of(names))
                .flatMap(words -> words)
                .toList();
        return Processes.run(folder.resolve("work"), environment, command);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    private void stub(String name, String body) throws IOException {
        StandIn.write(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + body + "\n");
    }
}
