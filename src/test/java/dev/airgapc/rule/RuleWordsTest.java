package dev.airgapc.rule;

import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Label;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
import dev.airgapc.source.Span;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each code says of its bad pages, word for word: the piece that is blamed, other places that explain it, the remedy. */
class RuleWordsTest {
    static List<Path> folders() {
        return Corpus.pages(Corpus.RESOURCES.resolve("rule")).stream()
                .filter(page -> Corpus.name(page).startsWith("bad"))
                .map(Path::getParent)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatIsWrong(Path folder) throws IOException {
        StringBuilder words = new StringBuilder();
        for (Path page : Corpus.pages(folder)) {
            Report report = new Compiler(Corpus.TODAY)
                    .compile(page, new Inputs(Files::readAllBytes))
                    .report();
            List<Diagnostic> own = report.sorted().stream()
                    .filter(diagnostic ->
                            diagnostic.code().name().equals(folder.toFile().getName()))
                    .toList();
            if (!own.isEmpty()) {
                words.append(Corpus.name(page)).append('\n');
                own.stream()
                        .flatMap(diagnostic -> lines(diagnostic))
                        .map(line -> line.replace(Corpus.name(page) + ":", ""))
                        .forEach(line -> words.append(line).append('\n'));
            }
        }
        Expectation.verify(folder.resolve("words.txt"), words.toString());
    }

    private static Stream<String> lines(Diagnostic diagnostic) {
        Label primary = diagnostic.primary();
        return Stream.of(
                        Stream.of("  " + place(primary.at(), diagnostic.conceals()) + diagnostic.message()),
                        Stream.of(primary.words())
                                .filter(words -> !words.isEmpty())
                                .map(words -> "    here: " + words),
                        diagnostic.related().stream().map(label -> "    " + place(label.at(), false) + label.words()),
                        diagnostic.help().stream().map(help -> "    help: " + help),
                        diagnostic.fix().stream().map(fix -> "    edit: " + fix.words()))
                .flatMap(line -> line);
    }

    /** Its file without the folder, and its first line, unless that may be a secret. */
    private static String place(Span at, boolean conceals) {
        String line = conceals ? "" : at.text().lines().findFirst().orElse("");
        return at.place().replaceFirst("^.*/", "") + (line.isEmpty() ? " | " : " `" + line + "` | ");
    }
}
