package dev.airgapc.fact;

import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** Where a value came from. Every chain of origins ends in a line, a default with its reason, or a product's demand. */
public sealed interface Origin {
    /** What this was made from, nearest first. */
    List<Origin> from();

    /** Somebody wrote it: the address it has, the text it is, and what that text interpolates or refers to. */
    record Written(Address at, Span span, List<Origin> from) implements Origin {
        public Written {
            from = List.copyOf(from);
        }
    }

    /** Nobody wrote it: the address it would have, and the rule that found it. */
    record Assumed(Address at, String because, List<Origin> from) implements Origin {
        public Assumed {
            from = List.copyOf(from);
        }
    }

    /** A product wants it so. */
    record Demanded(String because, Citation source) implements Origin {
        @Override
        public List<Origin> from() {
            return List.of();
        }
    }

    /** Made from several others, at least one. */
    record Made(List<Origin> from) implements Origin {
        public Made {
            from = List.copyOf(from);
            if (from.isEmpty()) {
                throw new IllegalArgumentException("a value is made from nothing");
            }
        }
    }

    /** All of these: the one itself if it is alone. Origins that stand there twice count once. */
    static Origin all(List<Origin> origins) {
        List<Origin> distinct = origins.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : new Made(distinct);
    }

    /** The first text that somebody wrote on the way back, this origin first. */
    default Optional<Written> written() {
        if (this instanceof Written written) {
            return Optional.of(written);
        }
        return from().stream().map(Origin::written).flatMap(Optional::stream).findFirst();
    }
}
