package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.output.Header;
import dev.airgapc.output.OutputFile;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bash and shellcheck take the script, and it does what it says with a kubectl that records what it is given. */
@ReadBy(
        value = {"bash", "shellcheck"},
        what = "`create-secrets.sh`",
        proves = "objects are made as the page says, and no secret is shown")
class CreateSecretsTest {
    private static final String MINIMAL =
            new String(Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")), StandardCharsets.UTF_8);
    private static final String FROM = "from = env(\"CLEARML_AGENT\")";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                FROM,
                "from = file(\"/run/it's $HOME; \\\"x\\\" (*)\")",
                "from = vault(\"kv/ml/agent\")",
                "access-key = vault(\"kv/ml/agent#ak\")\n  secret-key = env(\"SK\")",
                "from = existing(\"agent-keys\")"
            })
    void isTakenByBashAndShellcheck(String from) throws IOException {
        Path script = script(from);
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder, Map.of(), List.of(Consumer.program("bash"), "-n", script.toString())));
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder, Map.of(), List.of(Consumer.program("shellcheck"), script.toString())));
    }

    @Test
    void makesTheObjectAndShowsTheSecretToNobody() throws IOException {
        Path script = script(FROM);
        String hostile = "it's \"$HOME\" `x` \\ é%s";
        Processes.Result result =
                run(script, Map.of("CLEARML_AGENT_ACCESS_KEY", "AK-canary", "CLEARML_AGENT_SECRET_KEY", hostile));
        assertEquals(0, result.exit(), result.err());
        String manifest = Files.readString(folder.resolve("stdin"));
        assertTrue(
                manifest.contains("  name: \"clearml-agent\"\n  namespace: \"clearml-agent\"\ntype: \"Opaque\"\n"),
                manifest);
        assertTrue(manifest.contains("  \"agentk8sglue_key\": \"" + base64("AK-canary") + "\"\n"), manifest);
        assertTrue(manifest.contains("  \"agentk8sglue_secret\": \"" + base64(hostile) + "\"\n"), manifest);
        String arguments = Files.readString(folder.resolve("arguments"));
        assertTrue(arguments.lines().allMatch(line -> line.startsWith("--context here ")), arguments);
        for (String shown : List.of(arguments, result.out(), result.err())) {
            assertFalse(
                    shown.contains("canary") || shown.contains("HOME") || shown.contains(base64("AK-canary")), shown);
        }
        assertEquals(
                0,
                run(script, Map.of("CLEARML_AGENT_ACCESS_KEY", "a", "CLEARML_AGENT_SECRET_KEY", "b"))
                        .exit(),
                "a second time");
    }

    @Test
    void readsFilesAndVaultToo() throws IOException {
        Files.writeString(folder.resolve("access-key"), "from a file\n\n");
        Path script = script("access-key = file(\"" + folder.resolve("access-key")
                + "\")\n  secret-key = vault(\"kv/ml/agent#sk\")");
        stub("vault", "echo \"$@\" >vault-arguments; printf 'from vault'");
        assertEquals(0, run(script, Map.of()).exit());
        String manifest = Files.readString(folder.resolve("stdin"));
        assertTrue(manifest.contains(base64("from a file\n")), manifest);
        assertTrue(manifest.contains(base64("from vault")), manifest);
        assertEquals("kv get -field=sk -- kv/ml/agent\n", Files.readString(folder.resolve("vault-arguments")));
    }

    @Test
    void makesALoginForEveryRegistryThatNeedsIt() throws IOException {
        Path script = write(
                MINIMAL.replace(
                        "registry main { host = \"registry.\\(site.domain):5000\" }",
                        "secret pull { from = env(\"PULL\") }\nregistry main {\n  host = \"registry.\\(site.domain):5000\"\n  pull = secret.pull\n}"));
        String password = "it's \"a\\b\" é";
        Processes.Result result = run(script, Map.of("PULL_USERNAME", "robot", "PULL_PASSWORD", password), "pull");
        assertEquals(0, result.exit(), result.err());
        String manifest = Files.readString(folder.resolve("stdin"));
        assertTrue(manifest.contains("type: \"kubernetes.io/dockerconfigjson\"\n"), manifest);
        String config =
                "{\"auths\":{\"registry.ml.corp.example:5000\":{\"auth\":\"" + base64("robot:" + password) + "\"}}}";
        assertTrue(manifest.contains("  \".dockerconfigjson\": \"" + base64(config) + "\"\n"), manifest);
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder, Map.of(), List.of(Consumer.program("shellcheck"), script.toString())));
    }

    /** What the readers of a netrc file agree on; python, pip, uv and curl each lose something of the others. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\nb", "\"a", "#a", "a\\b", "é", ""})
    void whatNoNetrcFileHoldsIsRefused(String password) throws IOException {
        String index = "/simple\" }";
        assertTrue(MINIMAL.contains(index));
        Path script = write(MINIMAL.replace(index, "/simple\"\n  credentials = secret.pypi\n}")
                + """
                secret pypi {
                  username = env("PYPI_USERNAME")
                  password = file("PASSWORD")
                }
                """.replace("PASSWORD", folder.resolve("password").toString()));
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder, Map.of(), List.of(Consumer.program("shellcheck"), script.toString())));
        Files.writeString(folder.resolve("password"), password);
        Map<String, String> robot = Map.of("PYPI_USERNAME", "robot");
        Processes.Result result = run(script, robot, "agent-main.netrc");
        assertEquals(1, result.exit());
        assertTrue(
                result.err()
                        .startsWith(
                                "create-secrets.sh: no netrc file can hold the login for pypi.ml.corp.example whole: "),
                result.err());
        assertFalse(Files.exists(folder.resolve("stdin")));
        Files.writeString(folder.resolve("password"), "a\"#'b");
        assertTrue(run(script, Map.of("PYPI_USERNAME", "a:b"), "agent-main.netrc")
                .err()
                .contains("the user for pypi.ml.corp.example has a colon"));
        assertEquals(0, run(script, robot, "agent-main.netrc").exit());
        String line = "machine pypi.ml.corp.example login robot password a\"#'b\n";
        assertTrue(Files.readString(folder.resolve("stdin")).contains("  \"netrc\": \"" + base64(line) + "\"\n"));
    }

    @Test
    void failsBeforeItMakesAnything() throws IOException {
        Path script = script(FROM);
        Map<String, String> keys = Map.of("CLEARML_AGENT_ACCESS_KEY", "a", "CLEARML_AGENT_SECRET_KEY", "b");
        assertEquals(
                "create-secrets.sh: CLEARML_AGENT_SECRET_KEY is not set\n",
                run(script, Map.of("CLEARML_AGENT_ACCESS_KEY", "a")).err());
        assertEquals(
                "create-secrets.sh: this site has no secret clearml-agnet\n",
                run(script, keys, "clearml-agent", "clearml-agnet").err());
        Map<String, String> without = new HashMap<>(keys);
        without.put("KUBE_CONTEXT", "");
        assertTrue(run(script, without).err().contains("set KUBE_CONTEXT"));
        assertFalse(Files.exists(folder.resolve("stdin")));
        stub("vault", "exit 1");
        Path vault = script("from = vault(\"kv/x\")");
        assertEquals(1, run(vault, Map.of()).exit());
        assertFalse(Files.exists(folder.resolve("stdin")));
    }

    @Test
    void whatExistsIsCheckedAndNotMade() throws IOException {
        Path script = script("from = existing(\"agent-keys\")");
        assertTrue(run(script, Map.of()).err().contains("secret agent-keys is not in namespace clearml-agent"));
        assertEquals(
                "--context here --namespace clearml-agent get secret agent-keys --ignore-not-found --output jsonpath={.type}\n",
                Files.readString(folder.resolve("arguments")));
        assertFalse(Files.exists(folder.resolve("stdin")));
        stub("kubectl", "printf Opaque");
        assertEquals(
                "create-secrets.sh: 1 done\n",
                Processes.run(folder, environment(Map.of()), List.of(Consumer.program("bash"), script.toString()))
                        .err());
    }

    private Path script(String from) throws IOException {
        String page =
                MINIMAL.replace("secret clearml-agent { " + FROM + " }", "secret clearml-agent {\n  " + from + "\n}");
        return write(page);
    }

    private Path write(String page) throws IOException {
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        OutputFile file = compilation.files().stream()
                .filter(output -> output.path().endsWith("create-secrets.sh"))
                .findFirst()
                .orElseThrow();
        Path script = folder.resolve("create-secrets.sh");
        return Files.writeString(
                script,
                file.printer()
                        .print(file.content(), new Header("../../site.ag", "site.ag"))
                        .text());
    }

    private Processes.Result run(Path script, Map<String, String> environment, String... names) throws IOException {
        stub("kubectl", "echo \"$@\" >>arguments; case \"$*\" in *apply*) cat >stdin ;; esac");
        List<String> command = new java.util.ArrayList<>(List.of(Consumer.program("bash"), script.toString()));
        command.addAll(List.of(names));
        return Processes.run(folder, environment(environment), command);
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment =
                new HashMap<>(Map.of("PATH", folder + ":" + System.getenv("PATH"), "KUBE_CONTEXT", "here"));
        environment.putAll(more);
        return environment;
    }

    private void stub(String name, String body) throws IOException {
        StandIn.write(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
