package dev.airgapc.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.SyntaxCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Edits and what a page allows, in the forms that can say them; nothing of a secret goes with them. */
class RemediesOfFindingsTest {
    private static final Source SOURCE = new Source("a b.ag", "😀 x = \"c4nary77\"  y\n");
    private static final Span X = SOURCE.span(3, 4);
    private static final Span SECRET = SOURCE.span(7, 17);
    private static final Span Y = SOURCE.span(19, 20);
    private static final Code CODE = SyntaxCodes.ALL.get(0);

    private static Run run(Report report) {
        Names names = Names.fromHere(Path.of(""));
        return new Run("1.2.3", true, Set.of(Severity.ERROR), List.of(Checked.of("p/a b.ag", "p/", report, names)));
    }

    private static Diagnostic fixed(Span at, Span edited, String text) {
        return Diagnostic.of(CODE, at, "of " + at.start())
                .fix(new Fix("do it", List.of(new Edit(edited, text)), false));
    }

    private static JsonNode json(Format format, Report report) throws IOException {
        return new ObjectMapper().readTree(format.print(run(report)));
    }

    @Test
    void editsAreThereForPrograms() throws IOException {
        Report report = new Report();
        report.add(fixed(X, X, "z\n"));
        JsonNode fix = json(new JsonFormat(), report).at("/diagnostics/0/fixes/0");
        assertEquals("unsafe", fix.get("applicability").textValue());
        assertEquals("z\n", fix.at("/edits/0/text").textValue());
        assertEquals("p/a b.ag", fix.at("/edits/0/range/file").textValue());
        assertEquals(
                "{\"line\":1,\"column\":3,\"offset\":3}",
                fix.at("/edits/0/range/start").toString());
        JsonNode change = json(new SarifFormat(), report).at("/runs/0/results/0/fixes/0/artifactChanges/0");
        assertEquals("p/a%20b.ag", change.at("/artifactLocation/uri").textValue());
        assertEquals(3, change.at("/replacements/0/deletedRegion/startColumn").intValue());
        assertEquals("z\n", change.at("/replacements/0/insertedContent/text").textValue());
    }

    @Test
    void anEditThatTouchesASecretIsLeftOut() throws IOException {
        Report report = new Report();
        report.conceal(SECRET);
        report.add(fixed(X, SECRET, "z"));
        report.add(fixed(SECRET, SOURCE.span(SECRET.end(), SECRET.end()), "z"));
        report.add(fixed(Y, Y, "'c4nary77'"));
        report.add(fixed(SOURCE.span(18, 18), Y, "https://user:pass@x.example"));
        report.add(Diagnostic.of(CODE, SOURCE.span(0, 2), "`c4nary77` is said")
                .label("c4nary77 here")
                .related(SECRET, "c4nary77 there")
                .help("not c4nary77"));
        report.suppress(Diagnostic.of(CODE, SECRET, "c4nary77"), "c4nary77 is known");
        for (String name : Formats.NAMES) {
            Formats.named(name).map(format -> format.print(run(report))).ifPresent(text -> {
                assertFalse(text.contains("c4nary"), text);
                assertFalse(text.contains("user:pass"), text);
            });
        }
        assertFalse(new DiagnosticText("", new Style(false)).report(report).contains("c4nary"));
        JsonNode document = json(new JsonFormat(), report);
        document.get("diagnostics").forEach(one -> assertTrue(one.get("fixes").isEmpty(), one.toString()));
        assertEquals(5, document.get("error_count").intValue());
    }

    @Test
    void whatIsAllowedHasItsReason() throws IOException {
        Report report = new Report();
        report.suppress(Diagnostic.of(CODE, X, "said"), "behind the proxy");
        JsonNode document = json(new JsonFormat(), report);
        assertTrue(document.get("valid").booleanValue());
        assertEquals("behind the proxy", document.at("/suppressed/0/reason").textValue());
        JsonNode result = json(new SarifFormat(), report).at("/runs/0/results/0");
        assertEquals(
                "[{\"kind\":\"inSource\",\"justification\":\"behind the proxy\"}]",
                result.get("suppressions").toString());
        assertEquals(0, json(new GitlabFormat(), report).size());
    }

    @Test
    void theSchemaKnowsAllOfIt() throws IOException {
        Report report = new Report();
        report.add(fixed(X, X, "z").related(Y, "there").help("so"));
        report.suppress(fixed(Y, Y, "z"), "known");
        JsonNode document = json(new JsonFormat(), report);
        assertEquals(List.of(), DiagnosticsSchemaTest.DOCUMENT.validate(document));
        everyMemberCounts(DiagnosticsSchemaTest.DOCUMENT, (ObjectNode) document, document);
        new JsonLinesFormat().print(run(report)).lines().forEach(line -> {
            assertEquals(List.of(), DiagnosticsSchemaTest.LINE.validate(line, InputFormat.JSON), line);
            assertFalse(DiagnosticsSchemaTest.DOCUMENT
                    .validate(line, InputFormat.JSON)
                    .isEmpty());
        });
    }

    /** One more member, one less, or one of another type: the schema sees each. */
    private static void everyMemberCounts(Schema schema, ObjectNode object, JsonNode document) {
        object.put("surplus", 1);
        assertFalse(schema.validate(document).isEmpty(), object.toString());
        object.remove("surplus");
        List<String> names = List.copyOf(
                object.properties().stream().map(member -> member.getKey()).toList());
        for (String name : names) {
            JsonNode value = object.get(name);
            object.putNull(name);
            assertFalse(schema.validate(document).isEmpty(), name + " is null");
            object.remove(name);
            assertFalse(schema.validate(document).isEmpty(), name + " is missing");
            object.set(name, value);
            if (value instanceof ObjectNode inner) {
                everyMemberCounts(schema, inner, document);
            } else {
                value.forEach(item -> {
                    if (item instanceof ObjectNode inner) {
                        everyMemberCounts(schema, inner, document);
                    }
                });
            }
        }
        assertEquals(List.of(), schema.validate(document));
    }
}
