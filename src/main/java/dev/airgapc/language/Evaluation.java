package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One page's evaluation: what is declared, what is being asked right now, what was found wrong, who refers to whom. */
final class Evaluation {
    private record Question(Block<?> block, Attribute<?, ?> attribute) {
        Address address() {
            return block.address().then(attribute.name());
        }

        Span place() {
            List<Entry> entries = block.written(attribute.name());
            return entries.isEmpty() ? block.heading() : entries.get(0).span();
        }
    }

    private final Kinds kinds;
    private final Layers layers;
    private final Report report;
    private final Map<Address, Block<?>> blocks = new LinkedHashMap<>();
    private final Map<Address, Block<?>> inPlace = new LinkedHashMap<>();
    private final IdentityHashMap<Kind<?>, List<Block<?>>> byKind = new IdentityHashMap<>();
    private final Set<String> illegibleKinds = new HashSet<>();
    private final Set<Block<?>> failed = new LinkedHashSet<>();
    private final Map<Block<?>, Set<Block<?>>> refersTo = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final Map<Address, Removal> removals = new LinkedHashMap<>();
    private final Blame blame = new Blame();
    private final boolean open;
    private final Deque<Question> asked = new ArrayDeque<>();

    Evaluation(Kinds kinds, Layers layers, Report report) {
        this.kinds = kinds;
        this.layers = layers;
        this.open = layers.isPart() || !layers.whole();
        this.report = report;
    }

    Kinds kinds() {
        return kinds;
    }

    Report report() {
        return report;
    }

    /** What lies around the page. */
    InputFiles files() {
        return layers.files();
    }

    /** Whether what is referred to may be declared elsewhere, in a file that imports this one or one that could not be read. */
    boolean isOpen() {
        return open;
    }

    /** The files of the page, in the order in which they count. */
    List<Layer> layers() {
        return layers.all();
    }

    Blame blame() {
        return blame;
    }

    /** How many files count before this one. */
    int layer(Source source) {
        List<Source> sources =
                layers.all().stream().map(layer -> layer.tree().source()).toList();
        return sources.indexOf(source);
    }

    /** The block of a layer above that made a choice of what was none for a block below. */
    <K> Optional<Block<K>> addedAbove(List<Block<K>> all, Block<?> user) {
        int own = layer(user.heading().source());
        List<Block<K>> above = all.stream()
                .filter(block -> layer(block.heading().source()) > own)
                .toList();
        return above.size() == all.size() - 1 ? Optional.of(above.get(0)) : Optional.empty();
    }

    List<Use> uses() {
        return uses;
    }

    /** Every block of the page, inner ones behind their outer ones. */
    List<Block<?>> blocks() {
        return List.copyOf(blocks.values());
    }

    Optional<Block<?>> block(Address address) {
        return Optional.ofNullable(blocks.get(address));
    }

    /** A declared block, or one that stands where it is used. */
    Optional<Block<?>> anyBlock(Address address) {
        return block(address).or(() -> Optional.ofNullable(inPlace.get(address)));
    }

    /** Whether a block stands where it is used; it is there only if it is whole. */
    boolean isInPlace(Block<?> block) {
        return inPlace.get(block.address()) == block;
    }

