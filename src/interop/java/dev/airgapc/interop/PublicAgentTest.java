package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.output.Header;
import dev.airgapc.output.Node;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a pod of the public chart: the agent checks its server although the chart tells it not to, and hands tasks what it was given. */
@ReadBy(
        value = {"clearml-agent", "helm-3"},
        what = "values of the public agent's chart",
        proves =
                "the agent checks its server with the site's authorities; tasks find the store, its keys in their environment")
class PublicAgentTest {
    @TempDir
    Path folder = Path.of("");

    private List<JsonNode> objects = List.of();

    @BeforeEach
    void render() {
        Node values = Examples.file(
                        Examples.compile(Path.of("examples/oss/site.ag")),
                        "agent-main/clearml-agent-values.override.yaml")
                .content();
        HelmChart chart = HelmChart.named("helm-3", "clearml-agent", folder);
        objects = HelmChart.objects(
                chart.render(new YamlPrinter().print(values, Header.NONE).text()));
    }

    @Test
    void checksItsServer() {
        Map<String, String> environment = new LinkedHashMap<>();
        // The chart's own, with the switch off
        // (clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-deployment.yaml).
        environment.put("CLEARML_API_HOST_VERIFY_CERT", "false");
        object("Deployment").at("/spec/template/spec/containers/0/env").forEach(variable -> {
            if (variable.has("value")) {
                environment.put(
                        variable.at("/name").asText(), variable.at("/value").asText());
            }
        });
        String program = """
                from clearml_agent.backend_api.utils import get_http_session_with_retry
                session = get_http_session_with_retry()
                print(session.verify, session.merge_environment_settings("https://api", {}, None, None, None)["verify"])
                """;
        assertEquals("False /etc/airgap/ca/ca-bundle.crt\n", python(environment, program));
    }

    @Test
    void tasksFindTheStore() throws IOException {
        String conf = object("Secret").at("/stringData/clearml.conf").asText();
        Files.writeString(folder.resolve("clearml.conf"), conf);
        String program = """
                import json
                from clearml_agent.external.pyhocon import ConfigFactory
                open("clearml.conf").read().encode("ascii")
                print(json.dumps(ConfigFactory.parse_file("clearml.conf").as_plain_ordered_dict()))
                """;
        String found = python(Map.of("AWS_ACCESS_KEY_ID", "ak", "AWS_SECRET_ACCESS_KEY", "sk"), program);
        JsonNode store = new ObjectMapper().readTree(found).at("/sdk/aws/s3/credentials/0");
        assertEquals("s3.core.corp.example:9000", store.at("/host").asText());
        assertEquals("ak", store.at("/key").asText());
        assertEquals("sk", store.at("/secret").asText());
    }

    private JsonNode object(String kind) {
        return objects.stream()
                .filter(object -> object.at("/kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String python(Map<String, String> environment, String program) {
        Processes.Result result =
                Processes.run(folder, environment, List.of(Consumer.program("clearml-agent"), "-c", program));
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
