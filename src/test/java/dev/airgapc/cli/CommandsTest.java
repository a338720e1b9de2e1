package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.format.Formats;
import dev.airgapc.testing.Corpus;
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

/** Exit codes, usage, and what each command prints. */
class CommandsTest {
    @TempDir
    Path folder = Path.of("");

    private Airgapc airgapc = new Airgapc(folder);

    @BeforeEach
    void page() throws IOException {
        airgapc = new Airgapc(folder);
        Files.write(folder.resolve("site.ag"), Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comple | 2 | did you mean `compile`",
                "compile --chek | 2 | did you mean `--check`",
                "compile --check --stdout | 2 | exclude each other",
                "compile --deny errors | 2 | takes `warnings`",
                "check --color sometimes | 2 | takes auto",
                "list | 2 | WHAT",
                "list imges | 2 | there are images",
                "explain | 2 | WHAT",
                "explain --json site.ag site.ag | 2 | perhaps FILE",
                "explain --json missing.ag | 3 | does not exist",
                "import | 2 | WHAT",
                "import chart-values | 2 | FILE",
                "import chart-value site.ag | 2 | there are chart-values, app-images",
                "import chart-values site.ag site.ag | 2 | takes no page",
                "import chart-values gone.yaml | 3 | gone.yaml does not exist",
                "import chart-values . | 3 | is a folder",
                "import app-images site.ag -o x | 2 | takes no --output",
                "import app-images site.ag | 3 | site.ag names no image",
                "schema site.ag | 2 | there are site, diagnostics",
                "completion csh | 2 | there are bash, zsh, fish",
                "completion | 2 | SHELL",
                "schema site site | 2 | Unmatched argument",
                "check --format xml | 2 | takes one of text, json",
                "explain AG9999 | 2 | there is no code",
                "explain no.such.thing | 2 | has nothing at",
                "explain registy | 2 | did you mean `registry`?",
                "explain registry.hst | 2 | did you mean `registry.host`?",
                "explain clearml-agent.queue.gpu | 2 | did you mean `clearml-agent.queue.gpus`?",
                "check missing.ag | 3 | does not exist",
                "check . | 3 | is a folder",
                "compile missing.ag | 3 | does not exist",
                "--color never check | 2 | no command"
            })
    void failures(String line, int exit, String says) {
        Airgapc.Result result = airgapc.run(line.split(" ", -1));
        assertEquals(exit, result.exit(), result.err());
        assertTrue(result.err().contains(says.strip()), result.err());
        assertEquals("", result.out());
    }

    @Test
    void helpBeginsWithAnExample() {
        assertTrue(airgapc.run().out().startsWith("airgapc compile site.ag"));
        for (String command :
                List.of("compile", "check", "explain", "list", "import", "schema", "completion", "version")) {
            Airgapc.Result help = airgapc.run(command, "--help");
            assertEquals(Exit.CLEAN, help.exit());
            assertTrue(help.out().startsWith("Examples:\n  airgapc " + command), help.out());
            assertTrue(help.out().contains("Exit codes: 0 clean"), help.out());
        }
    }

    @Test
    void versions() {
        assertTrue(airgapc.run("version").out().matches("airgapc \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"));
        assertTrue(airgapc.run("version", "--json").out().matches("\\{\"airgapc\":\"[^\"]+\",\"language\":1}\n"));
        assertTrue(Version.released().matches("\\d+\\.\\d+"));
    }

    @Test
    void aSiteAndItsSchemaAreJson() throws IOException {
        String site = Files.readString(Corpus.RESOURCES.resolve("report/json-minimal.json"));
        assertEquals(site.strip(), airgapc.run("explain", "--json").out().strip());
        assertEquals(
                site.strip(), airgapc.run("explain", "--json", "site.ag").out().strip());
        assertEquals(
                Files.readString(Path.of("schemas/site.schema.json")).strip(),
                airgapc.run("schema").out().strip());
        assertEquals(airgapc.run("schema").out(), airgapc.run("schema", "site").out());
        assertEquals(
                Files.readString(Path.of("schemas/diagnostics.schema.json")),
                airgapc.run("schema", "diagnostics").out());
        Files.writeString(folder.resolve("site.ag"), "airgap 1\nsite {}\n");
        assertEquals(Exit.FINDINGS, airgapc.run("explain", "--json").exit());
    }

    @Test
    void checkIsQuietOnRequest() {
        assertEquals(
                "site.ag is in order\n", airgapc.run("check").withoutNotes().err());
        assertEquals("", airgapc.run("validate", "--quiet").withoutNotes().err());
    }

    @Test
    void warningsFailOnRequest() throws IOException {
        Files.writeString(
                folder.resolve("site.ag"),
                Files.readString(folder.resolve("site.ag")).replace("6.14.6", "6.99.0"));
        assertEquals(Exit.CLEAN, airgapc.run("check").exit());
        assertEquals(Exit.FINDINGS, airgapc.run("check", "--deny", "warnings").exit());
        assertTrue(
                airgapc.run("check").err().endsWith("1 warning in site.ag\nsite.ag is in order\n"),
                airgapc.run("check").err());
    }

    @Test
    void theOnlySiteOfAFolderIsMeant() throws IOException {
        Files.move(folder.resolve("site.ag"), folder.resolve("a.ag"));
        assertEquals(Exit.CLEAN, airgapc.run("check").exit());
        Files.writeString(folder.resolve("part.ag"), "airgap 1\nregistry main { host = \"a\" }\n");
        assertEquals(Exit.CLEAN, airgapc.run("check").exit());
        Files.copy(folder.resolve("a.ag"), folder.resolve("b.ag"));
        Airgapc.Result two = airgapc.run("check");
        assertEquals(Exit.USAGE, two.exit());
        assertTrue(two.err().contains("a.ag, b.ag"), two.err());
        Files.delete(folder.resolve("a.ag"));
        Files.delete(folder.resolve("b.ag"));
        assertEquals(Exit.USAGE, airgapc.run("check").exit());
    }

