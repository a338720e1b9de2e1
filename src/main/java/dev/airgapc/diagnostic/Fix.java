package dev.airgapc.diagnostic;

import dev.airgapc.source.Span;
import java.util.List;

/**
 * Edits that mend a mistake, all of them or none.
 *
 * @param words what they do: {@code write `=`}
 * @param edits in the order of the source; no two touch the same text
 * @param safe whether they cannot change what somebody meant; others are guesses, for an editor to offer
 */
public record Fix(String words, List<Edit> edits, boolean safe) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** An edit that can be made without asking. */
    public static Fix safe(String words, Span at, String text) {
        return new Fix(words, List.of(new Edit(at, text)), true);
    }

    /** An edit that is probably meant. */
    public static Fix guess(String words, Span at, String text) {
        return new Fix(words, List.of(new Edit(at, text)), false);
    }
}
