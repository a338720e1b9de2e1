package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/**
 * A word within a block, as a typed key: {@code block.get(Registry.HOST)}. Declared once, as a constant of its kind's
 * interface; "find usages" lists what it drives.
 *
 * @param <K> the interface of the kind that has it
 * @param <A> what a block answers when it is asked for it
 */
public abstract sealed class Attribute<K, A> permits Assigned, Keyed, Children {
    private final String name;
    private final String words;

    Attribute(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** As it is written. */
    public final String name() {
        return name;
    }

    /** What it means, in one sentence. */
    public final String words() {
        return words;
    }

    /** How it is written, as an example. */
    public abstract String example();

    /** What it takes, in a sentence: {@code a host}. */
    public abstract String takes();

    /** How its value is found where nobody wrote one: {@code required}, {@code the only registry}. */
    public abstract String otherwise();

    /** Whether the entry has the form that this attribute takes. */
    abstract boolean fits(Entry entry);

    /** Whether it may stand several times in a block. */
    abstract boolean repeats();

    /** The answer of what was written, at least one entry; nothing once the reading was told why not. */
    abstract Optional<A> read(List<Entry> entries, Reading reading);

    /** The answer where nothing was written. */
    abstract Optional<A> assume(Reading reading);

    /** Whether {@code \\( )} may hold its value. */
    boolean interpolates() {
        return false;
    }

    /** Whether it must be written. */
    boolean isRequired() {
        return false;
    }

    /** What a block without a mistake writes of it, its layers merged, as JSON; nothing if it writes nothing. */
    abstract Optional<? extends Json> json(Block<?> block);

    /** What {@link #json} may be. */
    abstract Json.Members shape();

    /** The same with its words, as a JSON Schema. */
    Json.Members schema() {
        return Json.members().with("description", words).with(shape());
    }

    /** An answer, for people. */
    abstract List<Fact<String>> show(A answer);
}
