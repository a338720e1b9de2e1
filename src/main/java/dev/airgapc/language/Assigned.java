package dev.airgapc.language;

import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/**
 * An attribute that is written {@code name = value}, once.
 *
 * @param <T> the type of a value, or of each in a list
 */
public abstract sealed class Assigned<K, T, A> extends Attribute<K, A> permits One, Maybe, Many, Merged {
    private final Type<T> type;
    private final Default<A> fallback;

    Assigned(String name, Type<T> type, Default<A> fallback, String words) {
        super(name, words);
        this.type = type;
        this.fallback = fallback;
    }

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

    final Default<A> fallback() {
        return fallback;
    }

    @Override
    public String otherwise() {
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
    final boolean isRequired() {
        return fallback.isRequired();
    }

    @Override
    final Optional<Json> json(Block<?> block) {
        List<Entry> entries = block.written(name());
        return entries.isEmpty() ? Optional.empty() : Block.ask(block, this).map(answer -> json(entries, answer));
    }

    /** What entries say; the answer that was read of them tells what is left of it. */
    Json json(List<Entry> entries, A answer) {
        return JsonForm.value(entries.get(0));
    }

    @Override
    Json.Members shape() {
        return type.schema();
    }

    @Override
    final Json.Members schema() {
        String leftOut = isRequired() ? "." : "; left out: " + otherwise() + ".";
        return super.schema().with("description", words() + " Value: " + takes() + leftOut);
    }

    /** Whether a layer may write {@code name += …} or {@code name -= …}. */
    boolean changesBy(String operator) {
        return false;
    }

    /** A setting that the block around has too is taken over from there, before the default is asked. */
    @Override
    final Optional<A> assume(Reading reading) {
        Optional<Block<?>> outer = reading.outer(this);
        return outer.isPresent() ? Block.ask(outer.get(), this) : fallback.find(reading);
    }

    @Override
    boolean interpolates() {
        return type.interpolates();
    }
}
