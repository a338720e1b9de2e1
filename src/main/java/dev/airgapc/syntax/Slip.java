package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * A mistake whose remedy is plain from the text alone. It is said, the page is read on as if it were mended, and so nothing
 * else is blamed for it.
 *
 * @param edits what makes the text readable, in the order of the text
 * @param guessed the beginning of a string whose end or beginning was put where it probably belongs: its value is not believed
 */
record Slip(Diagnostic diagnostic, List<Edit> edits, Optional<Integer> guessed) {
    /** Looks for one sort of mistake. */
    interface Finder {
        /** What is found in a text; tokens have the places of the source, and hold what earlier finders mended. */
        List<Slip> find(Source source, List<Token> tokens);
    }

    /** A slip whose remedy is certain. */
    static Slip of(Diagnostic diagnostic, Edit... edits) {
        return new Slip(diagnostic, List.of(edits), Optional.empty());
    }

    /** A slip in a string that begins, or should begin, at an offset. */
    static Slip guessed(Diagnostic diagnostic, int string, Edit... edits) {
        return new Slip(diagnostic, List.of(edits), Optional.of(string));
    }

    Span at() {
        return diagnostic.at();
    }
}
