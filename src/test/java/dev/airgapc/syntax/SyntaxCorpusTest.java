package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Language;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxCorpusTest {
    static List<Path> ok() {
        return Corpus.pages(Corpus.RESOURCES.resolve("syntax/ok"));
    }

    static List<Path> err() {
        return Corpus.pages(Corpus.RESOURCES.resolve("syntax/err"));
    }

    @ParameterizedTest
    @MethodSource("ok")
    void readsWhatIsLegal(Path file) {
        Report report = new Report();
        Tree tree = Syntax.parse(Corpus.name(file), Corpus.bytes(file), report);
        assertEquals("", Rendered.of(report));
        Expectation.verify(beside(file, ".tree"), TreeDump.of(tree));
    }

    @ParameterizedTest
    @MethodSource("err")
    void saysWhatIsNot(Path file) {
        Report report = new Report();
        Language.check(Syntax.parse(Corpus.name(file), Corpus.bytes(file), report), Vocabulary.ALL, report);
        assertTrue(report.hasErrors());
        String rendered = Rendered.of(report);
        for (String word : List.of("mismatched", "extraneous", "viable", "IDENT", "STR_", "NL", "LBRACE", "<EOF>")) {
            assertFalse(rendered.contains(word), word);
        }
        Expectation.verify(beside(file, ".txt"), rendered);
    }

    private static Path beside(Path file, String extension) {
        return file.resolveSibling(Corpus.name(file).replace(".ag", extension));
    }
}
