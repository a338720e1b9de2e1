package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OPENED = Pattern.compile("open(?:at|at2)?\\([^\"]*\"([^\"]*)\", [^)]*?([A-Z_|]+)");

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

    @TempDir
    static Path keys = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private static final List<String> RECIPIENTS = new ArrayList<>();

    @BeforeAll
    static void keys() {
        String certificate =
                "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=controller -keyout tls.key -out tls.crt";
        List<String> command = new ArrayList<>(List.of(Consumer.program("openssl")));
        command.addAll(List.of(certificate.split(" ", -1)));
        ok(command);
        for (String name : List.of("controller", "person", "stranger")) {
            String program = Consumer.program("age-keygen");
            ok(List.of(program, "-o", name));
            RECIPIENTS.add(ok(List.of(program, "-y", name)).strip());
        }
    }

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
            JsonNode object = sops ? decrypted(file, "person") : unsealed(file);
            opened.put(
                    object.at("/metadata/namespace").asText() + "/"
                            + object.at("/metadata/name").asText(),
                    object);
            if (sops) {
                assertEquals(object, decrypted(file, "controller"));
                assertTrue(Files.readString(file).contains("recipient: " + RECIPIENTS.get(0)), file.toString());
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
                Map.of("SOPS_AGE_RECIPIENTS", RECIPIENTS.get(2), "SOPS_PGP_FP", "0123456789ABCDEF");
        Processes.Result result = run(Stream.of(), script, "env", strange, "null");
        assertEquals(0, result.exit(), result.err());
        assertEquals(1, files().size());
        assertFalse(Files.readString(files().get(0)).contains(RECIPIENTS.get(2)));
        assertNotEquals(0, decrypt(files().get(0), "stranger").exit());
        assertEquals(
                "null", decrypted(files().get(0), "person").at("/metadata/name").asText());
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
        Files.copy(keys.resolve("tls.crt"), folder.resolve("work/out/ml/sealed-secrets.pem"));
        assertEquals(
                0,
                run(Stream.of(), script, "env", Map.of("KUBESEAL_CERT", ""), "null")
                        .exit());
        Path file = files().get(0);
        Files.writeString(file, Files.readString(file).replace("123", "124"));
        Processes.Result moved = unseal(file);
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
        return "secrets = sops\n  age-recipients = [\"" + RECIPIENTS.get(0) + "\", \"" + RECIPIENTS.get(1) + "\"]";
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
        Path trace = folder.resolve("trace");
        Stream<String> strace = Stream.of(
                Consumer.program("strace"),
                "--follow-forks",
                "--seccomp-bpf",
                "--string-limit=100000",
                "--trace=execve,execveat,open,openat,openat2,creat",
                source.equals("file") ? "--no-abbrev" : "-qq",
                "--output=" + trace);
        Processes.Result result = run(strace, script, source, Map.of());
        String calls = Files.readString(trace);
        assertTrue(calls.contains("\"--cert\"") || calls.contains("\"--filename-override\""), "the program is seen");
        assertEquals(List.of(), Canary.in(calls), "words of a process");
        assertEquals(List.of(), Canary.in(result.out() + result.err()), "printed");
        Matcher opened = OPENED.matcher(calls);
        int written = 0;
        while (opened.find()) {
            if (opened.group(2).matches(".*(O_WRONLY|O_RDWR|O_CREAT).*")
                    && !opened.group(1).startsWith("/dev/")) {
                assertTrue(opened.group(1).matches("out/ml/\\w+/\\w+\\.yaml\\.part"), opened.group());
                written++;
            }
        }
        assertEquals(4, written);
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
                keys.resolve("tls.crt").toString()));
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

    private static JsonNode decrypted(Path file, String key) throws IOException {
        Processes.Result result = decrypt(file, key);
        assertEquals(0, result.exit(), result.err());
        return YAML.readTree(result.out());
    }

    private static Processes.Result decrypt(Path file, String key) {
        Map<String, String> environment =
                Map.of("SOPS_AGE_KEY_FILE", keys.resolve(key).toString(), "HOME", keys.toString());
        return Processes.run(keys, environment, List.of(Consumer.program("sops"), "decrypt", file.toString()));
    }

    /** As the controller makes it: of what it adds, that it is the owner. */
    private static JsonNode unsealed(Path file) throws IOException {
        Processes.Result result = unseal(file);
        assertEquals(0, result.exit(), result.err());
        JsonNode object = JSON.readTree(result.out());
        assertEquals(
                "SealedSecret", object.at("/metadata/ownerReferences/0/kind").asText());
        ((ObjectNode) object.at("/metadata")).remove("ownerReferences");
        return object;
    }

    private static Processes.Result unseal(Path file) {
        String command = "exec \"$0\" --recovery-unseal --recovery-private-key tls.key <\"$1\"";
        return Processes.run(
                keys,
                Map.of(),
                List.of(Consumer.program("bash"), "-c", command, Consumer.program("kubeseal"), file.toString()));
    }

    private void stub(String name, String body) throws IOException {
        Path stub = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + body + "\n");
        assertTrue(stub.toFile().setExecutable(true));
    }

    private static String ok(List<String> command) {
        Processes.Result result = Processes.run(keys, Map.of(), command);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
