package dev.airgapc.syntax;

import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** One entry of a page or of a block. */
public sealed interface Entry {
    Optional<Doc> doc();

    /** The word it begins with. */
    Word keyword();

    /** Everything but the doc comment. */
    Span span();

    /** {@code key = value}, {@code key += value}, {@code key -= value}. */
    record Assignment(Optional<Doc> doc, Word keyword, Word operator, Value value, Span span) implements Entry {}

    /**
     * {@code word label… -> value}, {@code word label… { … }}, or the words alone.
     *
     * @param labels names and strings between the word and what follows
     * @param whole false if something in it could not be read; a diagnostic says what
     */
    record Statement(
            Optional<Doc> doc,
            Word keyword,
            List<Value> labels,
            Optional<Value> arrow,
            Optional<Body> body,
            boolean whole,
            Span span)
            implements Entry {
        public Statement {
            labels = List.copyOf(labels);
        }
    }

    /** What stands in braces. */
    record Body(List<Entry> entries, Span span) {
        public Body {
            entries = List.copyOf(entries);
        }
    }
}
