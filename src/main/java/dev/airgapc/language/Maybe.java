package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/** An attribute that may be without a value; what follows from that is said in its words. */
public final class Maybe<K, T> extends Attribute<K, Optional<Fact<T>>> {
    private final Type<T> type;
    private final Default<Optional<Fact<T>>> fallback;

    Maybe(String name, Type<T> type, Default<Optional<Fact<T>>> fallback, String words) {
        super(name, words);
        this.type = type;
        this.fallback = fallback;
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
    Optional<Optional<Fact<T>>> read(List<Entry> entries, Reading reading) {
        Optional<Fact<T>> found = type.read(((Entry.Assignment) entries.get(0)).value(), reading);
        return found.isPresent() ? Optional.of(found) : Optional.empty();
    }

    @Override
    Optional<Optional<Fact<T>>> assume(Reading reading) {
        return fallback.find(reading);
    }

    @Override
    boolean interpolates() {
        return type.interpolates();
    }

    @Override
    List<Fact<String>> show(Optional<Fact<T>> answer) {
        return answer.map(fact -> fact.map(type::text)).stream().toList();
    }
}
