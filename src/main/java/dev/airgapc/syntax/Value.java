package dev.airgapc.syntax;

import dev.airgapc.source.Span;
import java.util.List;

/** What stands behind {@code =} or {@code ->}, in a list, or as a label. */
public sealed interface Value {
    Span span();

    /** A string in one of its four forms. {@link #parts} are what it means, escapes and indentation already taken out. */
    record Text(Form form, List<Part> parts, Span span) implements Value {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /** How a string is quoted. */
    enum Form {
        QUOTED,
        RAW,
        BLOCK,
        RAW_BLOCK
    }

    /** A piece of a string. */
    sealed interface Part {
        Span span();
    }

    /** Characters, as they are meant. */
    record Chars(String text, Span span) implements Part {}

    /** {@code \(address)}. */
    record Hole(Name name, Span span) implements Part {}

    /** A whole number, as written. */
    record Digits(String text, Span span) implements Value {}

    /** A number and a unit, as written. */
    record Quantity(String text, Span span) implements Value {}

    /** Bare words joined by dots: a reference, a word of a list of words, {@code true}. */
    record Name(List<Word> steps, Span span) implements Value {
        public Name {
            steps = List.copyOf(steps);
        }

        /** The steps joined by dots. */
        public String text() {
            StringBuilder out = new StringBuilder();
            steps.forEach(step -> out.append(out.isEmpty() ? "" : ".").append(step.text()));
            return out.toString();
        }
    }

    /** {@code word(value, …)}. */
    record Call(Word name, List<Value> arguments, Span span) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [value, …]}. */
    record Items(List<Value> values, Span span) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A value that could not be read. A diagnostic says why; whoever meets it is silent. */
    record Broken(Span span) implements Value {}
}
