package dev.airgapc.fact;

import dev.airgapc.source.LookAlike;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that a parser takes in place of one that it refuses: what the parser says is done until it is content.
 *
 * @param certain whether it cannot mean something else
 */
public record Mending(String text, boolean certain) {
    /** A text has few mistakes; what needs more rounds is no mending. */
    private static final int ROUNDS = 5;

    /** Nothing if nobody can know, and if the parser would refuse it too. */
    public static <T> Optional<Mending> of(String text, Function<String, Parsed<T>> parser) {
        String mended = LookAlike.plain(text).orElse(text);
        boolean certain = true;
        for (int round = 0; round < ROUNDS; round++) {
            Parsed<T> parsed = parser.apply(mended);
            if (parsed.value().isPresent()) {
                return mended.equals(text) ? Optional.empty() : Optional.of(new Mending(mended, certain));
            }
            if (parsed.remedy().mended().isEmpty()) {
                return Optional.empty();
            }
            certain &= parsed.remedy().certain();
            mended = parsed.remedy().mended();
        }
        return Optional.empty();
    }
}
