package dev.airgapc.language;

import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Doc;
import dev.airgapc.syntax.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A block of a page: its attributes are found when they are first asked for, and then kept.
 *
 * @param <K> the interface of its kind
 */
public final class Block<K> {
    private final Kind<K> kind;
    private final Address address;
    private final Optional<Block<?>> parent;
    private final Entry.Statement statement;
    private final Evaluation evaluation;
    private boolean assumed;
    private Optional<String> stated = Optional.empty();
    private final Map<String, List<Entry>> written = new HashMap<>(4);
    private final Set<String> damaged = new HashSet<>(2);
    private final Map<String, Taken> taken = new HashMap<>(1);
    private final List<Doc> docs = new ArrayList<>(1);
    private final Map<String, List<Block<?>>> children = new LinkedHashMap<>(2);
    private final IdentityHashMap<Attribute<?, ?>, Optional<?>> answers = new IdentityHashMap<>(4);

    Block(Kind<K> kind, Address address, Optional<Block<?>> parent, Entry.Statement statement, Evaluation evaluation) {
        this.kind = kind;
        this.address = address;
        this.parent = parent;
        this.statement = statement;
        this.evaluation = evaluation;
        statement.doc().ifPresent(docs::add);
    }

    /** What was written of an attribute until a file took it away. */
    private record Taken(Span at, List<Entry> entries) {}

    /**
     * The value of an attribute.
     *
     * @throws IllegalStateException if the block is in error: only blocks of {@link Document#all} may be asked
     */
    public <A> A get(Attribute<? super K, A> attribute) {
        return find(attribute)
                .orElseThrow(() ->
                        new IllegalStateException(address.then(attribute.name()) + " was asked of a block in error"));
    }

    public Kind<K> kind() {
        return kind;
    }

    public Address address() {
        return address;
    }

    /** The last step of the address; a block that stands where it is used has the name that it says there. */
    public String name() {
        return stated.orElseGet(() -> address.steps().get(address.steps().size() - 1));
    }

    /** This, as a block that stands where it is used. */
    Block<K> standingAs(Optional<String> name) {
        stated = name;
        return this;
    }

    /** The block that this one stands in. */
    public Optional<Block<?>> parent() {
        return parent;
    }

    /** The {@code ##} comments before its declaration and before each {@code amend} of it, in the order in which they count. */
    public List<Doc> docs() {
        return List.copyOf(docs);
    }

    /** One more comment: a layer amends this. */
    void document(Doc doc) {
        docs.add(doc);
    }

    /** Its keyword and its name. */
    public Span heading() {
        Span keyword = statement.keyword().span();
        return statement.labels().isEmpty()
                ? keyword
                : keyword.to(
                        statement.labels().get(statement.labels().size() - 1).span());
    }

    /** Something that is so because this block is there. */
    public <T> Fact<T> named(T value) {
        return new Fact<>(value, new Origin.Written(address, heading(), List.of()));
    }

    /** What it is called in a sentence: {@code registry `main`}. */
    public String words() {
        return kind.naming() == Kind.Naming.SINGLE ? "`" + kind.name() + "`" : kind.name() + " `" + name() + "`";
    }

    /** As a page writes it: {@code queue gpu}. */
    String spelling() {
        return kind.naming() == Kind.Naming.SINGLE ? kind.name() : kind.name() + " " + name();
    }

