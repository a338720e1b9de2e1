package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts are fetched, loaded and installed by a helm that records what it is given; no secret is among it. */
@ReadBy(
        value = {"bash"},
        what = "`install.sh`",
        proves = "charts are installed in order, with what the page says")
class InstallChartsTest {
    private static final Map<String, String> SECRETS = Map.of(
            "DOCKERHUB_USERNAME", "robot",
            "DOCKERHUB_PASSWORD", "canary-1",
            "CLEARML_ADMIN_ACCESS_KEY", "canary-2",
            "CLEARML_ADMIN_SECRET_KEY", "canary-3 \"x\\");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Examples.write(Examples.compile(Path.of("examples/clearml/site.ag")), folder);
        stub("helm", """
                printf '%s\\n' "$*" >>arguments
                while [ "$#" -gt 0 ]; do
                  case $1 in
                    --password-stdin) cat >stdin ;;
                    --destination) mkdir -p "$2" && : >"$2/$(basename "$chart")-$version.tgz" ;;
                    --version) version=$2 ;;
                    --values) case $2 in *tmp*) ls -l "$2" | cut -c 1-10 >mode && cp "$2" keys.yaml ;; esac ;;
                    pull) chart=$2 ;;
                  esac
                  shift
                done""");
    }

    @Test
    void areFetchedOnce() throws IOException {
        Processes.Result result = run("outside/charts/pull.sh", "medium");
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().endsWith("3 charts are in medium/charts\n"), result.err());
        assertEquals("canary-1", Files.readString(folder.resolve("stdin")));
        assertTrue(Files.exists(folder.resolve("medium/charts/clearml-enterprise-11.0.2.tgz")));
        assertEquals(4, arguments().size());
        assertEquals(0, run("outside/charts/pull.sh", "medium").exit());
        assertEquals(5, arguments().size(), "a second time only the login");
        nothingIsShown(result);
    }

    @Test
    void areLoaded() throws IOException {
        run("outside/charts/pull.sh", "medium");
        assertEquals(0, run("outside/pack.sh", "medium").exit());
        Files.delete(folder.resolve("arguments"));
        Processes.Result result = run("inside/load/charts.sh", "medium");
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.err().endsWith("3 of 3 charts moved\n"), result.err());
        assertEquals(
                "push medium/charts/clearml-enterprise-11.0.2.tgz oci://registry.core.corp.example:5000/charts",
                arguments().get(0));
    }

    @Test
    void areInstalledInTheirOrder() throws IOException {
        stub("kubectl", "printf 'kubectl %s\\n' \"$*\" >>kubectl-calls");
        Processes.Result result = run("inside/clearml/install.sh");
        assertEquals(0, result.exit(), result.err());
        assertEquals(
                "install.sh: 3 installed\n", result.err().substring(result.err().lastIndexOf("install.sh")));
        List<String> calls = arguments();
        assertTrue(
                calls.get(0)
                        .startsWith(
                                "upgrade --install clearml-enterprise oci://registry.core.corp.example:5000/charts/clearml-enterprise --version 11.0.2 --kube-context clearml-fra --namespace clearml --create-namespace --values "),
                calls.get(0));
        assertTrue(calls.get(1).contains("install clearml-enterprise-agent "), calls.get(1));
        assertTrue(calls.get(2).contains("install clearml-enterprise-app-gateway "), calls.get(2));
        assertEquals("-rw-------\n", Files.readString(folder.resolve("mode")));
        assertEquals(
                "clearml:\n  apiKey: \"canary-2\"\n  apiSecret: \"canary-3 \\\"x\\\\\"\n",
                Files.readString(folder.resolve("keys.yaml")));
        assertFalse(
                Files.exists(Path.of(calls.get(2).replaceAll(".*--values (\\S*tmp\\S*).*", "$1"))),
                "the keys are gone");
        assertTrue(
                Files.readString(folder.resolve("kubectl-calls")).contains("/server/files.yaml\n"),
                "what instances trust is there first");
        nothingIsShown(result);
    }

    @Test
    void areInstalledByName() throws IOException {
        assertEquals(0, run("inside/clearml/install.sh", "agent-main").exit());
        assertEquals(1, arguments().size());
        Processes.Result unknown = run("inside/clearml/install.sh", "agent-mian");
        assertEquals(1, unknown.exit());
        assertEquals("install.sh: this site has no agent-mian\n", unknown.err());
    }

    @Test
    void publicOnesComeFromTheirRepository() throws IOException {
        Examples.write(Examples.compile(Path.of("examples/oss/site.ag")), folder);
        Processes.Result result = run("outside/charts/pull.sh", "medium");
        assertEquals(0, result.exit(), result.err());
        assertEquals(
                List.of(
                        "pull clearml --repo https://clearml.github.io/clearml-helm-charts --version 7.14.7 --destination medium/charts/.new",
                        "pull clearml-agent --repo https://clearml.github.io/clearml-helm-charts --version 5.3.4 --destination medium/charts/.new",
                        "pull clearml-serving --repo https://clearml.github.io/clearml-helm-charts --version 1.6.3 --destination medium/charts/.new"),
                arguments());
        assertTrue(Files.exists(folder.resolve("medium/charts/clearml-agent-5.3.4.tgz")));
    }

    @Test
    void filesOfTasksAreThereFirst() throws IOException {
        Examples.write(Examples.compile(Path.of("examples/oss/site.ag")), folder);
        stub("kubectl", "printf 'kubectl %s\\n' \"$*\" >>arguments; [ \"$3\" != get ]");
        Processes.Result result = run("inside/clearml/install.sh", "server", "agent-main");
        assertEquals(0, result.exit(), result.err());
        List<String> calls = arguments();
        assertTrue(calls.get(0).startsWith("upgrade --install clearml oci://"), calls.get(0));
        assertEquals("kubectl --context clearml create namespace clearml-agent", calls.get(2));
        assertTrue(
                calls.get(3)
                        .matches(
                                "kubectl --context clearml apply --server-side --force-conflicts --filename .*/agent-main/files.yaml"),
                calls.get(3));
        assertTrue(calls.get(4).startsWith("upgrade --install clearml-agent oci://"), calls.get(4));
        assertEquals(5, calls.size());
    }

    /** What the page does not know, the id of its task, is asked for, and given with the keys. */
    @Test
    void servingIsGivenItsTask() throws IOException {
        Examples.write(Examples.compile(Path.of("examples/oss/site.ag")), folder);
        Map<String, String> keys =
                Map.of("CLEARML_SERVING_ACCESS_KEY", "canary-4", "CLEARML_SERVING_SECRET_KEY", "canary-5");
        Processes.Result asked = run(keys, "inside/clearml/install.sh", "serving-main");
        assertEquals(1, asked.exit());
        assertTrue(asked.err().startsWith("install.sh: set SERVING_TASK_MAIN to the id "), asked.err());
        Map<String, String> all = new HashMap<>(keys);
        all.put("SERVING_TASK_MAIN", "0123");
        Processes.Result result = run(all, "inside/clearml/install.sh", "serving-main");
        assertEquals(0, result.exit(), result.err());
        assertEquals("""
                clearml:
                  apiAccessKey: "canary-4"
                  apiSecretKey: "canary-5"
                  servingTaskId: "0123"
                """, Files.readString(folder.resolve("keys.yaml")));
        nothingIsShown(result);
    }

    private void nothingIsShown(Processes.Result result) throws IOException {
        for (String shown : List.of(Files.readString(folder.resolve("arguments")), result.out(), result.err())) {
            assertFalse(shown.contains("canary"), shown);
        }
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(folder.resolve("arguments"));
    }

    private Processes.Result run(String script, String... arguments) {
        return run(SECRETS, script, arguments);
    }

    private Processes.Result run(Map<String, String> secrets, String script, String... arguments) {
        Map<String, String> environment = new HashMap<>(secrets);
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        List<String> command = new ArrayList<>(
                List.of(Consumer.program("bash"), folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return Processes.run(folder, environment, command);
    }

    private void stub(String name, String body) throws IOException {
        StandIn.write(folder.resolve(name), "#!/bin/sh\nchart='' version=''\n" + body + "\n");
    }
}
