package dev.airgapc.language;

import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;

/**
 * An attribute that is written {@code name = value}, once.
 *
 * @param <T> the type of a value, or of each in a list
 */
public abstract sealed class Assigned<K, T, A> extends Attribute<K, A> permits One, Maybe, Many {
    private final Type<T> type;
    private final Default<A> fallback;

    Assigned(String name, Type<T> type, Default<A> fallback, String words) {
        super(name, words);
        this.type = type;
        this.fallback = fallback;
    }

    /** The answer of a value; nothing once the reading was told why not. */
    abstract Optional<A> read(Value value, Reading reading);

    final Type<T> type() {
        return type;
    }

    @Override
    public String example() {
        return name() + " = …";
    }

    @Override
    public String takes() {
        return type.words();
    }

    @Override
    public final String otherwise() {
        return fallback.words();
    }

    @Override
    final boolean fits(Entry entry) {
        return entry instanceof Entry.Assignment;
    }

    @Override
    final boolean repeats() {
        return false;
    }

    @Override
    final Optional<A> read(List<Entry> entries, Reading reading) {
        return read(((Entry.Assignment) entries.get(0)).value(), reading);
    }

    @Override
    Optional<A> assume(Reading reading) {
        return fallback.find(reading);
    }

    @Override
    boolean interpolates() {
        return type.interpolates();
    }
}
