package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.airgapc.cli.format.Checked;
import dev.airgapc.cli.format.Formats;
import dev.airgapc.cli.format.Names;
import dev.airgapc.cli.format.Run;
import dev.airgapc.compile.Codes;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Source;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validator of the format's own authors takes our SARIF, by its rules and by those of code scanning; so does the schema it brings. */
@ReadBy(
        value = {"sarif-multitool"},
        what = "findings as SARIF",
        proves = "the validator with the rules of GitHub takes them")
class SarifTest {
    /** There is no address of the project to give. */
    private static final Set<String> JUSTIFIED = Set.of("SARIF2005");

    @TempDir
    Path folder = Path.of("");

    @Test
    void ofThePagesOfTheCorpus() throws IOException {
        List<String> words = new ArrayList<>(List.of("check", "--format", "sarif"));
        for (Path page : Corpus.pages(Corpus.RESOURCES.resolve("rule"))) {
            words.add(page.toString());
        }
        JsonNode run = validated(words);
        assertTrue(run.get("results").size() > 200, run.get("results").size() + " results");
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode result : run.get("results")) {
            String hash =
                    result.at("/partialFingerprints/primaryLocationLineHash").textValue();
            assertTrue(fingerprints.add(hash), result.toString());
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
            assertEquals(rule.get("id"), result.get("ruleId"));
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertTrue(place.at("/artifactLocation/uri").textValue().startsWith("src/test/resources/rule/"));
            for (String bound : List.of("startLine", "startColumn", "endLine", "endColumn")) {
                assertTrue(place.at("/region/" + bound).intValue() > 0, place.toString());
            }
        }
    }

    @Test
    void ofACleanPage() throws IOException {
        Path page = Files.writeString(folder.resolve("clean.ag"), "airgap 1\nsite { domain = \"a.example\" }\n");
        JsonNode run = validated(List.of("check", "--format", "sarif", page.toString()));
        assertTrue(run.get("results").isArray() && run.get("results").isEmpty());
        assertEquals(Codes.all().size(), run.at("/tool/driver/rules").size());
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            assertEquals(
                    rule.get("id").textValue().startsWith("AG06"),
                    rule.at("/properties").has("security-severity"));
            for (String words : List.of("shortDescription", "fullDescription")) {
                int length = rule.get(words).get("text").textValue().length();
                assertTrue(length > 10 && length <= 1024, rule.toString());
            }
        }
    }

    /** No page of the corpus has an edit or is allowed anything yet. */
    @Test
    void ofEditsAndOfWhatIsAllowed() throws IOException {
        Source source = new Source("a b.ag", "airgap 1\nx\n");
        Diagnostic diagnostic = Diagnostic.of(Codes.all().get(0), source.span(9, 10), "`x` is wrong")
                .related(source.span(0, 6), "because of this")
                .fix(Fix.guess("write `y`", source.span(9, 10), "y"));
        Report report = new Report();
        report.add(diagnostic);
        report.suppress(Diagnostic.of(Codes.all().get(1), source.span(9, 10), "`x` is odd"), "known");
        Run run = new Run(
                "1.2.3",
                true,
                Set.of(Severity.ERROR),
                List.of(Checked.of("a b.ag", "", report, Names.fromHere(folder))));
        JsonNode results =
                validated(Formats.named("sarif").orElseThrow().print(run)).get("results");
        assertEquals(1, results.at("/0/fixes").size());
        assertEquals(1, results.at("/0/relatedLocations").size());
        assertEquals(1, results.at("/1/suppressions").size());
    }

    private JsonNode validated(List<String> words) throws IOException {
        return validated(Processes.airgapc(List.of(), Path.of(""), words.toArray(String[]::new))
                .out());
    }

    private JsonNode validated(String text) throws IOException {
        Path multitool = Path.of(Consumer.program("sarif-multitool"));
        Path sarif = Files.writeString(folder.resolve("out.sarif"), text);
        Path schema = multitool.resolveSibling("sarif-2.1.0.json");
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema));
        assertEquals(List.of(), published.validate(text, InputFormat.JSON));
        Processes.run(
                folder,
                Map.of(),
                List.of(
                        multitool.toString(),
                        "validate",
                        sarif.toString(),
                        "--rule-kind",
                        "Sarif;Ghas",
                        "-o",
                        "verdict.sarif",
                        "--log",
                        "ForceOverwrite"));
        JsonNode verdict = new ObjectMapper().readTree(Files.readString(folder.resolve("verdict.sarif")));
        assertTrue(verdict.at("/runs/0/invocations/0/executionSuccessful").booleanValue(), verdict.toString());
        List<String> found = new ArrayList<>();
        verdict.at("/runs/0/results").forEach(result -> {
            boolean counts =
                    List.of("error", "warning").contains(result.path("level").asText("warning"));
            if (counts && !JUSTIFIED.contains(result.get("ruleId").textValue())) {
                found.add(result.toString());
            }
        });
        assertEquals(List.of(), found);
        return new ObjectMapper().readTree(text).at("/runs/0");
    }
}
