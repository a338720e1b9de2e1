package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.airgapc.output.OutputFile;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's own reader takes {@code clearml.conf}, value for value; keys of stores come from the environment, or are left out. */
@ReadBy(
        value = {"clearml-agent"},
        what = "`clearml.conf`",
        proves = "the agent finds every value with its type, keys of stores from the environment, passed text merged")
class ClearmlConfTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROGRAM = """
            import json, sys
            from clearml_agent.external.pyhocon import ConfigFactory
            print(json.dumps(ConfigFactory.parse_file(sys.argv[1]).as_plain_ordered_dict()))
            """;
    private static final String CREDENTIALS = "/sdk/aws/s3/credentials/0";

    @TempDir
    Path folder = Path.of("");

    static List<Path> sites() {
        return Examples.sites();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void isReadValueForValue(Path page) throws IOException {
        OutputFile file = Examples.file(Examples.compile(page), "clearml/clearml.conf");
        JsonNode expected = JSON.valueToTree(Trees.plain(file.content()));
        if (expected.at(CREDENTIALS) instanceof ObjectNode credentials) {
            credentials.remove(List.of("key", "secret"));
        }
        assertEquals(expected, read(file, Map.of()));
    }

    @Test
    void keysComeFromTheEnvironment() throws IOException {
        OutputFile file = Examples.file(Examples.compile(Path.of("examples/clearml/site.ag")), "clearml/clearml.conf");
        JsonNode found =
                read(file, Map.of("AIRGAPC_RESULTS_ACCESS_KEY", "ak", "AIRGAPC_RESULTS_SECRET_KEY", "s/k=\"#"));
        assertEquals("ak", found.at(CREDENTIALS + "/key").asText());
        assertEquals("s/k=\"#", found.at(CREDENTIALS + "/secret").asText());
        assertEquals(
                "s3.core.corp.example:9000", found.at(CREDENTIALS + "/host").asText());
    }

    @Test
    void passedTextIsMerged() throws IOException {
        String page = Examples.text("clearml/site.ag")
                .replace("  ingress { tls = existing(\"ml-tls\") }\n}\n\nclearml-agent", """
                  ingress { tls = existing("ml-tls") }
                  sdk {
                    substitute "s3://public-models" -> "s3://s3.core.corp.example:9000/models"
                    conf = \"""
                      sdk.aws.boto3.max_multipart_concurrency = 4
                      api { http.retries.total: 3 }  # fail fast
                      \"""
                  }
                }

                clearml-agent""");
        OutputFile file = Examples.file(Examples.changed("clearml/site.ag", page), "clearml/clearml.conf");
        JsonNode found = read(file, Map.of());
        assertEquals(4, found.at("/sdk/aws/boto3/max_multipart_concurrency").intValue());
        assertEquals(3, found.at("/api/http/retries/total").intValue());
        assertEquals("https://api.ml.corp.example", found.at("/api/api_server").asText());
        assertEquals(
                "s3://public-models",
                found.at("/sdk/storage/path_substitution/0/registered_prefix").asText());
    }

    private JsonNode read(OutputFile file, Map<String, String> environment) throws IOException {
        String python = Consumer.program("clearml-agent");
        Path conf = Files.writeString(folder.resolve("clearml.conf"), Examples.print(file));
        Processes.Result result = Processes.run(folder, environment, List.of(python, "-c", PROGRAM, conf.toString()));
        assertEquals(0, result.exit(), result.err());
        return JSON.readTree(result.out());
    }
}
