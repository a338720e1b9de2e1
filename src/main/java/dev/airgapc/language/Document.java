package dev.airgapc.language;

import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page that was checked: its blocks, and what they say. */
public final class Document {
    private final Evaluation evaluation;
    private final Set<Block<?>> whole;

    Document(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.whole = evaluation.whole();
    }

    /** The page's own blocks of a kind that have no error in or behind them, in the order of the page. */
    public <K> List<Block<K>> all(Kind<K> kind) {
        return evaluation.all(kind).stream().filter(whole::contains).toList();
    }

    /** Whether the page has a block of a kind, in error or not. */
    public boolean declares(Kind<?> kind) {
        return !evaluation.all(kind).isEmpty() || evaluation.hasIllegible(kind.name());
    }

    /** Whether no block of a kind is in error: what seems to lack one may be answered by the one that is. */
    public <K> boolean isWhole(Kind<K> kind) {
        return whole.containsAll(evaluation.all(kind));
    }

    /** The block of a kind at an address: a declared one, or one that stands where it is used. */
    @SuppressWarnings("unchecked") // the kind was compared
    public <K> Block<K> block(Kind<K> kind, Address address) {
        return (Block<K>) evaluation
                .anyBlock(address)
                .filter(block -> block.kind() == kind)
                .orElseThrow(() -> new IllegalStateException("there is no " + kind.name() + " at " + address));
    }

    /** The block of a kind that has at most one. */
    public <K> Optional<Block<K>> single(Kind<K> kind) {
        return all(kind).stream().findFirst();
    }

    /** What the page says, its layers merged, in the form that the schema of the vocabulary describes. Defaults are left out. */
    public Json json() {
        return JsonForm.page(this, evaluation.kinds());
    }

    /** What stands at an address of an attribute, or of a block's whole list: nothing, one value, several. */
    public Optional<List<Fact<String>>> at(List<String> steps) {
        for (int length = steps.size(); length > 0; length--) {
            Optional<Block<?>> block =
                    evaluation.anyBlock(Address.of(steps.subList(0, length).toArray(String[]::new)));
            if (block.isPresent() && (whole.contains(block.get()) || evaluation.isInPlace(block.get()))) {
                return within(block.get(), steps.subList(length, steps.size()));
            }
        }
        return Optional.empty();
    }

    /** The {@code ##} comments of the block at an address, of all files that speak of it, the base first. */
    public List<Doc> docs(List<String> steps) {
        return evaluation
                .anyBlock(Address.of(steps.toArray(String[]::new)))
                .map(block -> block.docs())
                .orElse(List.of());
    }

    /** Whether a file counts before another: what it says is changed there, not the other way round. */
    public boolean isBefore(Source earlier, Source later) {
        return evaluation.layer(earlier) < evaluation.layer(later);
    }

    /** Whether neither of two files takes the place of the other: two parts that do not import each other. */
    public boolean isBeside(Source one, Source other) {
        return evaluation.isBeside(one, other);
    }

    /** Whether a file came in by {@code import}. */
    public boolean isPart(Source file) {
        return evaluation.layers().stream().anyMatch(layer -> layer.source() == file && layer.part());
    }

    /** The {@code remove} of a block that referred to something, in some layer of the page. */
    public Optional<Span> orphaned(Address address) {
        return evaluation.removals().stream()
                .filter(removal -> removal.block().mentions(address))
                .map(Removal::at)
                .findFirst();
    }

    /** Every place that refers to something of the page. */
    public List<Use> uses() {
        return List.copyOf(evaluation.uses());
    }

    private static Optional<List<Fact<String>>> within(Block<?> block, List<String> rest) {
        if (rest.isEmpty()) {
            List<Fact<String>> all = new ArrayList<>();
            block.kind().byName().values().forEach(attribute -> all.addAll(show(block, attribute)));
            return Optional.of(all);
        }
        Attribute<?, ?> attribute = block.kind().byName().get(rest.get(0));
        if (attribute == null || rest.size() > 2) {
            return Optional.empty();
        }
        List<Fact<String>> shown = show(block, attribute);
        if (rest.size() == 1) {
            return Optional.of(shown);
        }
        Address wanted = block.address().then(rest.get(0)).then(rest.get(1));
        List<Fact<String>> entry = shown.stream()
                .filter(fact -> fact.origin()
                        .written()
                        .filter(written -> written.at().equals(wanted))
                        .isPresent())
                .toList();
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    private static <A> List<Fact<String>> show(Block<?> block, Attribute<?, A> attribute) {
        return Block.ask(block, attribute).map(attribute::show).orElse(List.of());
    }
}
