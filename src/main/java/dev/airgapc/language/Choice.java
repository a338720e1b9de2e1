package dev.airgapc.language;

import java.util.List;
import java.util.Locale;

/** A word of a closed list: what an enum of the vocabulary implements. */
public interface Choice {
    /** As it is written: the name of the constant, with hyphens. */
    default String word() {
        return toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Words that others have for it, in lower case. */
    default List<String> others() {
        return List.of();
    }
}
