package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.syntax.Value;
import java.util.Optional;

/** What an attribute takes. A type is a parser: text is parsed once, here, and never again. */
public interface Type<T> {
    /** The value, or nothing once the reading was told why not. */
    Optional<Fact<T>> read(Value value, Reading reading);

    /** In a sentence: {@code a host}. */
    String words();

    /** How a value is shown to people. */
    String text(T value);

    /** The values of it in the JSON form of a page, as a JSON Schema. It refuses nothing that {@link #read} may take. */
    Json.Members schema();

    /** Whether {@code \( )} may hold a value of this type: one that prints as text. */
    default boolean interpolates() {
        return false;
    }

    /** Whether a value is the path of a file beside the page that writes it. */
    default boolean namesFile() {
        return false;
    }

    /** The value of a text that a default gives. */
    default Parsed<T> parse(String text) {
        return Parsed.wrong("is not " + words());
    }
}
