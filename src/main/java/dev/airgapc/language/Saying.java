package dev.airgapc.language;

import dev.airgapc.source.Span;
import java.util.List;

/**
 * What one file says of one address.
 *
 * @param amends whether it changes a block that is there: what a file declares is there to be changed, and is never contradicted
 * @param meaning what is set, added or taken, each item by itself; nothing for other acts
 */
record Saying(Layer by, Act act, boolean amends, Span at, List<Json> meaning) {
    /** How a file changes what stands at an address. */
    enum Act {
        /** A block is declared, or opened by {@code amend}. */
        OPENS,
        SETS,
        ADDS,
        TAKES,
        REMOVES
    }

    Saying {
        meaning = List.copyOf(meaning);
    }

    boolean isOfSameFile(Saying other) {
        return by.source() == other.by.source();
    }

    /** Whether neither of the two files takes the place of the other. */
    boolean isBeside(Saying other) {
        return !isOfSameFile(other) && !by.isAbove(other.by) && !other.by.isAbove(by);
    }

    /** Whether the order of two lines would decide what comes of both. */
    boolean contradicts(Saying other) {
        return amends && other.amends && isBeside(other) && (differs(other) || other.differs(this));
    }

    private boolean differs(Saying other) {
        return switch (act) {
            case SETS -> other.act != Act.SETS || !meaning.equals(other.meaning);
            case REMOVES -> other.act != Act.REMOVES;
            case ADDS -> other.act == Act.TAKES && meaning.stream().anyMatch(other.meaning::contains);
            case TAKES, OPENS -> false;
        };
    }

    /** Whether it takes the place of what is said below. */
    boolean replaces() {
        return act == Act.SETS || act == Act.REMOVES;
    }
}
