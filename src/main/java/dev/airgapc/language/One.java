package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/** An attribute that always has a value: required, or with a default that always answers. */
public final class One<K, T> extends Attribute<K, Fact<T>> {
    private final Type<T> type;
    private final Default<Fact<T>> fallback;
    private final boolean inherited;

    One(String name, Type<T> type, Default<Fact<T>> fallback, boolean inherited, String words) {
        super(name, words);
        this.type = type;
        this.fallback = fallback;
        this.inherited = inherited;
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
    public String otherwise() {
        return fallback.words();
    }

    @Override
    boolean fits(Entry entry) {
        return entry instanceof Entry.Assignment;
    }

    @Override
    boolean repeats() {
        return false;
    }

    @Override
    Optional<Fact<T>> read(List<Entry> entries, Reading reading) {
        return type.read(((Entry.Assignment) entries.get(0)).value(), reading);
    }

    @Override
    Optional<Fact<T>> assume(Reading reading) {
        Optional<Block<?>> outer = inherited ? reading.outer(this) : Optional.empty();
        return outer.isPresent() ? Block.ask(outer.get(), this) : fallback.find(reading);
    }

    @Override
    boolean interpolates() {
        return type.interpolates();
    }

    @Override
    List<Fact<String>> show(Fact<T> answer) {
        return List.of(answer.map(type::text));
    }
}
