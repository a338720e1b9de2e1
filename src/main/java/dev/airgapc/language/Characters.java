package dev.airgapc.language;

import dev.airgapc.source.Span;
import dev.airgapc.syntax.Value;
import java.util.Optional;

/**
 * Where the characters of a string stand on the page, its holes filled: what one hole brings and what an escape means stands nowhere.
 *
 * @param text what the string means
 */
record Characters(Value.Text string, String text) {
    /** The piece from one offset of the text to another, if it stands on the page as it is meant. */
    Optional<Span> piece(int start, int end) {
        int before = 0;
        for (Value.Part part : string.parts()) {
            if (!(part instanceof Value.Chars chars)) {
                break;
            }
            if (before <= start && end <= before + chars.text().length()) {
                return within(chars, start - before, end - before);
            }
            before += chars.text().length();
        }
        int behind = text.length();
        for (int index = string.parts().size() - 1; index >= 0; index--) {
            if (!(string.parts().get(index) instanceof Value.Chars chars)) {
                break;
            }
            behind -= chars.text().length();
            if (behind <= start && end <= behind + chars.text().length()) {
                return within(chars, start - behind, end - behind);
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> within(Value.Chars chars, int start, int end) {
        Span at = chars.span();
        return at.text().equals(chars.text())
                ? Optional.of(at.source().span(at.start() + start, at.start() + end))
                : Optional.empty();
    }

    /** The string as it stands on the page, with another text in one place. */
    String with(Span piece, String other) {
        Span at = string.span();
        String page = at.source().text();
        return page.substring(at.start(), piece.start()) + other + page.substring(piece.end(), at.end());
    }
}
