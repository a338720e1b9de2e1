package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Language;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.testing.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds for every text that somebody may take for a page. */
final class PageLaws {
    private static final List<String> WORDS_OF_THE_PARSER =
            List.of("mismatched", "extraneous", "viable", "IDENT", "STR_", "LBRACE", "<EOF>");

    /** What a letter may cost: fifty times what the dearest of forty thousand pages took. It bounds growth and measures nothing. */
    private static final int READING = 20_000;

    private PageLaws() {}

    /** A tree and diagnostics, never an exception; what is in order can be printed, and comes out as it went in. */
    static Tree read(String page, Report report) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Tree tree = Work.bounded(READING, page.length(), () -> Syntax.parse("page.ag", bytes, report));
        bounded(report, page);
        if (!report.hasErrors()) {
            String printed = Formatter.format(tree);
            // A level of at most a hundred costs two columns, and so does the widest neighbour of a line.
            assertTrue(printed.length() <= 300 * (page.length() + 1), () -> page.length() + " to " + printed.length());
            Report again = new Report();
            Tree second = Syntax.parse(new Source("printed", printed), again);
            assertEquals("", Rendered.of(again), printed);
            assertEquals(TreeDump.of(tree), TreeDump.of(second), printed);
            assertEquals(printed, Formatter.format(second));
        }
        return tree;
    }

    /** The language reads on whatever came of the text, and what it finds can be told in words for people. */
    static void check(String page) {
        Report report = new Report();
        Language.check(Syntax.parse("page.ag", page.getBytes(StandardCharsets.UTF_8), report), Vocabulary.ALL, report);
        told(report, page);
    }

    /** Findings of a page are bounded, within the page, and free of words that only the parser knows. */
    static void told(Report report, String page) {
        bounded(report, page);
        String rendered = Rendered.of(report);
        WORDS_OF_THE_PARSER.forEach(word -> assertFalse(rendered.contains(word) && !page.contains(word), word));
        long findings = report.sorted().size();
        assertTrue(rendered.length() <= 4_000 * (findings + 1), () -> findings + " in " + rendered.length());
    }

    private static void bounded(Report report, String page) {
        List<Diagnostic> found = report.sorted();
        assertTrue(found.size() <= 20 + page.length(), () -> found.size() + " of " + page.length());
        for (Diagnostic diagnostic : found) {
            within(diagnostic.at(), diagnostic);
            diagnostic.fix().ifPresent(fix -> fix.edits().forEach(edit -> within(edit.at(), diagnostic)));
        }
    }

    private static void within(Span at, Diagnostic diagnostic) {
        int length = at.source().text().length();
        assertTrue(0 <= at.start() && at.start() <= at.end() && at.end() <= length, diagnostic::toString);
    }
}
