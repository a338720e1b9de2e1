package dev.airgapc.language;

import dev.airgapc.fact.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of block, such as {@code registry}.
 *
 * @param <K> the interface that holds its attributes; never instantiated
 */
public final class Kind<K> extends Attributes<K> {
    /** What stands between the keyword and the brace. */
    public enum Naming {
        /** Nothing: there is at most one. */
        SINGLE,
        /** An identifier. */
        WORD,
        /** An identifier or a string. */
        STRING
    }

    private final String name;
    private final Naming naming;
    private final String words;
    private final Function<String, Parsed<String>> nameParser;
    private final List<String> aliases = new ArrayList<>();
    private boolean confidential;
    private Optional<InPlace> inPlace = Optional.empty();

    /** A call that may stand where a block is wanted, and the attribute that it would be the value of. */
    record InPlace(String call, String attribute) {}

    private Kind(String name, Naming naming, Function<String, Parsed<String>> nameParser, String words) {
        this.name = name;
        this.naming = naming;
        this.nameParser = nameParser;
        this.words = words;
    }

    /** A kind whose blocks have names. */
    public static <K> Kind<K> named(String name, String words) {
        return new Kind<>(name, Naming.WORD, Parsed::of, words);
    }

    /** A kind whose blocks have names that may be strings, if the parser takes them. */
    public static <K> Kind<K> quoted(String name, Function<String, Parsed<String>> names, String words) {
        return new Kind<>(name, Naming.STRING, names, words);
    }

    /** A kind of which a page has at most one block; its address is its name. */
    public static <K> Kind<K> single(String name, String words) {
        return new Kind<>(name, Naming.SINGLE, Parsed::of, words);
    }

    /** This, with settings that it shares with other kinds. */
    public Kind<K> with(Attributes<? super K> shared) {
        include(shared);
        return this;
    }

    @Override
    public Kind<K> later(String... words) {
        super.later(words);
        return this;
    }

    @Override
    public Kind<K> meaning(String attribute, String... others) {
        super.meaning(attribute, others);
        return this;
    }

    @Override
    public Kind<K> advise(String word, String help) {
        super.advise(word, help);
        return this;
    }

    /** This, with words that others have for it. */
    public Kind<K> alias(String... others) {
        aliases.addAll(List.of(others));
        return this;
    }

    boolean hasAlias(String word) {
        return aliases.contains(word);
    }

    /** This, as a kind that stands for something nobody may type: a string in its place is an error of its own. */
    public Kind<K> confidential() {
        confidential = true;
        return this;
    }

    /** This, as a kind of which {@code call(…)} may stand where a block of it is wanted: one that says only that attribute. */
    public Kind<K> inPlace(String call, String attribute) {
        inPlace = Optional.of(new InPlace(call, attribute));
        return this;
    }

    Optional<InPlace> inPlace() {
        return inPlace;
    }

    public String name() {
        return name;
    }

    /** The name of a block in the form that is kept, or why it is none. */
    Parsed<String> parseName(String text) {
        return nameParser.apply(text);
    }

    public Naming naming() {
        return naming;
    }

    /** What it is, in one sentence. */
    public String words() {
        return words;
    }

    public boolean isConfidential() {
        return confidential;
    }

    /** The kinds of blocks that may stand in a block of this. */
    public List<Kind<?>> inner() {
        List<Kind<?>> inner = new ArrayList<>();
        for (Attribute<?, ?> attribute : byName().values()) {
            if (attribute instanceof Children<?, ?> children) {
                inner.add(children.kind());
            }
        }
        return inner;
    }

    /** One of it in a sentence: {@code an index}. */
    String called() {
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** How a block of it begins. */
    public String example() {
        return switch (naming) {
            case SINGLE -> name + " { … }";
            case WORD -> name + " main { … }";
            case STRING -> name + " \"…\" { … }";
        };
    }

    /** The blocks of it in the JSON form of a page, as a JSON Schema. */
    public Json.Members schema() {
        Json.Members properties = Json.members();
        List<String> required = new ArrayList<>();
        for (Attribute<?, ?> attribute : byName().values()) {
            properties = properties.with(attribute.name(), attribute.schema());
            if (attribute.isRequired()) {
                required.add(attribute.name());
            }
        }
        Json.Members block = Json.members().with("description", words).with(Schemas.closed(properties, required));
        return switch (naming) {
            case SINGLE -> block;
            case WORD -> Schemas.named(block);
            case STRING -> Schemas.map(block);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
