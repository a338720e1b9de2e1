package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that belong together: those of a kind, or settings that a kind shares with a kind of block within it, which takes over
 * each that it does not say. It collects them while its interface is initialised, and is closed when the vocabulary is made.
 *
 * @param <K> the interface that holds the constants
 */
public class Attributes<K> {
    private final List<Attribute<?, ?>> own = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final Map<String, String> advice = new LinkedHashMap<>();
    private boolean closed;

    /** A value that must be written. */
    public final <T> One<K, T> required(String name, Type<T> type, String words) {
        return add(new One<>(name, type, Defaults.required(name, words), words));
    }

    /** A value that somebody wrote, or that the default finds. */
    public final <T> One<K, T> one(String name, Type<T> type, Default<Fact<T>> fallback, String words) {
        return add(new One<>(name, type, fallback, words));
    }

    /** A value that may be absent. */
    public final <T> Maybe<K, T> maybe(String name, Type<T> type, Default<Optional<Fact<T>>> fallback, String words) {
        return add(new Maybe<>(name, type, fallback, words));
    }

    /** A list. */
    public final <T> Many<K, T> many(String name, Type<T> type, Default<List<Fact<T>>> fallback, String words) {
        return add(new Many<>(name, type, fallback, words));
    }

    /** Text that layers merge over each other with {@code +=}. */
    public final <T> Merged<K, T> merged(String name, Type<T> type, String words) {
        return add(new Merged<>(name, type, words));
    }

    /** A list that must be written. */
    public final <T> Many<K, T> requiredMany(String name, Type<T> type, String words) {
        return add(new Many<>(name, type, Defaults.required(name, words), words));
    }

    /** Directives with an arrow. */
    public final <T> Arrows<K, T> arrows(String name, Arrows.Key left, Type<T> type, String words) {
        return add(new Arrows<>(name, left, type, words));
    }

    /** A map. */
    public final <T> Pairs<K, T> pairs(String name, Type<T> type, String words) {
        return add(new Pairs<>(name, type, words));
    }

    /** Blocks of a kind within a block of this. */
    public final <C> Children<K, C> children(Kind<C> kind) {
        return add(new Children<>(kind));
    }

    /** This, with words that the vocabulary decided on and that have no effect yet: known by name, refused in one sentence. */
    public Attributes<K> later(String... words) {
        later.addAll(List.of(words));
        return this;
    }

    /** This, with words that others have for an attribute: {@code meaning("host", "url", "endpoint")}. */
    public Attributes<K> meaning(String attribute, String... others) {
        List.of(others).forEach(other -> meanings.put(other, attribute));
        return this;
    }

    /** This, with a word that is no attribute, and what to write in its place. */
    public Attributes<K> advise(String word, String help) {
        advice.put(word, help);
        return this;
    }

    /** The attribute that others call so. */
    final Optional<String> meaning(String other) {
        return Optional.ofNullable(meanings.get(other));
    }

    /** What to write in place of a word that is no attribute. */
    final Optional<String> advice(String word) {
        return Optional.ofNullable(advice.get(word));
    }

    /** Every word, by name, in the order of declaration. */
    public final Map<String, Attribute<?, ?>> byName() {
        closed = true;
        Map<String, Attribute<?, ?>> names = new LinkedHashMap<>();
        own.forEach(attribute -> names.put(attribute.name(), attribute));
        return names;
    }

    /** The words without an effect yet. */
    public final List<String> laterWords() {
        return List.copyOf(later);
    }

    final void include(Attributes<? super K> shared) {
        own.addAll(shared.byName().values());
        later.addAll(shared.laterWords());
        meanings.putAll(((Attributes<?>) shared).meanings);
        advice.putAll(((Attributes<?>) shared).advice);
    }

    private <A extends Attribute<K, ?>> A add(A attribute) {
        if (closed) {
            throw new IllegalStateException(attribute.name() + " comes after the vocabulary was made");
        }
        own.add(attribute);
        return attribute;
    }
}
