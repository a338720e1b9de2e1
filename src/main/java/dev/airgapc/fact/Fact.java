package dev.airgapc.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A value and where it came from. */
public record Fact<T>(T value, Origin origin) {
    /** Another form of the same value. */
    public <R> Fact<R> map(Function<? super T, ? extends R> form) {
        return new Fact<>(form.apply(value), origin);
    }

    /** What this value leads to: the found fact's origin first, then the one of the way that led there. */
    public <R> Fact<R> then(Function<? super T, Fact<R>> next) {
        Fact<R> found = next.apply(value);
        return new Fact<>(found.value, Origin.all(List.of(found.origin, origin)));
    }

    /** The same value, and one more reason for it. */
    public Fact<T> because(Origin reason) {
        return new Fact<>(value, Origin.all(List.of(origin, reason)));
    }

    /**
     * One text of several pieces: facts, whose origins are kept, and plain text between them.
     *
     * @throws IllegalArgumentException if no piece is a fact
     */
    public static Fact<String> text(Object... pieces) {
        StringBuilder text = new StringBuilder();
        List<Origin> origins = new ArrayList<>();
        for (Object piece : pieces) {
            if (piece instanceof Fact<?> fact) {
                text.append(fact.value instanceof Scalar scalar ? scalar.text() : fact.value.toString());
                origins.add(fact.origin);
            } else {
                text.append(piece);
            }
        }
        return new Fact<>(text.toString(), Origin.all(origins));
    }
}
