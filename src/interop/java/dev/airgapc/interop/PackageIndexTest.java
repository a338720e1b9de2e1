package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * pip and uv install from indexes behind TLS on a machine that was set up by the commands of the runbook and by nothing else. What
 * they ask for is remembered by the indexes and by the one name server that the machine has.
 */
@ReadBy(
        value = {"pip", "uv", "python", "openssl", "bash"},
        what = "`pip.conf`, `uv.toml`, `ca-bundle.crt`, variables and files of tasks",
        proves = "packages come from the site's indexes and its authority alone, and nobody else is asked")
class PackageIndexTest {
    private static final String MAIN = "pypi.corp.example";
    private static final String EXTRA = "torch.corp.example";
    private static final Wheel PROBE = new Wheel("probe", List.of("probe-extra"));
    private static final Wheel PROBE_EXTRA = new Wheel("probe_extra", List.of());
    private static final String PAGE = """
            airgap 1
            site { domain = "corp.example" }
            trust corp { certificates = ["ca.crt"] }
            secret keys { from = env("KEYS") }
            registry main { host = "registry.\\(site.domain)" }
            index main { url = "https://pypi.\\(site.domain):MAIN/simple" }
            index extra {
              url  = "https://torch.\\(site.domain):EXTRA/simple"
              role = extra
            }
            clearml-server { edition = enterprise }
            clearml-agent a {
              chart       = "6.14.6"
              image       = "\\(registry.main.host)/ml/python:3.12"
              credentials = secret.keys
              queue q { }
            }
            """;

    @TempDir
    static Path shared = Path.of("");

    private static Authority corp = new Authority(shared);
    private static Authority stranger = new Authority(shared);
    private static List<AutoCloseable> started = List.of();

    @TempDir
    Path folder = Path.of("");

