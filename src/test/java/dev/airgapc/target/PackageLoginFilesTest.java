package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.output.Leaf;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of package indexes: one file for each agent that needs any; {@code PackageIndexTest} installs with it. */
class PackageLoginFilesTest {
    private static final String VALUES = "agent-main/clearml-agent-values.override.yaml";
    private static final String POD = "/agentk8sglue/basePodTemplate";
    private static final String OWN =
            "index own {\n  url = \"https://pypi.ml.corp.example:8443/simple\"\n  credentials = secret.own\n}\n";
    private static final String TORCH =
            "index torch {\n  url = \"https://torch.ml.corp.example/simple\"\n  role = extra\n  credentials = secret.torch\n}\n";
    private static final String PAGE = """
            airgap 1
            site { domain = "ml.corp.example" }
            secret keys { from = vault("kv/keys") }
            secret own { from = vault("kv/own") }
            secret torch {
              username = vault("kv/torch#user")
              password = vault("kv/torch#token")
            }
            registry main { host = "registry.ml.corp.example:5000" }
            clearml-server { edition = enterprise }
            """;
    private static final String AGENT = """
            clearml-agent main {
              chart       = "6.14.6"
              image       = "registry.ml.corp.example:5000/ml/python:3.12"
              credentials = secret.keys
              queue all { }
              queue own { indexes = [index.own] }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.14.6", "oss"})
    void podsMountOneFileAndNoVariableHoldsALogin(String chart) {
        String agent = AGENT.replace("  queue own { indexes = [index.own] }\n", "");
        Map<String, String> values = leaves(
                chart.equals("oss")
                        ? PAGE.replace("enterprise", "oss") + agent.replace("6.14.6", "5.3.3") + OWN + TORCH
                        : PAGE + agent + OWN + TORCH,
                VALUES);
        String volume = POD + "/volumes/0";
        assertEquals("agent-main.netrc", values.get(volume + "/secret/secretName"), values::toString);
        String mount = POD + "/volumeMounts/0";
        assertEquals(values.get(volume + "/name"), values.get(mount + "/name"));
        assertEquals("/etc/clearml/netrc", values.get(mount + "/mountPath"));
        assertEquals("netrc", values.get(mount + "/subPath"));
        assertEquals("true", values.get(mount + "/readOnly"));
        assertTrue(values.containsValue("NETRC"), values::toString);
        assertFalse(values.toString().contains("secretKeyRef"), values::toString);
        assertFalse(values.toString().contains("@"), values::toString);
    }

    @Test
    void tasksThatNeedNoLoginHaveNone() {
        String page = PAGE + AGENT + OWN.replace("  credentials = secret.own\n", "") + TORCH;
        Map<String, String> values = leaves(page, VALUES);
        String queue = "/agentk8sglue/queues/own/templateOverrides/env/";
        List<String> variables = values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(queue) && entry.getKey().endsWith("/name"))
                .map(Map.Entry::getValue)
                .toList();
        assertTrue(variables.contains("PIP_INDEX_URL"), values::toString);
        assertFalse(variables.contains("NETRC"), values::toString);
        assertTrue(values.containsKey(POD + "/volumes/0/secret/secretName"));
        assertFalse(leaves(PAGE + AGENT + OWN.replace("  credentials = secret.own\n", ""), VALUES)
                .containsValue("NETRC"));
    }

    @Test
    void aChannelIsAskedByCondaAlone() {
        String channel =
                "conda-channel main {\n  url = \"https://conda.ml.corp.example/main\"\n  credentials = secret.own\n}\n";
        String agent = AGENT.replace("  queue own { indexes = [index.own] }\n", "");
        assertFalse(leaves(PAGE + agent + channel, VALUES).containsValue("NETRC"));
        String conda = agent.replace("  queue all", "  package-manager = conda\n  queue all");
        assertTrue(leaves(PAGE + conda + channel, VALUES).containsValue("NETRC"));
        String script = text(PAGE + conda + channel, "create-secrets.sh");
        assertTrue(script.contains("host_login 'conda.ml.corp.example' \"$username\" \"$value\""), script);
    }

    @Test
    void oneObjectIsMadeOfTheSecretsOfAllHosts() {
        String script = text(PAGE + AGENT + OWN + TORCH, "create-secrets.sh");
        assertTrue(script.contains("if secret '' 'clearml-agent' 'agent-main.netrc' 'Opaque' \"$@\"; then\n"), script);
        assertTrue(script.contains("  read_secret 'vault' 'kv/own' 'password'\n  host_login 'pypi.ml.corp.example' "));
        assertTrue(script.contains("  read_secret 'vault' 'kv/torch' 'token'\n  host_login 'torch.ml.corp.example' "));
        assertFalse(script.contains("'own'"), "a login that only the file holds becomes no object of its own");
        for (String way :
                List.of("secrets = sealed-secrets", "secrets = sops\n age-recipients = [\"" + age() + "\"]")) {
            String page = PAGE + AGENT + OWN + TORCH + "outputs {\n" + way + "\n}\n";
            String committed = text(page, way.contains("sops") ? "encrypt-secrets.sh" : "seal-secrets.sh");
            assertTrue(committed.contains("host_login 'torch.ml.corp.example' "), committed);
        }
    }

    @Test
    void theOperatorMakesTheSameFile() {
        String outputs = "outputs {\n  secrets = external-secrets\n  secret-store = \"vault\"\n}\n";
        Map<String, String> object = leaves(PAGE + AGENT + OWN + TORCH + outputs, "external-secrets.yaml");
        assertEquals("agent-main.netrc", object.get("/0/metadata/name"), object::toString);
        String template = String.valueOf(object.get("/0/spec/target/template/data/netrc"));
        assertTrue(
                template.contains(
                        "machine torch.ml.corp.example login {{ index . \"username-2\" }} password {{ index . \"password-2\" }}\n"),
                template);
        assertEquals("password-2", object.get("/0/spec/data/3/secretKey"));
        assertEquals("kv/torch", object.get("/0/spec/data/3/remoteRef/key"));
        assertEquals("token", object.get("/0/spec/data/3/remoteRef/property"));
    }

    @Test
    void anObjectThatExistsHoldsTheFile() {
        String page =
                PAGE.replace("secret own { from = vault(\"kv/own\") }", "secret own { from = existing(\"logins\") }")
                        + AGENT
                        + OWN.replace("\n}", "\n  push = secret.keys\n}").replace("secret.keys", "secret.torch");
        assertEquals("logins", leaves(page, VALUES).get(POD + "/volumes/0/secret/secretName"));
        assertTrue(text(page, "create-secrets.sh").contains("  present 'logins'\n"));
        assertEquals(List.of("AG0607"), Examples.errors(compile(page.replace("  push = secret.torch\n", ""))));
    }

    @Test
    void containersOfAMachineMountTheFileOfTheirAgent() {
        String page = PAGE + OWN + TORCH + """
                machine-group gpu { hosts = ["gpu-1.ml.corp.example"] }
                clearml-agent train {
                  machines    = machine-group.gpu
                  version     = "3.0.3"
                  image       = "docker.io/library/python:3.12"
                  credentials = secret.keys
                  queue train {}
                }
                """;
        String conf = text(page, "agent-train/clearml.conf");
        assertTrue(conf.contains("\"--volume=/etc/clearml/agent-train/netrc:/etc/clearml/netrc:ro\""), conf);
        assertTrue(conf.contains("\"--env=NETRC=/etc/clearml/netrc\""), conf);
        assertTrue(text(page, "run-agent.sh").contains("export NETRC=$home/netrc\n"));
        String runbook = text(page, "RUNBOOK.md");
        assertTrue(runbook.contains("vault(\"kv/torch#token\")"), runbook);
        assertTrue(runbook.contains("`machine torch.ml.corp.example login USER password PASSWORD`"), runbook);
        String loader = text(page + "outside {}\n", "load/python.sh");
        assertTrue(loader.contains("read_secret 'vault' 'kv/own' 'password'"), loader);
    }

    @Test
    void tasksOfAServerOnAMachineHaveItToo() {
        String page = Examples.text("compose/site.ag")
                .replace(
                        "index main { url = \"https://pypi.corp.example/simple\" }",
                        "index main {\n  url = \"https://pypi.corp.example/simple\"\n  credentials = secret.git\n}");
        Compilation compilation = Examples.changed("compose/site.ag", page);
        String compose = Examples.print(Examples.file(compilation, "server/airgapc.override.yml"));
        assertTrue(
                compose.contains(
                        "--volume=/etc/clearml/server/netrc:/etc/clearml/netrc:ro --env=NETRC=/etc/clearml/netrc"),
                compose);
        String script = Examples.print(Examples.file(compilation, "server/install-server.sh"));
        assertTrue(script.contains("put 0600 \"$home/netrc\" <<<\"$netrc\"\n"), script);
        String taken = page.replace("https://pypi.corp.example/simple", "http://clearml.corp.example:9000/simple");
        assertEquals(List.of("AG0562"), Examples.errors(Examples.changed("compose/site.ag", taken)));
    }

    private static String age() {
        return "age1" + "qpzry9x8gf2tvdw0s3jn54khce6mua7l".repeat(2).substring(0, 58);
    }

    private static Compilation compile(String page) {
        return new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String page, String file) {
        return Examples.print(Examples.file(compile(page), file));
    }

    private static Map<String, String> leaves(String page, String file) {
        Map<String, String> leaves = new TreeMap<>();
        Map<String, Leaf> all = Examples.file(compile(page), file).content().leaves();
        all.forEach((pointer, leaf) -> leaves.put(pointer, leaf.value().text()));
        return leaves;
    }
}
