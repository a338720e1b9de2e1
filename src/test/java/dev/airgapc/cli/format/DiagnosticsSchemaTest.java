package dev.airgapc.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published schema of diagnostics accepts what is found in every page of the corpus. */
class DiagnosticsSchemaTest {
    private static final String TEXT =
            new String(Corpus.bytes(Path.of("schemas/diagnostics.schema.json")), StandardCharsets.UTF_8);
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    static final Schema DOCUMENT = REGISTRY.getSchema(TEXT);
    static final Schema LINE = REGISTRY.getSchema(
            TEXT.replaceFirst("(?s)\"title\".*?\"\\$defs\"", "\"\\$ref\": \"#/\\$defs/line\", \"\\$defs\""));

    @Test
    void isASchema() {
        Schema ofSchemas = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), ofSchemas.validate(TEXT, InputFormat.JSON));
    }

    @Test
    void acceptsWhatIsFound() {
        int found = 0;
        for (Path page : Corpus.pages(Corpus.RESOURCES)) {
            Report report = new Compiler(Corpus.TODAY)
                    .compile(Corpus.name(page), Corpus.bytes(page))
                    .report();
            Names names = Names.fromHere(Path.of(""));
            Run run = new Run(
                    "1.2.3", true, Set.of(Severity.ERROR), List.of(Checked.of(page.toString(), "", report, names)));
            String json = new JsonFormat().print(run);
            assertEquals(List.of(), DOCUMENT.validate(json, InputFormat.JSON), page.toString());
            for (String line : new JsonLinesFormat().print(run).lines().toList()) {
                assertEquals(List.of(), LINE.validate(line, InputFormat.JSON), line);
                found++;
            }
        }
        assertTrue(found > 500, found + " lines");
    }
}
