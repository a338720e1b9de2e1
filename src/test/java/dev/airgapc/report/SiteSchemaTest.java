package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Document;
import dev.airgapc.language.Language;
import dev.airgapc.language.Layers;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler accepts, the published schema accepts; and the JSON form of a page says what its layers say together. */
class SiteSchemaTest {
    private static final Path EXPECTED = Corpus.RESOURCES.resolve("report");
    private static final Path MINIMAL = Corpus.EXAMPLES.resolve("minimal/site.ag");
    private static final Path LAYERED = EXPECTED.resolve("layered/site.ag");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(SiteSchema.print());

    @Test
    void isCommitted() {
        Expectation.verify(Path.of("schemas/site.schema.json"), SiteSchema.print());
    }

    @Test
    void isASchema() {
        Schema ofSchemas = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), ofSchemas.validate(SiteSchema.print(), InputFormat.JSON));
    }

    @Test
    void acceptsWhatTheCompilerAccepts() {
        int accepted = 0;
        for (Path page : Corpus.all()) {
            Optional<String> json = json(page);
            if (json.isPresent()) {
                assertEquals(List.of(), SCHEMA.validate(json.get(), InputFormat.JSON), page.toString());
                accepted++;
            }
        }
        assertTrue(accepted > 100, accepted + " pages");
    }

    @Test
    void ofOnePage() {
        Expectation.verify(EXPECTED.resolve("json-minimal.json"), json(MINIMAL).orElseThrow());
    }

    @Test
    void ofLayers() throws JsonProcessingException {
        String json = json(LAYERED).orElseThrow();
        Expectation.verify(EXPECTED.resolve("json-layered.json"), json);
        JsonNode annotation = new ObjectMapper().readTree(json).at("/clearml-server/ingress/annotation/a~1b");
        assertEquals("a \\\\, a \"quote\" and an é", annotation.textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"index\" | \"indx\"",
                "\"chart\" | \"chrt\"",
                "\"edition\" | \"later\"",
                "\"main\" | \"two words\"",
                "\"enterprise\" | \"community\"",
                "\"secret.clearml-agent\" | \"index.clearml-agent\"",
                "\"secret.clearml-agent\" | \"secret.clearml-agent.token\"",
                "\"secret.clearml-agent\" | {\"env\": \"X\"}",
                "\"gpus\": 1 | \"gpus\": \"1\"",
                "\"gpus\": 1 | \"gpus\": 1025",
                "\"gpus\": 1 | \"memory\": \"32Q\"",
                "\"gpus\": 1 | \"memory\": 32",
                "\"gpus\": 1 | \"cpu\": -1",
                "\"gpus\": 1 | \"indexes\": \"index.main\"",
                "\"gpus\": 1 | \"image-entrypoint\": \"true\"",
                "\"gpus\": 1 | \"env\": {\"NOT-\": \"x\"}",
                "\"gpus\": 1 | \"env\": {\"X\": 1}",
                "{\"env\": \"CLEARML_AGENT\"} | \"CLEARML_AGENT\"",
                "{\"env\": \"CLEARML_AGENT\"} | {}",
                "{\"env\": \"CLEARML_AGENT\"} | {\"env\": \"X\", \"file\": \"x\"}",
                "{\"env\": \"CLEARML_AGENT\"} | {\"external\": \"x\"}",
                "{\"env\": \"CLEARML_AGENT\"} | {\"external\": [\"x\"]}",
                "{\"env\": \"CLEARML_AGENT\"} | {\"password\": \"x\"}",
                "\"domain\": \"ml.corp.example\" | ``",
                "\"edition\": \"enterprise\" | ``",
                "\"credentials\": \"secret.clearml-agent\", | ``",
                "\"credentials\": \"secret.clearml-agent\", | ``",
                "\"site\": {\"domain\": \"ml.corp.example\"}, | ``"
            })
    void refuses(String right, String wrong) throws JsonProcessingException {
        String page = new ObjectMapper().readTree(json(MINIMAL).orElseThrow()).toString();
        String compact = right.replace(": ", ":").replace(", ", ",");
        assertTrue(page.contains(compact), page);
        String mutated = page.replace(compact, wrong).replace(",}", "}").replace("{,", "{");
        assertFalse(SCHEMA.validate(mutated, InputFormat.JSON).isEmpty(), mutated);
    }

    @Test
    void everyObjectIsClosedAndEveryValueIsTyped() throws JsonProcessingException {
        JsonNode page = new ObjectMapper().readTree(json(LAYERED).orElseThrow());
        List<String> seen = new ArrayList<>();
        everyObject(page, object -> {
            refused(object, "no such word", page);
            names(object).forEach(name -> refused(object, name, page));
            seen.addAll(names(object));
        });
        assertTrue(seen.size() > 50, seen.size() + " values");
        assertEquals(List.of(), SCHEMA.validate(page));
    }

    /** With nothing under a key, the page is refused; then the object is as before. */
    private static void refused(ObjectNode object, String key, JsonNode page) {
        JsonNode before = object.get(key);
        object.putNull(key);
        assertFalse(SCHEMA.validate(page).isEmpty(), key + " in " + object);
        if (before == null) {
            object.remove(key);
        } else {
            object.set(key, before);
        }
    }

    private static void everyObject(JsonNode node, Consumer<ObjectNode> visit) {
        if (node instanceof ObjectNode object) {
            visit.accept(object);
            names(object).forEach(name -> everyObject(object.get(name), visit));
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> everyObject(item, visit));
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The JSON form of a site without errors of the language; nothing for a part. */
    private static Optional<String> json(Path page) {
        Report report = new Report();
        try {
            Layers layers = Layers.of(page, new Inputs(Files::readAllBytes), report);
            Document document = Language.check(layers, Vocabulary.ALL, report);
            return report.hasErrors() || !document.declares(SiteBlock.KIND)
                    ? Optional.empty()
                    : Optional.of(document.json().print());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
