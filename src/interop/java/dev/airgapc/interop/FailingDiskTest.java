package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Destination;
import dev.airgapc.compile.Lock;
import dev.airgapc.compile.OutputTree;
import dev.airgapc.compile.Rendering;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program on disks that are full, read-only or broken: it says so on one line, ends with 3, and leaves nothing half. */
@ReadBy(
        value = "strace",
        what = "the folder of a site, on a disk that is full, read-only or broken",
        proves =
                "a compile ends with one line and 3, leaves no file half-written, and does the rest when the disk is mended")
class FailingDiskTest {
    private static final String COULD_NOT = "airgapc: cannot write below generated/ml-corp-example: ";

    private static final List<String> COMPILE = Processes.java(List.of(
            "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), "dev.airgapc.cli.Main", "compile"));

    @TempDir
    Path folder = Path.of("");

    private Path disk = folder;

    @BeforeEach
    void page() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        Files.writeString(disk.resolve("site.ag"), Examples.text("minimal/site.ag"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            mkdir:error=EDQUOT:when=3   | generated/ml-corp-example: Disk quota exceeded
            rename:error=EACCES:when=21 | generated/ml-corp-example/.airgapc-f5feb734 -> generated/ml-corp-example/airgapc.lock.json: permission denied
            unlink:error=EPERM:when=1   | generated/ml-corp-example/.airgapc-unfinished: Operation not permitted""", delimiter = '|')
    void broken(String inject, String says) throws IOException {
        String call = inject.substring(0, inject.indexOf(':'));
        List<String> strace = List.of(
                Consumer.program("strace"),
                "-f",
                "--seccomp-bpf",
                "-qqq",
                "-o",
                folder.resolve("trace").toString(),
                "-e",
                "trace=" + call,
                "-e",
                "inject=" + inject);
        assertFails(Processes.run(disk, Map.of(), joined(Stream.of(strace, COMPILE))), says);
        assertRepairs("generated");
    }

    /** Where a disk may be mounted: the outputs go to one of their own, which cannot take them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            mount -t tmpfs -o size=48k full generated                              | No space left on device
            mount --bind generated generated && mount -o remount,bind,ro generated | generated/ml-corp-example: Read-only file system
            chmod 555 generated                                                    | generated/ml-corp-example: permission denied""", delimiter = '|')
    void real(String spoil, String says) throws IOException {
        List<String> namespace = Stream.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))
                .filter(words -> Processes.run(disk, Map.of(), joined(Stream.of(words, List.of("true"))))
                                .exit()
                        == 0)
                .findFirst()
                .orElse(List.of());
        assumeTrue(!namespace.isEmpty(), "no disk may be mounted here");
        Files.createDirectory(disk.resolve("generated"));
        // Without the right to write everywhere, which root has.
        List<String> bound = List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");
        String script = spoil + " || exit 99\n\"$@\"\nstatus=$?\ncp -r generated left\nexit $status\n";
        Processes.Result result = Processes.run(
                disk, Map.of(), joined(Stream.of(namespace, List.of("sh", "-c", script, "sh"), bound, COMPILE)));
        assertFails(result, says);
        assertRepairs("left");
    }

    /** Ends with 3 and one line that says why; a note on the page may stand above it. */
    private void assertFails(Processes.Result result, String says) {
        assertEquals(3, result.exit(), result.err());
        assertEquals(
                COULD_NOT + says + "\n", result.err().replace(disk + "/", "").replaceAll("(?s)note\\[.*?\n\n", ""));
        assertEquals("", result.out());
    }

    /**
     * Every file that is there is as it should be in the end; beside them there may be the note of what is not done. The next compile does
     * that.
     */
    private void assertRepairs(String left) throws IOException {
        Path example = Path.of("examples/minimal");
        Map<String, String> expected = tree(example.resolve("generated"));
        tree(disk.resolve(left))
                .forEach((path, text) -> assertTrue(
                        path.endsWith("/.airgapc-unfinished") || text.equals(expected.get(path)),
                        path + " is half-written"));

        Path site = Path.of("ml-corp-example");
        Lock lock = new OutputTree(example.resolve("generated").resolve(site))
                .lock()
                .orElseThrow();
        Path page = example.resolve("site.ag");
        Compilation compilation = Examples.compile(page);
        Rendering rendering = Rendering.of(
                compilation.files(),
                Destination.of(page, Optional.empty(), compilation.site()),
                page,
                Map.of(page, Files.readAllBytes(page)),
                lock.version());
        new OutputTree(disk.resolve(left).resolve(site)).write(rendering, false);
        assertEquals(expected, tree(disk.resolve(left)));
    }

    private static List<String> joined(Stream<List<String>> words) {
        return words.flatMap(List::stream).toList();
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put("/" + root.relativize(file), Files.readString(file));
            }
        }
        return tree;
    }
}
