package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
    private static final String TIDY = "airgap 1\nsite { domain = \"ml.corp.example\" }\n";
    private static final String UNTIDY = "airgap 1\r\nsite{domain=\"ml.corp.example\"}";
    private static final String BROKEN = "airgap 1\nsite { domain = }\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void formatsAPage() throws IOException {
        write("site.ag", UNTIDY);
        assertEquals(new Airgapc.Result(Exit.CLEAN, "", "formatted 1, unchanged 0, left 0\n"), fmt("site.ag"));
        assertEquals(TIDY, read("site.ag"));
        assertEquals(new Airgapc.Result(Exit.CLEAN, "", "formatted 0, unchanged 1, left 0\n"), fmt());
    }

    @Test
    void checksAndWritesNothing() throws IOException {
        write("site.ag", UNTIDY);
        assertEquals(
                new Airgapc.Result(Exit.FINDINGS, "unformatted site.ag\n", "to format 1, unchanged 0, left 0\n"),
                fmt("--check", "site.ag"));
        assertEquals(UNTIDY, read("site.ag"));
        write("site.ag", TIDY);
        assertEquals(new Airgapc.Result(Exit.CLEAN, "", ""), fmt("--check", "--quiet", "site.ag"));
    }

    @Test
    void printsAPatchThatGitTakes() throws IOException {
        write("sub/site.ag", UNTIDY.replace("\r", ""));
        Processes.run(folder, Map.of(), List.of("git", "init", "-q"));
        Airgapc.Result result = new Airgapc(folder.resolve("sub")).run("fmt", "--diff");
        assertEquals(Exit.FINDINGS, result.exit());
        write("a.patch", result.out());
        assertEquals(
                0,
                Processes.run(folder, Map.of(), List.of("git", "apply", "a.patch"))
                        .exit(),
                result.out());
        assertEquals(TIDY, read("sub/site.ag"));
        assertEquals(
                Exit.CLEAN,
                new Airgapc(folder.resolve("sub")).run("fmt", "--diff").exit());
    }

    @Test
    void leavesAPageWithAMistakeAlone() throws IOException {
        write("site.ag", BROKEN);
        write("tidy.ag", UNTIDY);
        Airgapc.Result result = fmt("site.ag", "tidy.ag");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("error[AG0104]"), result.err());
        assertTrue(
                result.err().endsWith("site.ag was left as it is: 1 error in it\nformatted 1, unchanged 0, left 1\n"),
                result.err());
        assertEquals(BROKEN, read("site.ag"));
        assertEquals(TIDY, read("tidy.ag"));
    }

    /** What is wrong with the words of a page does not keep it from being formatted. */
    @Test
    void formatsAPageThatMeansNothing() throws IOException {
        write("site.ag", "airgap 1\nnonsense{a=b}\n");
        assertEquals(Exit.CLEAN, fmt("site.ag").exit());
        assertEquals("airgap 1\nnonsense { a = b }\n", read("site.ag"));
    }

    @Test
    void readsTheStandardInput() {
        Airgapc program = new Airgapc(folder);
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, TIDY, ""),
                program.run(Map.of(), UNTIDY.getBytes(StandardCharsets.UTF_8), "fmt", "-"));
        Airgapc.Result broken = program.run(Map.of(), BROKEN.getBytes(StandardCharsets.UTF_8), "fmt", "-");
        assertEquals(Exit.FINDINGS, broken.exit());
        assertEquals("", broken.out());
        assertTrue(broken.err().contains("--> <stdin>:2:"), broken.err());
    }

    @Test
    void keepsLinksAndPermissions() throws IOException {
        Path real = write("real.ag", UNTIDY);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("site.ag"), Path.of("real.ag"));
        assertEquals(Exit.CLEAN, fmt("site.ag").exit());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(TIDY, read("real.ag"));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    }

    @Test
    void projectMeansPartsToo() throws IOException {
        write("site.ag", UNTIDY);
        write("parts/part.ag", "airgap  1\n");
        write("parts/.git/ignored.ag", "airgap  1\n");
        assertEquals(
                new Airgapc.Result(
                        Exit.FINDINGS,
                        "unformatted parts/part.ag\nunformatted site.ag\n",
                        "to format 2, unchanged 0, left 0\n"),
                fmt("--check", "--project"));
    }

    @Test
    void saysWhatItCannotDo() throws IOException {
        Files.createDirectory(folder.resolve("d.ag"));
        assertEquals(
                new Airgapc.Result(
                        Exit.FAILED,
                        "",
                        "airgapc: d.ag is a folder; --project takes folders\nairgapc: gone.ag does not exist\n"),
                fmt("--quiet", "d.ag", "gone.ag"));
        assertEquals(Exit.USAGE, fmt("--check", "--diff", "site.ag").exit());
    }

    private Airgapc.Result fmt(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "fmt";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Airgapc(folder).run(all);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