    private Machine machine = new Machine(folder, folder);

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                "yes".equals(System.getenv("AIRGAPC_ON_LOOPBACK")),
                "the name server needs a network namespace of its own");
        corp = Authority.named("corp", shared);
        stranger = Authority.named("stranger", shared);
        started = List.of(
                new PackageIndex(corp.server(MAIN, EXTRA)).with(MAIN, PROBE).with(EXTRA, PROBE_EXTRA),
                new PackageIndex(stranger.server(EXTRA)).with(EXTRA, PROBE_EXTRA),
                new NameServer());
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable one : started) {
            one.close();
        }
    }

    @BeforeEach
    void anotherMachine() throws IOException {
        machine = Machine.below(folder, MAIN, EXTRA);
        trusted().forget();
        untrusted().forget();
        names().forget();
    }

    @ParameterizedTest
    @EnumSource
    void aPackageAndWhatItNeedsComeFromTheIndexesOfThePage(Installer installer) throws IOException {
        Map<String, String> environment = setUp(page(trusted(), trusted()), corp);
        assertInstalled(installer, environment);
        assertTrue(trusted().requests().contains(MAIN + "/simple/probe/"));
        assertTrue(
                trusted().requests().contains(EXTRA + "/simple/probe-extra/"),
                trusted().requests().toString());
        assertEquals(List.of(), names().asked());
    }

    @ParameterizedTest
    @EnumSource
    void anotherAuthorityIsNotBelieved(Installer installer) throws IOException {
        Map<String, String> environment = setUp(page(trusted(), trusted()), stranger);
        Processes.Result result = machine.run(folder, environment, installer.install("probe"));
        assertNotInstalled(result);
        assertTrue(
                (result.out() + result.err()).toLowerCase(java.util.Locale.ROOT).contains("certificate"));
        assertEquals(List.of(), trusted().requests());
        assertEquals(List.of(), names().asked());
    }

    @ParameterizedTest
    @EnumSource
    void aPackageThatNobodyHasIsAskedOfNobodyElse(Installer installer) throws IOException {
        Map<String, String> environment = setUp(page(trusted(), trusted()), corp);
        assertNotInstalled(machine.run(folder, environment, installer.install("nowhere")));
        assertEquals(
                List.of(MAIN + "/simple/nowhere/", EXTRA + "/simple/nowhere/"),
                trusted().requests().stream().distinct().sorted().toList());
        assertEquals(List.of(), names().asked());
    }

    @ParameterizedTest
    @EnumSource
    void oneIndexIsBelievedWithoutProof(Installer installer) throws IOException {
        String page = page(trusted(), untrusted());
        assertNotInstalled(machine.run(folder, setUp(page, corp), installer.install("probe")));
        assertEquals(List.of(), untrusted().requests());
        assertInstalled(
                installer, setUp(page.replace("role = extra", "role = extra\n  tls  = skip\n  ca   = []"), corp));
        assertTrue(untrusted().requests().contains(EXTRA + "/simple/probe-extra/"));
        assertEquals(List.of(), names().asked());
    }

    /** What the others prove would go unseen if this machine could not show it. */
    @ParameterizedTest
    @EnumSource
    void withoutTheFilesSomebodyElseIsAsked(Installer installer) throws IOException {
        assertNotInstalled(machine.run(folder, Map.of("UV_HTTP_RETRIES", "0"), installer.install("probe")));
        assertNotEquals(List.of(), names().asked());
        assertEquals(List.of(), trusted().requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "file"})
    void aTaskInstallsFromTheIndexesOfThePage(String way) throws IOException {
        Path site = compile(
                page(trusted(), trusted()).replace("  credentials =", "  pip         = " + way + "\n  credentials ="),
                corp);
        Map<String, String> environment = environment(pod(site));
        assertEquals(way.equals("file"), environment.containsKey("PIP_CONFIG_FILE"));
        assertInstalled(Installer.PIP, environment);
        assertEquals(List.of(), names().asked());
    }

    private static JsonNode pod(Path site) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(site.resolve("inside/clearml/agent-a/clearml-agent-values.override.yaml")))
                .at("/agentk8sglue/basePodTemplate");
    }

    /** The variables of a task's pod, whose files lie on the machine from then on. */
    private Map<String, String> environment(JsonNode pod) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode variable : pod.get("env")) {
            environment.put(variable.get("name").asText(), variable.get("value").asText());
        }
        for (JsonNode file : pod.get("fileMounts")) {
            Path mounted = machine.etc()
                    .resolve(Path.of("/etc")
                            .relativize(Path.of(file.get("folderPath").asText())))
                    .resolve(file.get("name").asText());
            Files.createDirectories(mounted.resolveSibling("."));
            Files.writeString(mounted, file.get("fileContent").asText());
        }
        return environment;
    }

    /** The file is what the script puts into the cluster; it lies where the pod mounts it. */
    @ParameterizedTest
    @EnumSource
    void aTaskLogsInWithTheFileThatTheScriptMade(Installer installer) throws IOException {
        String password = "a\"b'c!$&*();<>?[]^`{|}~%@:,./=+-_#";
        trusted().ask(MAIN, "robot", password);
        trusted().ask(EXTRA, "robot@corp", "machine");
        String login = "  credentials = secret.";
        Path site = compile(
                page(trusted(), trusted())
                                .replace("/simple\" }", "/simple\"\n" + login + "main\n}")
                                .replace("role = extra", "role = extra\n" + login + "extra")
                        + "secret main { from = env(\"MAIN\") }\nsecret extra { from = env(\"EXTRA\") }\n",
                corp);
        JsonNode pod = pod(site);
        Map<String, String> environment = environment(pod);
        environment.put("UV_HTTP_RETRIES", "0");
        assertNotInstalled(machine.run(folder, environment, installer.install("probe")));

        Path stub = folder.resolve("stub");
        StandIn.write(stub.resolve("kubectl"), "#!/bin/sh\ncase \"$*\" in *apply*) cat >\"$MADE\" ;; esac\n");
        Map<String, String> secrets = new TreeMap<>(
                Map.of("PATH", stub + ":" + System.getenv("PATH"), "KUBE_CONTEXT", "here", "MADE", folder + "/object"));
        secrets.putAll(Map.of("MAIN_USERNAME", "robot", "MAIN_PASSWORD", password));
        secrets.putAll(Map.of("EXTRA_USERNAME", "robot@corp", "EXTRA_PASSWORD", "machine"));
        String name = pod.at("/volumes/0/secret/secretName").asText();
        List<String> script = List.of(Consumer.program("bash"), site + "/inside/kubernetes/create-secrets.sh", name);
        Processes.Result made = Processes.run(folder, secrets, script);
        assertEquals(new Processes.Result(0, "", "create-secrets.sh: 1 done\n"), made);
        JsonNode mount = pod.at("/volumeMounts/0");
        JsonNode object = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(folder.resolve("object")));
        byte[] file = Base64.getDecoder()
                .decode(object.at("/data").get(mount.get("subPath").asText()).asText());
        Path mounted = machine.etc()
                .resolve(Path.of("/etc")
                        .relativize(Path.of(mount.get("mountPath").asText())));
        Files.createDirectories(mounted.resolveSibling("."));
        Files.write(mounted, file);
        assertInstalled(installer, environment);
        assertTrue(trusted().requests().contains(EXTRA + "/simple/probe-extra/"));
        assertEquals(List.of(), names().asked());
    }

    private static String page(PackageIndex main, PackageIndex extra) {
        return PAGE.replace("MAIN", Integer.toString(main.port())).replace("EXTRA", Integer.toString(extra.port()));
    }

    private Path compile(String page, Authority trust) throws IOException {
        Files.copy(trust.certificate(), folder.resolve("ca.crt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Compilation compilation = Examples.compile(Files.writeString(folder.resolve("site.ag"), page));
        assertFalse(compilation.files().isEmpty());
        Path site = Files.createDirectories(folder.resolve("site"));
        Examples.write(compilation, site);
        return site;
    }

    /** Does on the machine what the runbook says of certificates and indexes, and returns the variables that it names. */
    private Map<String, String> setUp(String page, Authority trust) throws IOException {
        Path site = compile(page, trust);
        String runbook = Files.readString(site.resolve("RUNBOOK.md"));
        Map<String, String> environment = new TreeMap<>(Map.of("UV_HTTP_RETRIES", "0"));
        for (String title : List.of("Make machines trust the site", "Make machines install from the site's indexes")) {
            String step =
                    runbook.split(Pattern.quote(". " + title + "\n"), 2)[1].split("\n##", 2)[0];
            String commands = step.split("```sh\n", 2)[1].split("```", 2)[0];
            Processes.Result result = machine.run(site, Map.of(), List.of(Consumer.program("bash"), "-euc", commands));
            assertEquals(new Processes.Result(0, "", ""), result);
            Matcher variable = Pattern.compile("`([A-Z_]+)=(\\S+)`").matcher(step);
            while (variable.find()) {
                environment.put(variable.group(1), variable.group(2));
            }
        }
        return environment;
    }

    private void assertInstalled(Installer installer, Map<String, String> environment) throws IOException {
        Processes.Result result = machine.run(folder, environment, installer.install("probe"));
        assertEquals(0, result.exit(), result.out() + result.err());
        List<String> program = new ArrayList<>(List.of(Consumer.program("python"), "-c"));
        program.add("import probe, probe_extra; print(probe.NAME, probe_extra.NAME)");
        Map<String, String> path =
                Map.of("PYTHONPATH", folder.resolve("installed").toString());
        assertEquals(new Processes.Result(0, "probe probe_extra\n", ""), machine.run(folder, path, program));
    }

    private void assertNotInstalled(Processes.Result result) {
        assertNotEquals(0, result.exit(), result.out());
        assertFalse(Files.exists(folder.resolve("installed/probe")));
    }

    private static PackageIndex trusted() {
        return (PackageIndex) started.get(0);
    }

    private static PackageIndex untrusted() {
        return (PackageIndex) started.get(1);
    }

    private static NameServer names() {
        return (NameServer) started.get(2);
    }
}
