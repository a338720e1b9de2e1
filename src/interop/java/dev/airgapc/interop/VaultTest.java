package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent lays a vault over its file by its own code; only the server that hands it over is played. */
@ReadBy(
        value = {"clearml-agent"},
        what = "`admin-vault.conf`",
        proves = "the agent loads it over its `clearml.conf`, and finds the settings there that the page states")
class VaultTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("src/main/resources/manual/clearml-vault.ag");
    private static final String PROGRAM = """
            import json, sys
            from clearml_agent.backend_api.config import load
            from clearml_agent.backend_api.session.session import Session
            class Answer:
                ok = True
                def json(self):
                    with open(sys.argv[1], encoding="utf-8") as file:
                        return {"data": {"vaults": [{"scope": "group", "description": "all", "data": file.read()}]}}
            class Asked(Session):
                feature_set = "advanced"
                _debug = False
                def __init__(self):
                    self.config = load()
                def check_min_api_version(self, version):
                    return True
                def send_request(self, *words, **named):
                    return Answer()
            session = Asked()
            loaded = session.load_vaults()
            found = {key: session.config.get(key, None) for key in ("agent", "sdk", "environment", "api")}
            print(json.dumps({"loaded": loaded, "found": found}, default=repr))
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSectionOfTheAgentIsInOneFile() throws IOException {
        String page = Files.readString(PAGE);
        Compilation vaulted = Examples.changed("clearml/manual.ag", page);
        Compilation own = Examples.changed("clearml/manual.ag", page.replaceFirst("  settings .*\n", ""));
        String conf = "clearml/agent-machines/clearml.conf";
        JsonNode whole = tree(own, conf);
        JsonNode rest = tree(vaulted, conf);
        JsonNode vault = tree(vaulted, "clearml/vault-machines/admin-vault.conf");
        assertTrue(whole.path("agent").size() > 4, whole.toString());
        assertEquals(whole.path("agent"), vault.path("agent"));
        assertFalse(rest.has("agent"));
        assertEquals(whole.path("api"), rest.path("api"));
        String named = page.replace(
                "  queue machines",
                "  conf = \"agent { worker_name: \\\"gpu\\\", venvs_cache.max_entries: 20 }\"\n  queue machines");
        Compilation left = Examples.changed("clearml/manual.ag", named);
        assertEquals("gpu", tree(left, conf).at("/agent/worker_name").asText());
        assertEquals(1, tree(left, conf).path("agent").size(), "what a vault cannot set, and nothing else");
        JsonNode section = tree(left, "clearml/vault-machines/admin-vault.conf").path("agent");
        assertFalse(section.has("worker_name"));
        assertEquals(20, section.at("/venvs_cache/max_entries").asInt());
        assertFalse(tree(vaulted, "clearml/vault-everybody/admin-vault.conf").has("agent"));
    }

    @Test
    void theAgentReadsTheVault() throws IOException {
        Compilation compilation = Examples.changed("clearml/manual.ag", Files.readString(PAGE));
        JsonNode agent = read(compilation, "machines");
        JsonNode stated =
                tree(compilation, "clearml/vault-machines/admin-vault.conf").path("agent");
        for (String list : List.of("extra_docker_arguments", "docker_init_bash_script")) {
            assertTrue(stated.path(list).size() > 2, list);
            assertEquals(stated.path(list), agent.at("/agent/" + list));
        }
        assertEquals(
                "registry.ml.corp.example:5000/ml/python:3.12",
                agent.at("/agent/default_docker/image").asText());
        assertEquals("none", agent.at("/agent/package_manager/pytorch_resolve").asText());
        assertEquals("https://api.ml.corp.example", agent.at("/api/api_server").asText());

        JsonNode people = read(compilation, "everybody");
        assertEquals("WARN", people.at("/environment/NCCL_DEBUG").asText());
        assertEquals(30, people.at("/sdk/development/worker/report_period_sec").asInt());
        JsonNode store = people.at("/sdk/aws/s3/credentials/0");
        assertEquals("s3.ml.corp.example:9000", store.path("host").asText());
        assertEquals("of tasks", store.path("key").asText());
        assertEquals("and its secret", store.path("secret").asText());
    }

    private static JsonNode tree(Compilation compilation, String path) {
        return JSON.valueToTree(Trees.plain(Examples.file(compilation, path).content()));
    }

    private JsonNode read(Compilation compilation, String vault) throws IOException {
        Path conf = Files.writeString(
                folder.resolve("clearml.conf"),
                Examples.print(Examples.file(compilation, "clearml/agent-machines/clearml.conf")));
        Path data = Files.writeString(
                folder.resolve("admin-vault.conf"),
                Examples.print(Examples.file(compilation, "clearml/vault-" + vault + "/admin-vault.conf")));
        Processes.Result result = Processes.run(
                folder,
                Map.of(
                        "CLEARML_CONFIG_FILE",
                        conf.toString(),
                        "AWS_ACCESS_KEY_ID",
                        "of tasks",
                        "AWS_SECRET_ACCESS_KEY",
                        "and its secret"),
                List.of(Consumer.program("clearml-agent"), "-c", PROGRAM, data.toString()));
        assertEquals(0, result.exit(), result.err());
        JsonNode answer = JSON.readTree(result.out().lines().reduce("", (before, line) -> line));
        assertTrue(answer.path("loaded").asBoolean(), result.out());
        return answer.path("found");
    }
}
