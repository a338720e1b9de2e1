package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.OutputTree;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer of a folder is stopped at each of its steps: strace kills it there, or lets the disk fail. */
@ReadBy(
        value = "strace",
        what = "the folder of a site, while it is written",
        proves =
                "killed at any step, or on a disk that fails there, a compile leaves each file old or new and whole, and the next one does the rest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    /** The calls by which a disk is changed. */
    private static final String CHANGES =
            "?mkdir,?mkdirat,?rename,?renameat,?renameat2,?unlink,?unlinkat,?rmdir,?chmod,?fchmodat,fsync,write";

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");

    @TempDir
    Path folder = Path.of("");

    private Map<String, String> old = Map.of();
    private Map<String, String> now = Map.of();

    /** The n-th call of this name by the thread that writes. */
    private record Step(String call, int number) {}

    @BeforeAll
    void wholeTrees(@TempDir Path whole) throws IOException {
        old = tree(written("old", whole.resolve("old")));
        now = tree(written("new", whole.resolve("new")));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @ValueSource(strings = {"nothing", "old"})
    void killed(String before) throws IOException {
        stopped(before, "signal=KILL", 128 + 9);
    }

    @Test
    void onADiskThatFails() throws IOException {
        stopped("old", "error=EIO", 3);
    }

    private void stopped(String before, String how, int exit) throws IOException {
        List<String> wrong = steps(before).parallelStream()
                .flatMap(step -> after(before, step, how, exit).stream().map(what -> step + ": " + what))
                .toList();
        assertEquals(List.of(), wrong);
    }

    /** Every call of an undisturbed run that changes the disk. */
    private List<Step> steps(String before) throws IOException {
        Path trace = folder.resolve("trace");
        Path tree = begun(before, "undisturbed");
        Processes.Result whole = strace(tree, "new", List.of("-e", "trace=" + CHANGES, "-o", trace.toString()));
        assertEquals(new Processes.Result(0, "", ""), whole);
        assertEquals(now, tree(tree));
        List<Matcher> calls = Files.readAllLines(trace, StandardCharsets.ISO_8859_1).stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .toList();
        String writer = calls.stream()
                .filter(call -> call.group(2).startsWith("rename"))
                .findFirst()
                .orElseThrow()
                .group(1);
        Map<String, Integer> count = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        for (Matcher call : calls) {
            if (call.group(1).equals(writer)) {
                steps.add(new Step(call.group(2), count.merge(call.group(2), 1, Integer::sum)));
            }
        }
        assertTrue(steps.size() > 25, steps::toString);
        return steps;
    }

    /** What is wrong after a run that is stopped at a step. */
    private List<String> after(String before, Step step, String how, int exit) {
        try {
            Path tree = begun(before, how + step.call() + step.number());
            String inject = "inject=" + step.call() + ":" + how + ":when=" + step.number();
            Processes.Result result = strace(tree, "new", List.of("-e", "trace=" + step.call(), "-e", inject));
            List<String> wrong = new ArrayList<>();
            // A call that failed may have been one that the writer, or Java itself, can do without.
            boolean needless = result.exit() == 0
                    && result.err().contains("(INJECTED)")
                    && tree(tree).equals(now);
            if (result.exit() != exit && !needless) {
                wrong.add("ends with " + result);
            }
            wrong.addAll(halves(before.equals("old") ? old : Map.of(), tree(tree), exit == 3));
            for (String next : List.of("new", "old")) {
                Path again = begun("nothing", tree.getFileName() + "-" + next);
                copy(tree, again);
                repaired(next, again).ifPresent(wrong::add);
            }
            return wrong;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the next compile does not mend, of the page that was being compiled, and of the one before. */
    private Optional<String> repaired(String next, Path tree) throws IOException {
        Map<String, String> before = tree(tree);
        try {
            written(next, tree);
        } catch (OutputTree.Refused e) {
            return Optional.of("the next compile says: " + e.getMessage());
        }
        Map<String, String> after = tree(tree);
        return after.equals(next.equals("new") ? now : old)
                ? Optional.empty()
                : Optional.of("is not repaired to " + next + ": " + before.keySet() + " became " + after.keySet());
    }

    /** Files that are neither old nor new. Only a run that is killed leaves the one that it was writing. */
    private List<String> halves(Map<String, String> old, Map<String, String> left, boolean cleans) {
        List<String> wrong = new ArrayList<>();
        left.forEach((path, is) -> {
            boolean note = path.endsWith("/.airgapc-unfinished");
            boolean half = !note && path.contains("/.airgapc-");
            boolean whole = is.equals(old.get(path)) || is.equals(now.get(path));
            if (!whole && !note && !is.equals("folder") && (cleans || !half)) {
                wrong.add(path + " is neither old nor new");
            }
        });
        old.forEach((path, was) -> {
            if (now.containsKey(path) && !left.containsKey(path)) {
                wrong.add(path + " is gone");
            }
        });
        return wrong;
    }

    private static Processes.Result strace(Path tree, String state, List<String> options) {
        List<String> command = new ArrayList<>(List.of(Consumer.program("strace"), "-f", "-qqq", "-e", "signal=none"));
        command.addAll(options);
        command.addAll(Processes.java(List.of(
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                TreeWriter.class.getName(),
                tree.toString(),
                state)));
        return Processes.run(Path.of(""), Map.of(), command);
    }

    private static Path written(String state, Path tree) throws IOException {
        new OutputTree(tree).write(TreeWriter.rendering(state), false);
        return tree;
    }

    /** A folder of this name in which nothing or the old state was compiled. */
    private Path begun(String before, String name) throws IOException {
        Path tree = folder.resolve(before + "-" + name);
        return before.equals("old") ? written("old", tree) : Files.createDirectory(tree);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** By path what is there: a folder, or a mode and a text. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.skip(1).toList()) {
                String is = Files.isDirectory(file)
                        ? "folder"
                        : (Files.isExecutable(file) ? "0755 " : "0644 ") + Files.readString(file);
                tree.put("/" + root.relativize(file), is);
            }
        }
        assertFalse(tree.containsValue(""), "what is not there is no state");
        return tree;
    }
}
