package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute whose values have keys of the outside world, in the order of the page.
 *
 * @param <T> the type of a value
 */
public abstract sealed class Keyed<K, T> extends Attribute<K, Map<String, Fact<T>>> permits Arrows, Pairs {
    private final Type<T> type;

    Keyed(String name, Type<T> type, String words) {
        super(name, words);
        this.type = type;
    }

    final Type<T> type() {
        return type;
    }

    @Override
    public final String otherwise() {
        return "none";
    }

    @Override
    final Optional<Map<String, Fact<T>>> assume(Reading reading) {
        return Optional.of(Map.of());
    }
}
