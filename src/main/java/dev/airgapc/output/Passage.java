package dev.airgapc.output;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A text of a page that is passed through to a file, in the format of that file.
 *
 * @param text its origin is the literal that holds it
 */
public record Passage(Fact<String> text) {
    /** The longest text that is read, in UTF-16 units. */
    static final int LONGEST = 1 << 20;

    /**
     * What a text holds; no mapping if there is a diagnostic.
     *
     * @param mapping every leaf has the origin of its line
     */
    public record Content(Optional<Mapping> mapping, List<Diagnostic> diagnostics) {
        public Content {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    public Passage {
        if (!(text.origin() instanceof Origin.Written)) {
            throw new IllegalArgumentException("nobody wrote this text");
        }
    }

    /**
     * Where a line of the text, counted from 0, was written: the line of the page, or the whole literal if it stands on one. An
     * escaped newline or a value that is put in may bring more lines than the page has; they count as the literal's last one.
     */
    public Origin.Written line(int lineOfText) {
        Origin.Written whole = (Origin.Written) text.origin();
        return new Origin.Written(whole.at(), span(whole.span(), lineOfText), whole.from());
    }

    private static Span span(Span literal, int lineOfText) {
        String written = literal.text();
        if (!written.startsWith("\"\"\"") && !written.startsWith("'''")) {
            return literal;
        }
        Source source = literal.source();
        int last = source.lineAt(Math.max(literal.start(), literal.end() - 1));
        return source.written(Math.min(literal.line() + 1 + lineOfText, last));
    }
}
