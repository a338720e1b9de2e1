package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compile writes, leaves alone, refuses and removes. */
class CompileTest {
    private static final String ROOT = "generated/ml-corp-example/";
    private static final String VALUES = ROOT + "inside/clearml/agent-main/clearml-agent-values.override.yaml";
    private static final String SCRIPT = ROOT + "inside/kubernetes/create-secrets.sh";

    @TempDir
    Path folder = Path.of("");

    private Airgapc airgapc = new Airgapc(folder);

    @BeforeEach
    void page() throws IOException {
        airgapc = new Airgapc(folder);
        Files.write(folder.resolve("site.ag"), Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
    }

    @Test
    void theExampleIsWhatItCompilesTo() throws IOException {
        assertEquals(Exit.CLEAN, airgapc.run("compile").exit());
        assertEquals(texts(Corpus.EXAMPLES.resolve("minimal/generated")), texts(folder.resolve("generated")));
    }

    @Test
    void aSecondCompileTouchesNothing() throws IOException {
        airgapc.run("compile", "site.ag");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (Path file : files(folder.resolve("generated"))) {
            Files.setLastModifiedTime(file, old);
        }
        Airgapc.Result second = airgapc.run("compile", "site.ag");
        assertEquals(Exit.CLEAN, second.exit());
        assertTrue(second.err().endsWith("20 files up to date\n"), second.err());
        for (Path file : files(folder.resolve("generated"))) {
            assertEquals(old, Files.getLastModifiedTime(file), file.toString());
        }
    }

    @Test
    void checkSaysWhatDiffers() throws IOException {
        assertEquals(Exit.FINDINGS, airgapc.run("compile", "--check").exit());
        airgapc.run("compile");
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", ""),
                airgapc.run("compile", "--check", "--quiet").withoutNotes());

        byte[] values = Files.readAllBytes(folder.resolve(VALUES));
        values[values.length - 2]++;
        Files.write(folder.resolve(VALUES), values);
        Files.delete(folder.resolve(SCRIPT));
        assertDrift("edited " + VALUES, "missing " + SCRIPT);

        airgapc.run("compile");
        edit("site.ag", "gpus = 1", "gpus = 2");
        assertDrift("stale " + VALUES);
        edit("site.ag", "clearml-agent main", "clearml-agent other");
        String other = VALUES.replace("agent-main", "agent-other");
        assertDrift(
                "orphan " + VALUES,
                "stale " + other,
                "stale " + ROOT + "inside/clearml/install.sh",
                "stale " + ROOT + "outside/images/images-sources.txt",
                "orphan " + ROOT + "outside/python/agent-main.txt",
                "stale " + ROOT + "outside/python/agent-other.txt",
                "stale " + ROOT + "RUNBOOK.md");
    }

    @Test
    void aChangeThatReachesNoOutputMakesTheLockStale() throws IOException {
        airgapc.run("compile");
        Files.writeString(folder.resolve("site.ag"), Files.readString(folder.resolve("site.ag")) + "# a comment\n");
        assertDrift("stale " + ROOT + "airgapc.lock.json");
    }

    @Test
    void aScriptThatLostItsBitIsEdited() throws IOException {
        airgapc.run("compile");
        assertTrue(Files.isExecutable(folder.resolve(SCRIPT)));
        assertTrue(folder.resolve(SCRIPT).toFile().setExecutable(false, false));
        assertDrift("edited " + SCRIPT);
        airgapc.run("compile");
        assertTrue(Files.isExecutable(folder.resolve(SCRIPT)));
    }

    @Test
    void orphansAreRemovedUnlessSomebodyEditedThem() throws IOException {
        airgapc.run("compile");
        edit("site.ag", "clearml-agent main", "clearml-agent other");
        Airgapc.Result moved = airgapc.run("compile");
        assertTrue(moved.err().contains("wrote 5, unchanged 15, removed 2"), moved.err());
        assertFalse(Files.exists(folder.resolve(VALUES).getParent(), LinkOption.NOFOLLOW_LINKS));

        edit(VALUES.replace("agent-main", "agent-other"), "gpu:", "cpu:");
        edit("site.ag", "clearml-agent other", "clearml-agent main");
        Airgapc.Result kept = airgapc.run("compile");
        assertEquals(Exit.FINDINGS, kept.exit());
        assertTrue(kept.err().contains("kept inside/clearml/agent-other/"), kept.err());
    }

    @Test
    void nothingIsWrittenForAPageWithAnError() throws IOException {
        airgapc.run("compile");
        Map<String, String> before = texts(folder);
        edit("site.ag", "gpus = 1", "gpus = one");
        assertEquals(Exit.FINDINGS, airgapc.run("compile").exit());
        edit("site.ag", "gpus = one", "gpus = 1");
        assertEquals(before, texts(folder));
    }

