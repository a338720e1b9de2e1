package dev.airgapc.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tired people write, and what they are told, word for word. */
class SlipsTest {
    private static final Path FOLDER = Corpus.RESOURCES.resolve("slip");
    private static final Path SILENT = FOLDER.resolve("silent");

    static List<Path> pages() {
        return Corpus.pages(FOLDER).stream()
                .filter(page -> !page.startsWith(SILENT))
                .toList();
    }

    static List<Path> silent() {
        return Corpus.pages(SILENT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhatIsWrong(Path page) throws IOException {
        Report report = report(page);
        assertTrue(found(report), "a slip is not passed over");
        String rendered = Rendered.of(report);
        for (String word : List.of("mismatched", "extraneous", "viable", "IDENT", "STR_", "NL", "LBRACE", "<EOF>")) {
            assertFalse(rendered.contains(word), word);
        }
        Expectation.verify(page.resolveSibling(Corpus.name(page).replace(".ag", ".txt")), rendered);
    }

    /** Slips that nothing finds yet: a page that gets its answer moves out of this folder. */
    @ParameterizedTest
    @MethodSource("silent")
    void passesOverWhatNothingFindsYet(Path page) throws IOException {
        Report report = report(page);
        assertFalse(found(report), () -> "it is found now: move the page up\n" + Rendered.of(report));
    }

    private static boolean found(Report report) {
        return report.sorted().stream().anyMatch(diagnostic -> diagnostic.code().severity() != Severity.NOTE);
    }

    private static Report report(Path page) throws IOException {
        return new Compiler(Corpus.TODAY)
                .compile(page, new Inputs(Files::readAllBytes))
                .report();
    }
}
