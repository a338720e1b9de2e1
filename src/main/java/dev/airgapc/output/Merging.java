package dev.airgapc.output;

import dev.airgapc.fact.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page passes through, put over other things. Mappings are merged, key by key; nothing else is. */
public final class Merging {
    /**
     * A place that two write.
     *
     * @param ours where airgapc's value came from; nothing for an empty list or mapping
     * @param theirs where the passed one came from, likewise
     */
    public record Clash(String pointer, Optional<Origin> ours, Optional<Origin> theirs) {}

    /** Both, and the places where airgapc's value stayed because both wrote one. */
    public record Merged(Mapping content, List<Clash> clashes) {
        public Merged {
            clashes = List.copyOf(clashes);
        }
    }

    private final List<Clash> clashes = new ArrayList<>();

    private Merging() {}

    /** A later layer over an earlier one: its values win, {@code null} too; keys of the earlier one stand first. */
    public static Mapping layered(Mapping earlier, Mapping later) {
        Map<String, Node> entries = new LinkedHashMap<>(earlier.entries());
        later.entries()
                .forEach((key, node) -> entries.merge(
                        key,
                        node,
                        (before, after) ->
                                before instanceof Mapping a && after instanceof Mapping b ? layered(a, b) : after));
        return new Mapping(entries);
    }

    /** What a page passes through, over what airgapc writes: it may add, and never replace. A list of airgapc is owned whole. */
    public static Merged over(Mapping ours, Mapping theirs) {
        Merging merging = new Merging();
        Mapping content = merging.merge(ours, theirs, "");
        return new Merged(content, merging.clashes);
    }

    private Mapping merge(Mapping ours, Mapping theirs, String pointer) {
        Map<String, Node> entries = new LinkedHashMap<>(ours.entries());
        theirs.entries()
                .forEach((key, node) ->
                        entries.merge(key, node, (mine, other) -> both(mine, other, Mapping.below(pointer, key))));
        return new Mapping(entries);
    }

    private Node both(Node mine, Node other, String pointer) {
        if (mine instanceof Mapping a && other instanceof Mapping b) {
            return merge(a, b, pointer);
        }
        clashes.add(new Clash(pointer, origin(mine), origin(other)));
        return mine;
    }

    private static Optional<Origin> origin(Node node) {
        List<Origin> origins = node.leaves().values().stream().map(Leaf::origin).toList();
        return origins.isEmpty() ? Optional.empty() : Optional.of(Origin.all(origins));
    }
}
