package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.Optional;

/** What the closing quotes of a text block take away from the front of each of its lines. Fed the text in its order. */
final class Indentation {
    private final String indent;
    private boolean lineBegins = true;

    private Indentation(String indent) {
        this.indent = indent;
    }

    /** For a string that is no block: nothing is taken away. */
    static Indentation none() {
        return new Indentation("");
    }

    /** Read off the line of the closing quotes; nothing if a line is shallower, and not blank: that is reported. */
    static Optional<Indentation> of(Span block, Report report) {
        Source source = block.source();
        int last = source.lineAt(block.end() - 1);
        String before = source.text().substring(source.start(last), block.end() - 3);
        if (!before.isBlank()) {
            report.add(Diagnostic.of(
                            SyntaxCodes.SHALLOW_TEXT,
                            source.span(block.end() - 3, block.end()),
                            "the closing quotes do not stand on a line of their own")
                    .help("put a line break before them"));
            return Optional.empty();
        }
        for (int number = block.line() + 1; number < last; number++) {
            String line = source.line(number);
            if (!line.isBlank() && !line.startsWith(before)) {
                int end = line.length() - line.stripLeading().length();
                Span at = source.span(source.start(number), source.start(number) + Math.max(end, 1));
                report.add(Diagnostic.of(
                                SyntaxCodes.SHALLOW_TEXT,
                                at,
                                "this line is indented less than the quotes that close the text, or with other white space")
                        .related(source.span(block.end() - 3, block.end()), "these quotes say how far a line begins")
                        .help("move the line to the right, or the closing quotes to the left"));
                return Optional.empty();
            }
        }
        return Optional.of(new Indentation(before));
    }

    /** The next piece of the text as it stands in the file, without the front of each line that begins in it. */
    String strip(String piece) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < piece.length()) {
            int newline = piece.indexOf('\n', at);
            int end = newline < 0 ? piece.length() : newline + 1;
            String line = piece.substring(at, end);
            out.append(lineBegins ? front(line) : line);
            lineBegins = newline >= 0;
            at = end;
        }
        return out.toString();
    }

    /** Something that is no plain text stands here: the line goes on behind it. */
    void interrupt() {
        lineBegins = false;
    }

    private String front(String line) {
        if (line.startsWith(indent)) {
            return line.isBlank() && line.endsWith("\n") ? "\n" : line.substring(indent.length());
        }
        return line.stripLeading().isEmpty() && line.endsWith("\n") ? "\n" : line.stripLeading();
    }
}
