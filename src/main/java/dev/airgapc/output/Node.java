package dev.airgapc.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a file holds, before it is text: a tree of leaves. */
public sealed interface Node permits Mapping, Sequence, Leaf, Nested {
    /** Sees every leaf with its JSON pointer (RFC 6901), in the order of the file. */
    interface Visitor {
        void leaf(String pointer, Leaf leaf);
    }

    /** Walks the tree; {@code pointer} is that of this node. */
    void visit(String pointer, Visitor visitor);

    /** Every leaf of a whole file by its pointer, in the order of the file. */
    default Map<String, Leaf> leaves() {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        visit("", leaves::put);
        return leaves;
    }
}
