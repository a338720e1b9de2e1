package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.testing.Canary;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/**
 * Every script that reads a secret, run with programs that take what they are given and keep nothing: strace sees the words of every
 * process that it starts, and the secret is in none, nor printed, nor left on a disk, whether the programs succeed or fail.
 */
@ReadBy(
        value = {"bash", "strace"},
        what = "every script that reads a secret",
        proves = "no secret is in a list of processes, printed, or left in a file, also where a step fails")
class ScriptSecretsTest {
    private static final List<String> SCRIPTS = List.of(
            "inside/kubernetes/create-secrets.sh",
            "inside/nodes/k8s/install-node.sh",
            "inside/load/images.sh",
            "inside/load/charts.sh",
            "inside/clearml/install.sh",
            "outside/images/mirror.sh",
            "outside/charts/pull.sh");
    private static final Pattern SOURCE = Pattern.compile("from = (vault|env)\\(\"[^\"]+\"\\)");
    private static final String STUB = """
            #!/bin/sh
            case "$*" in *--password-stdin* | *apply*) cat >/dev/null ;; esac
            case "$*" in *"get secret"*) printf Opaque ;; *-field=username*) printf robot ;; *-field=*) printf '%s' "$CANARY" ;; esac
            exit "$STUB_EXIT"
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"env(\"S\")", "file(\"FOLDER\")", "vault(\"kv/s\")"})
    void noSecretIsShownOrLeft(String source) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Map<String, String> environment = new TreeMap<>(Map.of("CANARY", Canary.VALUE, "KUBE_CONTEXT", "here"));
        for (Maybe<Secret, SecretSource> field : Secret.FIELDS) {
            String value = field == Secret.USERNAME ? "robot" : Canary.VALUE;
            Files.writeString(secrets.resolve(field.name()), value + "\n");
            environment.put("S_" + field.name().replace('-', '_').toUpperCase(java.util.Locale.ROOT), value);
        }
        compile(source.replace("FOLDER", secrets.toString()), disk);
        for (String script : SCRIPTS) {
            assertTrue(Files.readString(disk.resolve(script)).contains("read_secret '"), script + " reads none");
            environment.put("STUB_EXIT", "1");
            run(script, List.of("bash", script), disk, environment);
            environment.put("STUB_EXIT", "0");
            Processes.Result result = run(script, List.of("bash", script), disk, environment);
            assertEquals(0, result.exit(), script + ": " + result.err());
            Path node = disk.resolve("root/etc/rancher/rke2/registries.yaml");
            if (script.endsWith("install-node.sh")) {
                assertEquals(List.of(node), Canary.below(disk), "the node reads it there");
                Files.delete(node);
            }
        }
    }

    /** The same eyes see what is careless. */
    @Test
    void aCarelessScriptWouldBeSeen() throws IOException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Map<String, String> environment = Map.of("CANARY", Canary.VALUE, "STUB_EXIT", "0");
        for (String careless : List.of(
                "skopeo login --password \"$CANARY\"",
                "printf '%s' \"$CANARY\"",
                "printf '%s' \"$CANARY\" | base64 >&2",
                "printf '%s' \"$CANARY\" >\"$(mktemp)\"")) {
            List<String> command = List.of("bash", "-c", careless + "; true");
            assertThrows(AssertionFailedError.class, () -> run(careless, command, disk, environment), careless);
        }
    }

    /** A page whose every secret is read from one place, and whose charts go to a server that curl talks to. */
    private void compile(String source, Path disk) throws IOException {
        String page = SOURCE.matcher(Examples.text("clearml/site.ag"))
                .replaceAll(Matcher.quoteReplacement("from = " + source))
                .replace(
                        "secret dockerhub { from = vault(\"kv/s\")",
                        "secret dockerhub { from = env(\"S\")") // no Vault outside
                .replaceAll("(?s)\noutputs \\{.*?\n}", "")
                .replace("chart-repo main { url = \"oci://registry.core.corp.example:5000/charts\" }", """
                        chart-repo main {
                          url  = "https://charts.core.corp.example/stable"
                          push = secret.registry-push
                        }""");
        Compilation compilation = Examples.changed("clearml/site.ag", page);
        assertFalse(
                compilation.files().isEmpty(),
                () -> compilation.report().sorted().toString());
        Examples.write(compilation, disk);
        Files.writeString(disk.resolve("inside/load/verify.sh"), "#!/bin/sh\n");
        for (String image : Files.readAllLines(disk.resolve("outside/images/images.txt"))) {
            Path folder = Files.createDirectories(disk.resolve("medium/images/" + image.replace(':', '+')));
            Files.writeString(folder.resolve("manifest.json"), "{}");
        }
        for (String chart : Files.readAllLines(disk.resolve("inside/load/charts.txt"))) {
            Files.createDirectories(disk.resolve("medium/charts"));
            Files.writeString(disk.resolve("medium/charts").resolve(chart), "");
        }
    }

    /** Runs something with stubs, and fails if a secret is seen in the words of a process, in what is printed, or on the disk. */
    private Processes.Result run(String name, List<String> words, Path disk, Map<String, String> environment)
            throws IOException {
        Path stubs = Files.createDirectories(folder.resolve("stubs"));
        for (String program : List.of("kubectl", "helm", "skopeo", "curl", "vault")) {
            Path stub = Files.writeString(stubs.resolve(program), STUB);
            assertTrue(stub.toFile().setExecutable(true));
        }
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of(Consumer.program("strace"), "--follow-forks", "--seccomp-bpf"));
        command.addAll(List.of("-qq", "--signal=none", "--trace=execve", "--string-limit=100000", "--output=" + trace));
        command.add(Consumer.program("bash"));
        command.addAll(words.subList(1, words.size()));
        Map<String, String> all = new TreeMap<>(environment);
        all.put("PATH", stubs + ":" + System.getenv("PATH"));
        all.put("ROOT", disk.resolve("root").toString());
        for (String place : List.of("HOME", "TMPDIR")) {
            all.put(place, Files.createDirectories(disk.resolve(place)).toString());
        }
        Processes.Result result = Processes.run(disk, all, command);
        assertTrue(Files.readString(trace).contains("execve("), name);
        assertEquals(List.of(), Canary.in(Files.readString(trace)), name + ": words of a process");
        assertEquals(List.of(), Canary.in(result.out() + result.err()), name + ": printed");
        List<Path> left = Canary.below(disk).stream()
                .filter(file -> !file.endsWith("root/etc/rancher/rke2/registries.yaml"))
                .toList();
        assertEquals(List.of(), left, name + ": left");
        return result;
    }
}
