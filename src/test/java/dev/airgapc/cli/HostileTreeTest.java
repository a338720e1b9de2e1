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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An output folder in which somebody has been: nothing outside of it is touched, and what is not ours is left and named. */
class HostileTreeTest {
    private static final String ROOT = "generated/ml-corp-example";
    private static final String LOCK = ROOT + "/airgapc.lock.json";
    private static final String JOURNAL = ROOT + "/.airgapc-unfinished";
    private static final String MINE = "mine\n";

    @TempDir
    Path folder = Path.of("");

    private Airgapc airgapc = new Airgapc(folder);

    @BeforeEach
    void page() throws IOException {
        airgapc = new Airgapc(folder);
        Files.write(folder.resolve("site.ag"), Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
        Files.createDirectory(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/mine"), MINE);
        Files.createDirectories(folder.resolve(ROOT));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            link to ../../outside      | inside                   | inside is a link; remove it, or compile elsewhere with --out
            link to ../../../outside   | inside/kubernetes        | inside/kubernetes is a link; remove it, or compile elsewhere with --out
            link to inside             | inside                   | inside is a link; remove it, or compile elsewhere with --out
            link to ../outside/mine    | RUNBOOK.md               | RUNBOOK.md is a link; remove it, or compile elsewhere with --out
            link to nothing            | outside                  | outside is a link; remove it, or compile elsewhere with --out
            link to nothing            | RUNBOOK.md               | RUNBOOK.md is a link; remove it, or compile elsewhere with --out
            link to ../../outside/mine | airgapc.lock.json        | airgapc.lock.json is a link; remove it, or compile elsewhere with --out
            link to ../../outside/mine | .airgapc-unfinished      | .airgapc-unfinished is no file; remove it
            link to nothing            | .airgapc-unfinished      | .airgapc-unfinished is no file; remove it
            file                       | inside                   | inside is a file where a folder belongs
            file                       | inside/clearml           | inside/clearml is a file where a folder belongs
            folder                     | RUNBOOK.md               | RUNBOOK.md is a folder where a file belongs
            folder                     | airgapc.lock.json        | airgapc.lock.json is a folder where a file belongs
            folder                     | .airgapc-unfinished      | .airgapc-unfinished is no file; remove it
            pipe                       | RUNBOOK.md               | RUNBOOK.md is a device or a pipe where a file belongs; remove it
            pipe                       | .airgapc-unfinished      | .airgapc-unfinished is no file; remove it
            a gibibyte                 | RUNBOOK.md               | RUNBOOK.md was not written by airgapc; move it away, or use --force to replace it
            a gibibyte                 | airgapc.lock.json        | airgapc.lock.json was not written by airgapc; move it away, or use --force to replace it
            a gibibyte                 | .airgapc-unfinished      | .airgapc-unfinished was not written by airgapc; remove it""", delimiter = '|')
    void isRefusedBeforeAnythingIsWritten(String what, String path, String says) throws IOException {
        Path planted = folder.resolve(ROOT).resolve(path);
        Files.createDirectories(planted.resolveSibling("."));
        plant(what, planted);
        Map<String, String> before = tree();
        assertEquals(
                new Airgapc.Result(Exit.FAILED, "", "airgapc: " + folder.resolve(ROOT) + "/" + says + "\n"),
                airgapc.run("compile").withoutNotes());
        assertEquals(before, tree());

        Files.delete(planted);
        assertCompiles();
        assertEquals(MINE, Files.readString(folder.resolve("outside/mine")));
    }

    private static void plant(String what, Path at) throws IOException {
        if (what.startsWith("link to ")) {
            Files.createSymbolicLink(at, Path.of(what.substring("link to ".length())));
        } else if (what.equals("folder")) {
            Files.createDirectory(at);
        } else if (what.equals("pipe")) {
            assertEquals(
                    0,
                    Processes.run(at.resolveSibling("."), Map.of(), List.of("mkfifo", at.toString()))
                            .exit());
        } else {
            Files.writeString(at, MINE);
            if (what.equals("a gibibyte")) {
                try (var file = new java.io.RandomAccessFile(at.toFile(), "rw")) {
                    file.setLength(1L << 30);
                }
            }
        }
    }

    /** The folder of all outputs is the user's to choose, and may be a link; one that leads nowhere is said. */
    @ParameterizedTest
    @CsvSource({"../outside, 0", "nowhere, 3", "ml-corp-example, 3"})
    void theRootItselfMayBeALink(String target, int exit) throws IOException {
        Files.delete(folder.resolve(ROOT));
        Files.createSymbolicLink(folder.resolve(ROOT), Path.of(target));
        Airgapc.Result result = airgapc.run("compile").withoutNotes();
        assertEquals(exit, result.exit(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertEquals(exit == Exit.CLEAN, Files.exists(folder.resolve("outside/RUNBOOK.md")));
        assertTrue(
                exit == Exit.CLEAN || result.err().endsWith(": a file or a link is where a folder belongs\n"),
                result.err());
        assertEquals(MINE, Files.readString(folder.resolve("outside/mine")));
    }

    /** A file is exchanged, not written over: who else has it under a second name keeps it. */
    @Test
    void aHardLinkIsCut() throws IOException {
        airgapc.run("compile");
        Path script = folder.resolve(ROOT + "/inside/kubernetes/create-secrets.sh");
        for (boolean executable : new boolean[] {true, false}) {
            Files.delete(script);
            Files.deleteIfExists(folder.resolve("outside/script"));
            Files.writeString(folder.resolve("outside/script"), MINE);
            assertTrue(folder.resolve("outside/script").toFile().setExecutable(executable));
            Files.createLink(script, folder.resolve("outside/script"));
            assertCompiles();
            assertEquals(MINE, Files.readString(folder.resolve("outside/script")));
            assertEquals(executable, Files.isExecutable(folder.resolve("outside/script")));
        }
    }

    /** A lock that somebody edited never makes a compile remove or replace what lies elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "../../outside/mine",
        "inside/../../../outside/mine",
        "/outside/mine",
        "./RUNBOOK.md",
        "inside//x",
        "''",
        ".",
        "x\\u0000",
        "\\u12",
        "\\uzzzz",
        "\\"
    })
    void aLockNamesNothingOutside(String path) throws IOException {
        airgapc.run("compile");
        String entry = "{\"path\":\""
                + path.replace("/outside/mine", path.startsWith("/") ? folder + "/outside/mine" : "/outside/mine")
                + "\",\"sha256\":\"" + sha256(MINE) + "\",\"mode\":\"0644\",\"side\":\"inside\",\"reader\":\"people\"}";
        Path lock = folder.resolve(LOCK);
        Files.writeString(lock, Files.readString(lock).replace("\"outputs\":[\n", "\"outputs\":[\n" + entry + ",\n"));
        Map<String, String> before = tree();
        assertEquals(
                new Airgapc.Result(
                        Exit.FAILED,
                        "",
                        "airgapc: " + lock
                                + " was not written by airgapc; move it away, or use --force to replace it\n"),
                airgapc.run("compile").withoutNotes());
        assertEquals(before, tree());
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--force").exit());
        assertCompiles();
        assertEquals(MINE, Files.readString(folder.resolve("outside/mine")));
    }

    /** An orphan is not followed through a link that was made of its folder. */
    @Test
    void anOrphanBehindALinkStays() throws IOException {
        airgapc.run("compile");
        Path agent = folder.resolve(ROOT + "/inside/clearml/agent-main");
        Files.move(agent, folder.resolve("outside/agent-main"));
        Files.createSymbolicLink(agent, folder.resolve("outside/agent-main"));
        Path page = folder.resolve("site.ag");
        Files.writeString(page, Files.readString(page).replace("clearml-agent main", "clearml-agent other"));
        Map<String, String> before = tree();
        Airgapc.Result result = airgapc.run("compile").withoutNotes();
        assertEquals(Exit.FAILED, result.exit());
        assertEquals("airgapc: " + agent + " is a link; remove it, or compile elsewhere with --out\n", result.err());
        assertEquals(before, tree());
    }

    /** What a compile that was killed was about to write is ours, and removed when nothing produces it; so is what it left half-written. */
    @Test
    void whatAKilledCompileLeftIsRepaired() throws IOException {
        airgapc.run("compile");
        Path page = folder.resolve("site.ag");
        String text = Files.readString(page);
        Files.writeString(page, text.replace("clearml-agent main", "clearml-agent killed"));
        airgapc.run("compile", "--out", "killed");
        Path killed = folder.resolve("killed/ml-corp-example");
        Files.writeString(page, text);
        Map<String, String> whole = tree();

        String images = "outside/images/images-sources.txt";
        String values = "inside/clearml/agent-killed/clearml-agent-values.override.yaml";
        for (String left : List.of(images, values)) {
            Path to = folder.resolve(ROOT).resolve(left);
            Files.createDirectories(to.resolveSibling("."));
            Files.deleteIfExists(to);
            Files.copy(killed.resolve(left), to);
        }
        Files.writeString(
                folder.resolve(JOURNAL), "\n\n{\"airg\n\n" + Files.readString(killed.resolve("airgapc.lock.json")));
        Files.writeString(
                folder.resolve(ROOT + "/.airgapc-" + Integer.toHexString("RUNBOOK.md".hashCode())), "half a fi");
        assertEquals(Exit.FINDINGS, airgapc.run("compile", "--check").exit());
        assertEquals(Exit.CLEAN, airgapc.run("compile").exit());
        assertEquals(whole, tree());
        assertCompiles();
    }

    /** Compiles that run at the same time wait for each other: in the end the tree is that of one of their pages, whole. */
    @Test
    void twoAtATime() throws IOException {
        String text = Files.readString(folder.resolve("site.ag"));
        Files.writeString(folder.resolve("other.ag"), text.replace("clearml-agent main", "clearml-agent other"));
        List<CompletableFuture<Processes.Result>> runs = Stream.of("site.ag", "other.ag", "site.ag", "other.ag")
                .map(page -> CompletableFuture.supplyAsync(() -> Processes.airgapc(List.of(), folder, "compile", page)))
                .toList();
        for (CompletableFuture<Processes.Result> run : runs) {
            assertEquals(Exit.CLEAN, run.join().exit(), run.join().err());
        }
        List<Integer> checks = Stream.of("site.ag", "other.ag")
                .map(page -> airgapc.run("compile", "--check", page).exit())
                .sorted()
                .toList();
        assertEquals(List.of(Exit.CLEAN, Exit.FINDINGS), checks);
        assertNothingIsLeft();
    }

    private void assertCompiles() throws IOException {
        Airgapc.Result result = airgapc.run("compile");
        assertEquals(Exit.CLEAN, result.exit(), result.err());
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--check").exit());
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        assertFalse(tree().keySet().stream().anyMatch(path -> path.contains("/.airgapc")), tree().keySet()::toString);
    }

    /** Every file, folder and link, with what it holds as far as that is of a readable length. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (Path file : all) {
            boolean read = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < 1 << 20;
            tree.put(
                    folder.relativize(file).toString(),
                    Files.isSymbolicLink(file)
                            ? "-> " + Files.readSymbolicLink(file)
                            : read ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
        }
        return tree;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
