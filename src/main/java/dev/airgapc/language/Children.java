package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks within a block; where the block around has the setting too, those of its blocks that have other names come first. */
public final class Children<K, C> extends Attribute<K, List<Block<C>>> {
    private final Kind<C> kind;

    Children(Kind<C> kind) {
        super(kind.name(), kind.words());
        this.kind = kind;
    }

    Kind<C> kind() {
        return kind;
    }

    @Override
    public String example() {
        return kind.example();
    }

    @Override
    public String takes() {
        return "a block";
    }

    @Override
    public String otherwise() {
        return "none";
    }

    @Override
    boolean fits(Entry entry) {
        return entry instanceof Entry.Statement statement
                && statement.arrow().isEmpty()
                && statement.body().isPresent();
    }

    @Override
    boolean repeats() {
        return true;
    }

    /** Blocks are made when their parent is; they are not read from its entries. */
    @Override
    Optional<List<Block<C>>> read(List<Entry> entries, Reading reading) {
        return assume(reading);
    }

    @Override
    Optional<List<Block<C>>> assume(Reading reading) {
        List<Block<C>> own = reading.block().children(kind);
        Optional<Block<?>> outer = reading.outer(this);
        if (outer.isEmpty()) {
            return Optional.of(own);
        }
        Map<String, Block<C>> byName = new LinkedHashMap<>();
        outer.get().children(kind).forEach(block -> byName.put(block.name(), block));
        own.forEach(block -> byName.put(block.name(), block));
        return Optional.of(List.copyOf(byName.values()));
    }

    @Override
    Optional<Json.Members> json(Block<?> block) {
        return JsonForm.blocks(kind, block.children(kind));
    }

    @Override
    Json.Members shape() {
        return kind.schema();
    }

    @Override
    List<Fact<String>> show(List<Block<C>> answer) {
        return answer.stream()
                .map(block -> block.named(block.address().toString()))
                .toList();
    }
}