    /** The page's own blocks of a kind. */
    @SuppressWarnings("unchecked") // kept under the kind that they are of
    <K> List<Block<K>> all(Kind<K> kind) {
        return (List<Block<K>>) (List<?>) Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /** A block that stands where it is used: it has an address, and is none of the declared ones. */
    void inPlace(Block<?> block) {
        inPlace.put(block.address(), block);
    }

    void declare(Block<?> block) {
        removals.remove(block.address());
        attach(block);
        if (!block.legible()) {
            failed.add(block.top());
        }
    }

    private void attach(Block<?> block) {
        blocks.put(block.address(), block);
        if (block.parent().isEmpty()) {
            byKind.computeIfAbsent(block.kind(), kind -> new ArrayList<>()).add(block);
        }
        block.children().forEach(this::attach);
    }

    /** Takes a block back, with everything in it. */
    void remove(Block<?> block, Span at) {
        detach(block);
        block.parent().ifPresent(parent -> parent.remove(block));
        removals.put(block.address(), new Removal(block, at));
    }

    private void detach(Block<?> block) {
        block.children().forEach(this::detach);
        blocks.remove(block.address());
        failed.remove(block);
        if (block.parent().isEmpty()) {
            byKind.getOrDefault(block.kind(), new ArrayList<>()).remove(block);
        }
    }

    /** Puts a block back that was removed. */
    void restore(Address address) {
        Removal removal = removals.remove(address);
        if (removal != null) {
            removal.block().parent().ifPresent(parent -> parent.add(removal.block()));
            attach(removal.block());
        }
    }

    /** The {@code remove} of a block that is not there any more. */
    Optional<Removal> removal(Address address) {
        return Optional.ofNullable(removals.get(address));
    }

    Collection<Removal> removals() {
        return removals.values();
    }

    /** Whether neither of two files takes the place of the other. */
    boolean isBeside(Source one, Source other) {
        List<Layer> two = layers.all().stream()
                .filter(layer -> layer.source() == one || layer.source() == other)
                .toList();
        return two.size() == 2 && !two.get(1).isAbove(two.get(0));
    }

    /** The last one of a kind. */
    Optional<Removal> removal(Kind<?> kind) {
        return removals.values().stream()
                .filter(removal -> removal.block().kind() == kind)
                .reduce((first, last) -> last);
    }

    /** Something of this kind is there and could not be read: a reference to it is no mistake of its own. */
    void illegible(String kind) {
        illegibleKinds.add(kind);
    }

    boolean hasIllegible(String kind) {
        return illegibleKinds.contains(kind);
    }

    /** Whether a block of this kind may be there that nobody sees: one that could not be read, or one in another file. */
    boolean mayHave(Kind<?> kind) {
        return open || hasIllegible(kind.name());
    }

    void use(Span at, Block<?> from, Block<?> to, Address of) {
        uses.add(new Use(at, of));
        refersTo.computeIfAbsent(from.top(), block -> new LinkedHashSet<>()).add(to.top());
    }

    void fail(Block<?> block) {
        failed.add(block.top());
    }

    /** Asks every block for every attribute, and finds the blocks that have no error in or behind them. */
    Set<Block<?>> whole() {
        for (Block<?> block : blocks()) {
            for (Attribute<?, ?> attribute : block.kind().byName().values()) {
                if (Block.ask(block, attribute).isEmpty()) {
                    fail(block);
                }
            }
        }
        blame.bereft().forEach(this::fail);
        if (layers.whole()) {
            blame.all(this).forEach(report::add);
        }
        Set<Block<?>> whole = new LinkedHashSet<>(blocks.values());
        whole.removeIf(block -> failed.contains(block.top()));
        boolean again = true;
        while (again) {
            again = whole.removeIf(block -> !whole.containsAll(refersTo.getOrDefault(block.top(), Set.of())));
        }
        return whole;
    }

    /** Answers a question, unless answering it needs its own answer: then the circle is reported, once. */
    <A> Optional<A> guard(Block<?> block, Attribute<?, A> attribute, Supplier<Optional<A>> answer) {
        Question question = new Question(block, attribute);
        if (asked.contains(question)) {
            reportCycle(question);
            return Optional.empty();
        }
        asked.push(question);
        Optional<A> found = answer.get();
        asked.pop();
        return found;
    }

    private void reportCycle(Question again) {
        List<Question> circle = new ArrayList<>();
        for (Question question : asked) {
            circle.add(0, question);
            if (question.equals(again)) {
                break;
            }
        }
        StringBuilder way = new StringBuilder();
        circle.forEach(question -> way.append(question.address()).append(" → "));
        Diagnostic diagnostic = Diagnostic.of(
                        LanguageCodes.CYCLE,
                        again.place(),
                        "`" + again.address() + "` is found by way of itself: " + way + again.address())
                .help("write one of these values without referring to the others");
        for (Question question : circle.subList(1, circle.size())) {
            diagnostic = diagnostic.related(question.place(), "`" + question.address() + "` is on the way");
        }
        report.add(diagnostic);
    }
}
