package dev.airgapc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page says on its lines what is to be found there: {@code # error: AG0401}, or a line above, {@code # below: error AG0102}. */
class RuleCorpusTest {
    private static final Pattern HERE = Pattern.compile("# (error|warning|note): (AG\\d{4})");
    private static final Pattern BELOW = Pattern.compile("# below: (error|warning|note) (AG\\d{4})");

    static List<Path> pages() {
        return Corpus.pages(Corpus.RESOURCES.resolve("rule"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsExactlyWhatIsMarked(Path file) throws IOException {
        Report report = new Compiler(Corpus.TODAY)
                .compile(file, new Inputs(Files::readAllBytes))
                .report();
        List<String> found = report.sorted().stream()
                .map(d -> d.at().line() + " " + d.code().severity().word() + " "
                        + d.code().number())
                .sorted()
                .toList();
        assertEquals(expected(file), found, () -> Rendered.of(report));
        assertEquals(
                Corpus.name(file).startsWith("bad"),
                found.stream().anyMatch(line -> line.endsWith(code(file))),
                "a bad page shows its code, a good one does not");
    }

    /** The code whose folder the page lies in. */
    private static String code(Path file) {
        String name = Corpus.folder(file);
        return dev.airgapc.compile.Codes.all().stream()
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static List<String> expected(Path file) throws IOException {
        Path beside = file.resolveSibling(Corpus.name(file).replace(".ag", ".expect"));
        if (Files.exists(beside)) {
            return Files.readAllLines(beside).stream()
                    .filter(line -> !line.isBlank())
                    .sorted()
                    .toList();
        }
        List<String> expected = new ArrayList<>();
        List<String> lines =
                new String(Corpus.bytes(file), StandardCharsets.UTF_8).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            Matcher here = HERE.matcher(lines.get(number - 1));
            while (here.find()) {
                expected.add(number + " " + here.group(1) + " " + here.group(2));
            }
            Matcher below = BELOW.matcher(lines.get(number - 1));
            while (below.find()) {
                expected.add(number + 1 + " " + below.group(1) + " " + below.group(2));
            }
        }
        return expected.stream().sorted().toList();
    }
}
