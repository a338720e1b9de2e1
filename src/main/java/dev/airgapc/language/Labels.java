package dev.airgapc.language;

import dev.airgapc.syntax.Value;
import java.util.Optional;

/** Reads labels: what stands between a keyword and what follows it. */
final class Labels {
    private Labels() {}

    /** The word or the string without holes that a label is. */
    static Optional<String> key(Value label) {
        return word(label).or(() -> label instanceof Value.Text text ? plain(text) : Optional.empty());
    }

    /** The one word that a label is. */
    static Optional<String> word(Value label) {
        boolean single = label instanceof Value.Name name && name.steps().size() == 1;
        return single ? Optional.of(((Value.Name) label).text()) : Optional.empty();
    }

    /** The characters of a string without holes. */
    static Optional<String> plain(Value.Text text) {
        StringBuilder out = new StringBuilder();
        for (Value.Part part : text.parts()) {
            if (!(part instanceof Value.Chars chars)) {
                return Optional.empty();
            }
            out.append(chars.text());
        }
        return Optional.of(out.toString());
    }

    /** What a value is, for people: {@code a string}. */
    static String words(Value value) {
        if (value instanceof Value.Text) {
            return "a string";
        }
        if (value instanceof Value.Digits) {
            return "a number";
        }
        if (value instanceof Value.Quantity) {
            return "a quantity";
        }
        if (value instanceof Value.Items) {
            return "a list";
        }
        return value instanceof Value.Call call
                ? "`" + call.name().text() + "( )`"
                : "`" + ((Value.Name) value).text() + "`";
    }
}
