package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.airgapc.cli.format.Formats;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of findings: what each says of the same pages, and where it is printed. */
class FormatsTest {
    private static final Path PAGES = Corpus.RESOURCES.resolve("format");

    @TempDir
    Path root = Path.of("");

    private Airgapc airgapc = new Airgapc(root);

    /** The pages in a folder of a Git work tree. */
    @BeforeEach
    void pages() throws IOException {
        Files.createDirectory(root.resolve(".git"));
        Path sites = root.resolve("sites");
        for (Path page : Corpus.pages(PAGES)) {
            Path copy = sites.resolve(PAGES.relativize(page));
            Files.createDirectories(copy.resolveSibling("."));
            Files.write(copy, Corpus.bytes(page));
        }
        airgapc = new Airgapc(sites);
    }

    private Airgapc.Result check(String format) {
        return airgapc.run("check", "--format", format, "site.ag", "other.ag", "warned.ag", "clean.ag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"})
    void areAsExpected(String format) throws IOException {
        Airgapc.Result result = check(format);
        assertEquals(Exit.FINDINGS, result.exit(), result.err());
        String text = format.equals("text") ? result.err() : result.out();
        Expectation.verify(PAGES.resolve(format + ".expected"), format.equals("sarif") ? withoutRules(text) : text);
        assertFalse((result.out() + result.err()).contains("hunter2") && !format.equals("sarif"));
    }

    /** The table of rules changes with the pages of codes; SarifTest reads it. */
    private static String withoutRules(String sarif) throws IOException {
        JsonNode log = new ObjectMapper().readTree(sarif);
        ObjectNode driver = (ObjectNode) log.at("/runs/0/tool/driver");
        driver.remove(List.of("rules", "semanticVersion"));
        return log.toPrettyString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"})
    void peopleGetTheCountsUnlessTheyWantQuiet(String format) {
        assertEquals(
                "8 errors in site.ag\n",
                airgapc.run("check", "--format", format, "site.ag").err());
        Airgapc.Result quiet = airgapc.run("check", "--format", format, "--quiet", "site.ag");
        assertEquals("", quiet.err());
        assertFalse(quiet.out().isEmpty());
    }

    @Test
    void aCleanPageIsSaidToBeClean() throws IOException {
        Map<String, String> expected = Map.of(
                "json",
                "\"valid\": true",
                "jsonl",
                "\"valid\":true",
                "sarif",
                "\"results\": []",
                "gitlab",
                "[]",
                "junit",
                "<testcase name=\"in order\"",
                "checkstyle",
                "<checkstyle version=\"5.0\">\n</checkstyle>");
        expected.forEach((format, says) -> {
            Airgapc.Result result = airgapc.run("check", "--format", format, "clean.ag");
            assertEquals(Exit.CLEAN, result.exit());
            assertTrue(result.out().contains(says), result.out());
            assertEquals("clean.ag is in order\n", result.err());
        });
        assertEquals("", airgapc.run("check", "--format", "github", "clean.ag").out());
    }

    @Test
    void aPageThatCannotBeReadIsNoCleanRun() throws IOException {
        Airgapc.Result json = airgapc.run("check", "--format", "json", "missing.ag", "clean.ag");
        assertEquals(Exit.FAILED, json.exit());
        assertEquals("airgapc: missing.ag does not exist\n", json.err());
        assertFalse(new ObjectMapper().readTree(json.out()).get("valid").booleanValue());
        String sarif = airgapc.run("check", "--format", "sarif", "missing.ag").out();
        assertFalse(new ObjectMapper()
                .readTree(sarif)
                .at("/runs/0/invocations/0/executionSuccessful")
                .booleanValue());
    }

    @Test
    void aCompileSaysTheSameAndWrites() {
        Airgapc.Result result = airgapc.run("compile", "--format", "json", "warned.ag");
        assertEquals(Exit.CLEAN, result.exit(), result.err());
        assertEquals(airgapc.run("check", "--format", "json", "warned.ag").out(), result.out());
        assertTrue(result.err().startsWith("1 warning in warned.ag\nwrote "), result.err());
    }

    @Test
    void deniedWarningsFailTheirTest() {
        assertTrue(check("junit").out().contains("<system-out>warning: warned.ag:8:17"));
        Airgapc.Result denied = airgapc.run("check", "--format", "junit", "--deny", "warnings", "warned.ag");
        assertEquals(Exit.FINDINGS, denied.exit());
        assertTrue(denied.out().contains("tests=\"2\" failures=\"1\""), denied.out());
    }

    @ParameterizedTest
    @CsvSource({"--check", "--diff", "--stdout"})
    void stdoutHoldsOneThing(String option) {
        Airgapc.Result result = airgapc.run("compile", option, "--format", "sarif", "warned.ag");
        assertEquals(Exit.USAGE, result.exit());
        assertEquals(
                "airgapc: --format sarif and " + option + " both print to stdout; leave one of them out\n",
                result.err());
        assertTrue(
                airgapc.run("compile", option, "--format", "text", "warned.ag").exit() <= Exit.FINDINGS);
        Map<String, String> github = Map.of("GITHUB_ACTIONS", "true");
        Airgapc.Result auto = airgapc.run(github, "compile", option, "--format", "auto", "warned.ag");
        assertTrue(auto.err().startsWith("warning[AG0701]"), auto.err());
    }

    @Test
    void autoIsWhatTheForgeReads() {
        Airgapc.Result here = check(Formats.AUTO);
        assertEquals(check("text"), here);
        for (String forge : List.of("GITHUB_ACTIONS github", "GITLAB_CI gitlab")) {
            String[] words = forge.split(" ", -1);
            assertEquals(
                    airgapc.run("check", "--format", words[1], "site.ag"),
                    airgapc.run(Map.of(words[0], "true"), "check", "--format", "auto", "site.ag"));
            assertEquals(
                    "",
                    airgapc.run(Map.of(words[0], "true"), "check", "site.ag").out());
        }
    }

    @Test
    void filesAreNamedFromWhereTheReaderLooks() {
        String absolute = root.toAbsolutePath().resolve("sites/site.ag").toString();
        for (String path : List.of("./site.ag", "../sites/site.ag", absolute)) {
            String json = airgapc.run("check", "--format", "json", path).out();
            assertTrue(json.contains("\"file\": \"site.ag\"") && json.contains("\"parts/index.ag\""), json);
            assertTrue(
                    airgapc.run("check", "--format", "github", path).out().contains(" file=sites/parts/index.ag,"),
                    path);
        }
        String outside = new Airgapc(root.resolve("sites/parts"))
                .run("check", "--format", "json", "../site.ag")
                .out();
        assertTrue(outside.contains("\"../site.ag\"") && outside.contains("\"index.ag\""), outside);
    }
}