    /** Whether its declaration refers to a block. */
    boolean mentions(Address other) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(other.toString()) + "(?![\\w-])")
                .matcher(statement.span().text())
                .find();
    }

    /** What a layer writes to say more in this block. */
    String amended(String entry) {
        String opened = "amend " + spelling() + " { " + entry + " }";
        return parent.map(outer -> outer.amended(opened)).orElse(opened);
    }

    /** The answer, or nothing if somebody was told why there is none. */
    <A> Optional<A> find(Attribute<? super K, A> attribute) {
        return ask(this, attribute);
    }

    /** The same for an attribute that was found by its name among those of the block's kind. */
    @SuppressWarnings("unchecked") // what is kept under an attribute was answered by that attribute
    static <A> Optional<A> ask(Block<?> block, Attribute<?, A> attribute) {
        Optional<?> known = block.answers.get(attribute);
        if (known == null) {
            known = block.evaluation.guard(block, attribute, () -> block.answer(attribute));
            block.answers.put(attribute, known);
        }
        return (Optional<A>) known;
    }

    private <A> Optional<A> answer(Attribute<?, A> attribute) {
        if (damaged.contains(attribute.name())) {
            return Optional.empty();
        }
        Reading reading = new Reading(this, address.then(attribute.name()), evaluation);
        List<Entry> entries = written.get(attribute.name());
        return entries == null ? attribute.assume(reading) : attribute.read(entries, reading);
    }

    @SuppressWarnings("unchecked") // children are kept under the name of their kind, and names are unique within a kind
    <C> List<Block<C>> children(Kind<C> of) {
        return (List<Block<C>>) (List<?>) List.copyOf(children.getOrDefault(of.name(), List.of()));
    }

    List<Block<?>> children() {
        return children.values().stream().flatMap(List::stream).toList();
    }

    /** Those of the attributes that stand on the page. */
    public List<String> stated(List<String> attributes) {
        return attributes.stream().filter(written::containsKey).toList();
    }

    /** Where the block itself first says an attribute, by name. */
    public Optional<Span> where(String attribute) {
        return written(attribute).stream().map(entry -> entry.keyword().span()).findFirst();
    }

    List<Entry> written(String attribute) {
        return written.getOrDefault(attribute, List.of());
    }

    void add(Entry entry) {
        taken.remove(entry.keyword().text());
        written.computeIfAbsent(entry.keyword().text(), name -> new ArrayList<>())
                .add(entry);
    }

    /** Takes back what was written of an attribute: another value takes its place. */
    void forget(String attribute) {
        damaged.remove(attribute);
        written.remove(attribute);
        taken.remove(attribute);
    }

    /** The same by {@code remove}; false if nothing was written. */
    boolean forget(String attribute, Span at) {
        List<Entry> entries = written(attribute);
        forget(attribute);
        if (!entries.isEmpty()) {
            taken.put(attribute, new Taken(at, List.copyOf(entries)));
        }
        return !entries.isEmpty();
    }

    /** Where an attribute was removed that nobody set again. */
    Optional<Span> removed(String attribute) {
        return Optional.ofNullable(taken.get(attribute)).map(Taken::at);
    }

    /** Puts back what was removed. */
    void restore(String attribute) {
        Taken back = taken.remove(attribute);
        if (back != null) {
            back.entries().forEach(this::add);
        }
    }

    /** Takes back the arrow with a key; false if there is none. */
    boolean forget(Arrows<?, ?> arrows, String key) {
        List<Entry> entries = written.getOrDefault(arrows.name(), new ArrayList<>());
        boolean found = entries.removeIf(arrow -> arrow instanceof Entry.Statement statement
                && Labels.key(statement.labels().get(0))
                        .map(arrows::key)
                        .filter(key::equals)
                        .isPresent());
        if (entries.isEmpty()) {
            written.remove(arrows.name());
        }
        return found;
    }

    void remove(Block<?> child) {
        children.getOrDefault(child.kind.name(), new ArrayList<>()).remove(child);
    }

    /** The attribute is written, and unreadable; somebody was told why. */
    void damage(String attribute) {
        damaged.add(attribute);
    }

    void add(Block<?> child) {
        children.computeIfAbsent(child.kind.name(), name -> new ArrayList<>()).add(child);
    }

    /** This, as a block that a part amends and another file declares. */
    Block<K> assumed() {
        assumed = true;
        return this;
    }

    boolean isAssumed() {
        return assumed;
    }

    /** Whether all of it could be read. */
    boolean legible() {
        return !assumed && statement.whole() && statement.body().isPresent();
    }

    /** The block of the page that this one stands in, or this one itself. */
    Block<?> top() {
        return parent.isPresent() ? parent.get().top() : this;
    }
}