    @Test
    void aFileThatIsNotOursStays() throws IOException {
        Files.createDirectories(folder.resolve(VALUES).getParent());
        Files.writeString(folder.resolve(VALUES), "mine: true\n");
        Airgapc.Result refused = airgapc.run("compile");
        assertEquals(Exit.FAILED, refused.exit());
        assertTrue(refused.err().contains("was not written by airgapc"), refused.err());
        assertFalse(Files.exists(folder.resolve(SCRIPT)));
        assertEquals("mine: true\n", Files.readString(folder.resolve(VALUES)));
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--force").exit());
    }

    @Test
    void aLinkLeadsNobodyOut() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(folder.resolve(ROOT));
        Files.createSymbolicLink(folder.resolve(ROOT + "inside"), elsewhere);
        assertEquals(Exit.FAILED, airgapc.run("compile").exit());
        assertEquals(List.of(), files(elsewhere));
        assertEquals(
                List.of(),
                files(folder.resolve(ROOT)).stream()
                        .filter(file -> !Files.isSymbolicLink(file))
                        .toList());
    }

    @Test
    void stdoutIsEveryFileAndNothingElse() throws IOException {
        Airgapc.Result printed = airgapc.run("compile", "--stdout");
        assertFalse(Files.exists(folder.resolve("generated")));
        StringBuilder expected = new StringBuilder();
        texts(Corpus.EXAMPLES.resolve("minimal/generated/ml-corp-example")).forEach((path, text) -> {
            if (!path.equals("airgapc.lock.json")) {
                expected.append("==> ").append(path).append(" <==\n").append(text);
            }
        });
        assertEquals(expected.toString(), printed.out());
    }

    /** What the patch does to a work tree is what a compile does. */
    @Test
    void aDiffIsAPatchThatGitTakes() throws IOException {
        Processes.require("git");
        git("init", "--quiet");
        airgapc.run("compile");
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", ""),
                airgapc.run("compile", "--diff").withoutNotes());
        edit("site.ag", "clearml-agent main", "clearml-agent other");
        edit("site.ag", "gpus = 1", "gpus = 2");
        assertTrue(folder.resolve(SCRIPT).toFile().setExecutable(false, false));
        String script = Files.readString(folder.resolve(SCRIPT));
        Files.writeString(folder.resolve(SCRIPT), script.substring(0, script.length() - 1));
        Airgapc.Result diff = airgapc.run("compile", "--diff");
        assertEquals(Exit.FINDINGS, diff.exit());
        assertTrue(diff.out().contains("deleted file mode 100644\n--- a/" + VALUES + "\n+++ /dev/null\n"), diff.out());
        assertTrue(diff.out().contains("old mode 100644\nnew mode 100755\n"), diff.out());
        assertTrue(diff.out().contains("\n\\ No newline at end of file\n"), diff.out());
        Files.writeString(folder.resolve("change.patch"), diff.out());
        git("apply", "change.patch");
        Map<String, String> patched = texts(folder.resolve("generated"));
        assertEquals("", airgapc.run("compile", "--check").out());
        airgapc.run("compile");
        assertEquals(texts(folder.resolve("generated")), patched);
    }

    private void git(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        assertEquals(new Processes.Result(0, "", ""), Processes.run(folder, Map.of(), command));
    }

    @Test
    void outIsAFolderForSites() throws IOException {
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--out", "xyzzy/else").exit());
        assertTrue(Files.exists(folder.resolve("xyzzy/else/ml-corp-example/RUNBOOK.md")));
        assertFalse(Files.exists(folder.resolve("generated")));
        for (Map.Entry<String, String> file : texts(folder.resolve("xyzzy")).entrySet()) {
            assertFalse(file.getValue().contains("xyzzy"), file.getKey());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailure() throws IOException {
        Files.writeString(folder.resolve("generated"), "a file\n");
        assertEquals(Exit.FAILED, airgapc.run("compile").exit());
    }

    @Test
    void severalPagesEachTheirOwn() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/b.ag"), "airgap 1\nsite { domain = \"b.example\" }\n");
        Files.writeString(folder.resolve("bad.ag"), "airgap 1\nsite { domain = }\n");
        Airgapc.Result result = airgapc.run("compile", "bad.ag", "site.ag", "b/b.ag");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(Files.exists(folder.resolve(SCRIPT)));
        assertTrue(Files.exists(folder.resolve("b/generated/b-example/RUNBOOK.md")));
    }

    private void assertDrift(String... lines) {
        Airgapc.Result result = airgapc.run("compile", "--check");
        assertEquals(
                List.of(lines).stream()
                        .sorted(java.util.Comparator.comparing(line -> line.substring(line.indexOf(' '))))
                        .toList(),
                result.out().lines().toList());
        assertEquals(Exit.FINDINGS, result.exit());
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from));
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