    @Test
    void lists() {
        assertEquals(
                "docker.io/clearml/clearml-enterprise-agent-k8s-base:1.31-3.0.3-469\n",
                airgapc.run("list", "images").out());
        assertEquals(
                "clearml-agent/clearml-agent\n",
                airgapc.run("list", "secrets", "site.ag").out());
        assertEquals(
                List.of(
                        "api.ml.corp.example",
                        "app.ml.corp.example",
                        "files.ml.corp.example",
                        "pypi.ml.corp.example",
                        "registry.ml.corp.example:5000"),
                airgapc.run("list", "hosts").out().lines().toList());
        assertEquals(
                List.of("trust", "python", "clearml", "kubernetes", "images", "charts", "files", "medium", "nodes"),
                airgapc.run("list", "targets").out().lines().toList());
    }

    @Test
    void coloursAreForTerminalsAndForThoseWhoAsk() throws IOException {
        Files.writeString(folder.resolve("site.ag"), "airgap 1\nsite { domain = }\n");
        assertFalse(airgapc.run("check").err().contains("\u001B"));
        assertTrue(airgapc.run("check", "--color", "always").err().contains("\u001B"));
        assertTrue(airgapc.run(Map.of("FORCE_COLOR", "1"), "check").err().contains("\u001B"));
        assertFalse(airgapc.run(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), "check")
                .err()
                .contains("\u001B"));
        assertTrue(airgapc.run(Map.of("FORCE_COLOR", "1", "NO_COLOR", ""), "check")
                .err()
                .contains("\u001B"));
        assertFalse(airgapc.run(Map.of("FORCE_COLOR", "1"), "check", "--color", "never")
                .err()
                .contains("\u001B"));
    }

    @Test
    void aTypedSecretIsNeverPrinted() throws IOException {
        Files.writeString(
                folder.resolve("site.ag"),
                Files.readString(folder.resolve("site.ag")).replace("env(\"CLEARML_AGENT\")", "\"hunter2\""));
        Airgapc.Result result = airgapc.run("check");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("AG0602"), result.err());
        assertFalse(result.err().contains("hunter2"), result.err());
    }

    /** Whatever else is wrong on the line of a secret: nobody sees it. (The page of AG0602, within SARIF, has the word of the others.) */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret keys { from = \"hunter2\" }",
                "secret keys { from = \"hunter2\"; }",
                "secret keys {\n from = \"hunter2\"\n from = 'hunter2'\n}",
                "secret keys { password = \"hunter2\" }",
                "secret keys { from += \"hunter2\" }",
                "secret keys { form = \"hunter2\" }",
                "secret keys { from = [\"hunter2\"] }",
                "secret keys { from = env(\"A\", \"hunter2\") }",
                "secret keys { from = password(\"hunter2\") }",
                "secret keys { from \"hunter2\" }",
                "secret \"hunter2\" { from = env(\"A\") }",
                "secret keys { from = \"hunter2 }",
                "amend secret keys { from = \"hunter2\"; }",
                "amend clearml-agent a { env { HF_TOKEN = \"hunter2\"; } }",
                "secrt keys { from = \"hunter2\" }",
                "site { uri = \"https://user:hunter2@x.corp.example\" }",
                "trust x { certificates = [\"https://user:hunter2@x.corp.example\"] }",
                "index x { url = \"https://user:hunter2@pypi.corp.example/\" }",
                "index x { url = \"https://user:hunter2@pypi.\\(site.nope)/\" }",
                "index x { url = \"https://user:hunt/er2@pypi.corp.example/\" }",
                "registry x {\n host = \"a\"\n mirror \"https://user:hunter2@docker.io\" -> \"hub\"\n}"
            })
    void aSecretIsShownByNoMistake(String entry) throws IOException {
        Files.writeString(folder.resolve("site.ag"), "airgap 1\n" + entry.replace("hunt", "c4na") + "\n");
        for (String format : Formats.NAMES) {
            Airgapc.Result result = airgapc.run("check", "--format", format);
            assertEquals(Exit.FINDINGS, result.exit());
            assertFalse((result.out() + result.err()).contains("c4na"), result.out() + result.err());
        }
    }

    @Test
    void moreThanAHundredFindingsAreCounted() throws IOException {
        Files.writeString(folder.resolve("site.ag"), "airgap 1\n" + "nonsense\n".repeat(250));
        String err = airgapc.run("check").err();
        assertTrue(err.contains("and 150 more\n"), err);
        assertEquals(100, err.lines().filter(line -> line.startsWith("error[")).count());
        assertTrue(err.endsWith("250 errors in site.ag\n"), err);
    }

    @Test
    void aFileOfANearNameIsOffered() throws IOException {
        Files.writeString(folder.resolve("common.ag"), "airgap 1\n");
        Files.writeString(
                folder.resolve("site.ag"), "airgap 1\nimport \"comon.ag\"\nsite { domain = \"ml.corp.example\" }\n");
        String said = new Airgapc(folder).run("check").err();
        assertTrue(said.contains("= help: did you mean `common.ag`?"), said);
        Files.writeString(
                folder.resolve("site.ag"), "airgap 1\nimport \"other.ag\"\nsite { domain = \"ml.corp.example\" }\n");
        assertTrue(new Airgapc(folder).run("check").err().contains("the path is relative"));
    }
}
