package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A diagnostic as any format may write it: what may be a secret is covered, files are named.
 *
 * @param help what to write, one sentence each
 * @param remedy the same as edits; absent also where one of them touches what may be a secret
 */
public record Finding(
        Code code, String message, Place at, List<Place> related, List<String> help, Optional<Remedy> remedy) {
    public Finding {
        related = List.copyOf(related);
        help = List.copyOf(help);
    }

    /**
     * Edits that mend it, all of them or none.
     *
     * @param safe whether they cannot change what somebody meant
     */
    public record Remedy(String words, List<Change> changes, boolean safe) {
        public Remedy {
            changes = List.copyOf(changes);
        }
    }

    /** A piece of a file and the text that takes its place. */
    public record Change(Place at, String text) {}

    /** What a page allows, with the reason that it gives. */
    public record Allowed(Finding finding, String reason) {}

    /** The message and what helps, as sentences on one line. */
    String sentences() {
        StringBuilder out = new StringBuilder(sentence(message));
        help.forEach(one -> out.append(' ').append(sentence(one)));
        return out.toString();
    }

    private static String sentence(String words) {
        int second = words.offsetByCodePoints(0, 1);
        String begun = words.substring(0, second).toUpperCase(Locale.ROOT) + words.substring(second);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }
}
