package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.TypedValues;
import dev.airgapc.testing.TypedValues.Words;
import dev.airgapc.testing.YamlLibrary;
import dev.airgapc.testing.YamlTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reader of YAML finds in our files what was put there, by value and by type. Each is started once, for all of them. */
@ReadBy(
        value = {"pyyaml", "yq", "yaml", "snakeyaml", "snakeyaml-engine", "jackson"},
        what = "every YAML file of the examples and of the manual's pages, and hostile text",
        proves = "readers of YAML 1.1, readers of 1.2 and Go find the same values, with their types")
class YamlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prints for each text what stands in it: pointer, type, value. {@code CSafeLoader} is libyaml. */
    private static final String PYTHON = """
            import json, sys, yaml

            def walk(at, value):
                if isinstance(value, dict) and value:
                    for key, item in value.items():
                        step = key if type(key) is str else "(%s)%s" % (type(key).__name__, key)
                        yield from walk(at + "/" + step.replace("~", "~0").replace("/", "~1"), item)
                elif isinstance(value, list) and value:
                    for index, item in enumerate(value):
                        yield from walk("%s/%d" % (at, index), item)
                else:
                    yield [at, type(value).__name__, str(value)]

            with open(sys.argv[1], encoding="utf-8") as file:
                texts = json.load(file)
            loader = getattr(yaml, sys.argv[2])
            print(json.dumps([list(walk("", list(yaml.load_all(text, loader)))) for text in texts]))
            """;

    private static final String NODE = """
            const { parseAllDocuments } = require(process.argv[1]);
            const texts = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
            const options = { version: process.argv[3], intAsBigInt: true };
            const step = (key) => (typeof key === "string" ? key : `(${typeof key})${key}`);
            function* walk(at, value) {
              if (value instanceof Map && value.size) {
                for (const [key, item] of value) {
                  yield* walk(at + "/" + step(key).replaceAll("~", "~0").replaceAll("/", "~1"), item);
                }
              } else if (Array.isArray(value) && value.length) {
                for (const [index, item] of value.entries()) yield* walk(`${at}/${index}`, item);
              } else {
                yield [at, value === null ? "null" : value?.constructor?.name, String(value)];
              }
            }
            const read = (document) => {
              if (document.errors.length || document.warnings.length) throw document.errors[0] ?? document.warnings[0];
              return document.toJS({ mapAsMap: true });
            };
            console.log(JSON.stringify(texts.map((text) => [...walk("", parseAllDocuments(text, options).map(read))])));
            """;

    /** What holds no other by its file, document, path, type and value; and each key that is no text. */
    private static final String YQ = """
            (.. | select(kind == "scalar" or length == 0) | [fileIndex, documentIndex, path, tag, .]),
            (... | select(is_key and tag != "!!str") | [fileIndex, documentIndex, ["(key)"], tag, .])
            """;

    @TempDir
    static Path folder = Path.of("");

    private static List<YamlTexts> texts = List.of();

    @BeforeAll
    static void write() throws IOException {
        texts = new ArrayList<>(List.of(YamlTexts.printed(), YamlTexts.taken()));
        texts.addAll(YamlTexts.ofSites());
        assertTrue(texts.size() > 60, texts.size() + " texts");
        List<String> list = texts.stream().map(YamlTexts::text).toList();
        Files.writeString(folder.resolve("texts.json"), JSON.writeValueAsString(list));
        for (int index = 0; index < list.size(); index++) {
            Files.writeString(folder.resolve(index + ".yaml"), list.get(index));
        }
    }

    @ParameterizedTest
    @EnumSource
    void libraries(YamlLibrary reader) {
        List<String> differences = new ArrayList<>();
        texts.forEach(text -> differences.addAll(reader.differences(text)));
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SafeLoader", "CSafeLoader"})
    void python(String loader) throws IOException {
        Words words = new Words("str", "int", "float", "bool", "NoneType", "dict", "list");
        agree(words, JSON.readTree(run(Consumer.program("pyyaml"), "-c", PYTHON, "texts.json", loader)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2"})
    void javaScript(String version) throws IOException {
        Words words = new Words("String", "BigInt", "Number", "Boolean", "null", "Map", "Array");
        Path library = Path.of(Consumer.program("yaml")).resolveSibling("");
        agree(words, JSON.readTree(run("node", "-e", NODE, library.toString(), "texts.json", version)));
    }

    @Test
    void go() throws IOException {
        List<String> command = new ArrayList<>(List.of(Consumer.program("yq"), "-o", "json", "-I", "0", YQ));
        List<ArrayNode> found = new ArrayList<>();
        for (int index = 0; index < texts.size(); index++) {
            command.add(index + ".yaml");
            found.add(JSON.createArrayNode());
        }
        for (String line : run(command.toArray(String[]::new)).lines().toList()) {
            JsonNode row = JSON.readTree(line);
            if (!row.isEmpty()) { // a file without such a key
                ArrayNode triple = found.get(row.get(0).intValue()).addArray();
                triple.add(pointer(row.get(1), row.get(2))).add(row.get(3)).add(row.get(4));
            }
        }
        Words words = new Words("!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq");
        agree(words, JSON.valueToTree(found));
    }

    private static void agree(Words words, JsonNode found) {
        assertEquals(texts.size(), found.size());
        List<String> differences = new ArrayList<>();
        for (int index = 0; index < texts.size(); index++) {
            differences.addAll(texts.get(index).differences(TypedValues.of(found.get(index), words), words));
        }
        assertEquals(List.of(), differences);
    }

    private static String pointer(JsonNode document, JsonNode path) {
        StringBuilder pointer = new StringBuilder("/" + document);
        for (JsonNode step : path) {
            pointer.append('/').append(step.asText().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String run(String... command) {
        Processes.Result result = Processes.run(folder, Map.of(), List.of(command));
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
