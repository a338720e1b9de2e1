package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What Git leaves in a file where two sides changed one place. The page is read as the first side has it. */
final class MergeMarkers implements Slip.Finder {
    private static final String OURS = "<<<<<<<";
    private static final String BASE = "|||||||";
    private static final String THEIRS = "=======";
    private static final String END = ">>>>>>>";

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        if (!source.text().contains(OURS)
                && !source.text().contains(THEIRS)
                && !source.text().contains(END)) {
            return found;
        }
        int line = 1;
        while (line <= source.lines()) {
            if (marks(source, line, OURS)) {
                line = conflict(source, line, found);
            } else if (marks(source, line, THEIRS) || marks(source, line, END)) {
                found.add(Slip.of(said(source, line).help("remove this line"), delete(source, line, line)));
            }
            line++;
        }
        return found;
    }

    /** Returns the last line of the conflict. */
    private static int conflict(Source source, int first, List<Slip> found) {
        int kept = first;
        int end = first;
        for (int line = first + 1; line <= source.lines() && end == first; line++) {
            if (kept == first && (marks(source, line, BASE) || marks(source, line, THEIRS))) {
                kept = line;
            }
            end = marks(source, line, END) ? line : end;
        }
        if (kept == first || end == first) {
            found.add(Slip.of(said(source, first).help("remove this line"), delete(source, first, first)));
            return first;
        }
        Diagnostic said = said(source, first)
                .related(source.span(source.start(kept), source.start(kept) + 7), "the other side begins below")
                .related(source.span(source.start(end), source.start(end) + 7), "and ends above")
                .help("keep one side, and remove the lines that Git put in");
        found.add(Slip.of(said, delete(source, first, first), delete(source, kept, end)));
        return end;
    }

    private static Diagnostic said(Source source, int line) {
        Span marker = source.span(source.start(line), source.start(line) + 7);
        return Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, marker, "a merge was not finished");
    }

    private static boolean marks(Source source, int number, String marker) {
        String line = source.line(number);
        return line.startsWith(marker) && (line.length() == 7 || line.charAt(7) == ' ');
    }

    private static Edit delete(Source source, int first, int last) {
        int end = last < source.lines() ? source.start(last + 1) : source.text().length();
        return new Edit(source.span(source.start(first), end), "");
    }
}
