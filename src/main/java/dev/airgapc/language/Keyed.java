package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Those of the block around, if it has the setting too. */
    @Override
    final Optional<Map<String, Fact<T>>> assume(Reading reading) {
        Optional<Block<?>> outer = reading.outer(this);
        return outer.isPresent() ? Block.ask(outer.get(), this) : Optional.of(Map.of());
    }

    /** What the block says itself, over what it takes over from the block around it: entry by entry. */
    @Override
    final Optional<Map<String, Fact<T>>> read(List<Entry> entries, Reading reading) {
        Optional<Map<String, Fact<T>>> own = own(entries, reading);
        Optional<Map<String, Fact<T>>> outer = assume(reading);
        if (own.isEmpty() || outer.isEmpty() || outer.get().isEmpty()) {
            return outer.isEmpty() ? outer : own;
        }
        Map<String, Fact<T>> merged = new LinkedHashMap<>(outer.get());
        merged.putAll(own.get());
        return Optional.of(Collections.unmodifiableMap(merged));
    }

    @Override
    final Optional<Json> json(Block<?> block) {
        List<Entry> entries = block.written(name());
        return entries.isEmpty() ? Optional.empty() : Optional.of(json(entries));
    }

    abstract Json json(List<Entry> entries);

    abstract Optional<Map<String, Fact<T>>> own(List<Entry> entries, Reading reading);
}
