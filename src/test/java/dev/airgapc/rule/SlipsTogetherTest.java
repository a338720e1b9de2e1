package dev.airgapc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page with several mistakes is told each of them, and nothing else: no mistake hides another or makes one up. */
class SlipsTogetherTest {
    private static final Path FOLDER = Corpus.RESOURCES.resolve("slip/fragments");
    private static final String FRAME = text(FOLDER.resolve("frame.inc"));
    private static final Pattern HEAD = Pattern.compile("# (AG\\d{4}) at (\\d+)\n");
    private static final List<Fragment> FRAGMENTS = fragments();

    /** A block with one mistake: which it is, and on which of its lines. */
    private record Fragment(String name, String code, int line, String text) {
        static Fragment of(Path file) {
            String text = SlipsTogetherTest.text(file);
            Matcher head = HEAD.matcher(text);
            assertTrue(head.lookingAt(), () -> file + " says first what is wrong with it, and where");
            return new Fragment(
                    Corpus.name(file).replace(".txt", ""),
                    head.group(1),
                    Integer.parseInt(head.group(2)),
                    text.substring(head.end()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<List<Fragment>> alone() {
        return FRAGMENTS.stream().map(List::of).toList();
    }

    static List<List<Fragment>> pairs() {
        return chosen(2, 150);
    }

    static List<List<Fragment>> triples() {
        return chosen(3, 60);
    }

    @ParameterizedTest
    @MethodSource({"alone", "pairs", "triples"})
    void findsEachOnItsLine(List<Fragment> fragments) throws IOException {
        StringBuilder page = new StringBuilder(FRAME);
        List<String> expected = new ArrayList<>();
        for (int at = 0; at < fragments.size(); at++) {
            Fragment fragment = fragments.get(at);
            page.append('\n');
            long above = page.chars().filter(c -> c == '\n').count();
            expected.add((above + fragment.line()) + " " + fragment.code());
            page.append(fragment.text().replace("NAME", "one-" + at));
        }
        String text = page.toString();
        Report report = new Compiler(Corpus.TODAY)
                .compile(Path.of("page.ag"), new Inputs(path -> text.getBytes(StandardCharsets.UTF_8)))
                .report();
        List<String> found = report.sorted().stream()
                .filter(diagnostic -> diagnostic.code().severity() != Severity.NOTE)
                .map(diagnostic ->
                        diagnostic.at().line() + " " + diagnostic.code().number())
                .toList();
        assertEquals(expected, found, () -> text + "\n" + Rendered.of(report));
    }

    /** The same choice on every run; a fragment may meet itself, and both orders may come. */
    private static List<List<Fragment>> chosen(int size, int count) {
        Random random = new Random(size);
        return IntStream.range(0, count)
                .mapToObj(one -> random.ints(size, 0, FRAGMENTS.size())
                        .mapToObj(FRAGMENTS::get)
                        .toList())
                .toList();
    }

    private static List<Fragment> fragments() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Fragment> fragments = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Fragment::of)
                    .toList();
            assertTrue(fragments.size() >= 60, "enough to choose from");
            return fragments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return new String(Corpus.bytes(file), StandardCharsets.UTF_8);
    }
}
