package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Label;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Columns;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics for people: the sentence, the place with its line, what is related, what to do. */
public final class DiagnosticText {
    /** More than this nobody reads; the rest is counted. */
    private static final int MOST = 100;

    /** Wider lines are shown as a piece around what is wrong. */
    private static final int WIDEST = 140;

    private final String folder;
    private final Style style;

    /** @param folder how the user reaches the folder of the page: put before every name of a source */
    public DiagnosticText(String folder, Style style) {
        this.folder = folder;
        this.style = style;
    }

    /** All of a report, with a blank line behind each; empty if there is nothing to say. */
    public String report(Report report) {
        Masking masking = new Masking(report.concealed());
        List<Diagnostic> all = report.sorted();
        StringBuilder out = new StringBuilder();
        all.stream()
                .limit(MOST)
                .forEach(diagnostic -> out.append(one(diagnostic, masking)).append('\n'));
        if (all.size() > MOST) {
            out.append("and ").append(all.size() - MOST).append(" more\n");
        }
        return out.toString();
    }

    /** {@code 2 errors, 1 warning}; empty if there is neither. */
    public static String count(Report report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            long count = report.count(severity);
            if (count > 0) {
                counts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
            }
        }
        return String.join(", ", counts);
    }

    private String one(Diagnostic diagnostic, Masking masking) {
        Severity severity = diagnostic.code().severity();
        StringBuilder out = new StringBuilder();
        out.append(style.severity(
                severity, severity.word() + "[" + diagnostic.code().number() + "]"));
        out.append(style.strong(": " + visible(masking, diagnostic.message()))).append('\n');
        int gutter = Math.max(2, Integer.toString(lastLine(diagnostic)).length());
        String edge = " ".repeat(gutter + 1) + style.frame("|");
        out.append(" ".repeat(gutter))
                .append(style.frame("-->"))
                .append(' ')
                .append(Columns.expand(diagnostic.at().place(folder)))
                .append('\n');
        out.append(edge).append('\n');
        place(diagnostic.primary(), '^', severity, gutter, masking, out);
        out.append(edge).append('\n');
        for (Label label : diagnostic.related()) {
            if (label.at().source() != diagnostic.at().source()) {
                out.append(" ".repeat(gutter))
                        .append(style.frame(":::"))
                        .append(' ')
                        .append(Columns.expand(label.at().place(folder)))
                        .append('\n');
            }
            place(label, '-', Severity.NOTE, gutter, masking, out);
            out.append(edge).append('\n');
        }
        String equals = " ".repeat(gutter + 1) + style.frame("=") + " ";
        diagnostic.help().stream()
                .filter(help -> !help.isEmpty())
                .forEach(help -> out.append(equals)
                        .append("help: ")
                        .append(visible(masking, help))
                        .append('\n'));
        out.append(equals)
                .append("note: airgapc explain ")
                .append(diagnostic.code().number())
                .append('\n');
        return out.toString();
    }

    private void place(Label label, char mark, Severity severity, int gutter, Masking masking, StringBuilder out) {
        Span at = label.at();
        Source source = at.source();
        int number = at.line();
        int start = source.start(number);
        String line = source.line(number);
        int from = Math.min(at.start() - start, line.length());
        int to = Math.max(from, Math.min(at.end() - start, line.length()));
        String blanked = masking.line(source, number);
        int cut = Columns.width(blanked) > WIDEST ? Math.max(0, from - WIDEST / 2) : 0;
        String piece = blanked.substring(
                cut, Math.min(blanked.length(), Math.max(cut + WIDEST, Math.min(to, cut + 2 * WIDEST))));
        int end = Math.min(to, cut + piece.length());
        String before = Columns.expand(piece.substring(0, Math.max(0, from - cut)));
        int width = Columns.width(piece.substring(0, Math.max(from - cut, end - cut))) - Columns.width(before);
        String digits = Integer.toString(number);
        String shown =
                (cut > 0 ? "…" : "") + Columns.expand(piece) + (cut + piece.length() < blanked.length() ? "…" : "");
        out.append(" ".repeat(gutter - digits.length()))
                .append(style.frame(digits + " |"))
                .append(shown.isBlank() ? "" : " " + shown)
                .append('\n');
        String marks = String.valueOf(mark).repeat(Math.max(1, width))
                + (label.words().isEmpty() ? "" : " " + visible(masking, label.words()));
        out.append(" ".repeat(gutter + 1))
                .append(style.frame("|"))
                .append(' ')
                .append(" ".repeat(Columns.width(before) + (cut > 0 ? 1 : 0)))
                .append(style.severity(severity, marks))
                .append('\n');
    }

    /** Words may hold text of a page: no control character of it reaches the terminal, and not the whole page. */
    private static String visible(Masking masking, String words) {
        String safe = masking.words(words);
        return safe.codePoints().noneMatch(Character::isISOControl) ? safe : Columns.expand(safe);
    }

    private static int lastLine(Diagnostic diagnostic) {
        int last = diagnostic.at().line();
        for (Label label : diagnostic.related()) {
            last = Math.max(last, label.at().line());
        }
        return last;
    }
}
