package dev.airgapc.interop;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file in which every text and every number is one that stands nowhere else, so that it is seen in what a chart makes of it. A flag
 * has no such value; it can be turned. An empty text stays empty: it takes the place of what a chart has by itself.
 *
 * @param marks by the pointer of each text and number what stands there
 * @param flags the pointer of each flag
 */
record Marked(Node tree, Map<String, String> marks, List<String> flags) {
    static Marked of(Node tree) {
        Map<String, String> marks = new LinkedHashMap<>();
        List<String> flags = new ArrayList<>();
        Node marked = replaced(tree, "", (pointer, leaf) -> {
            if (leaf instanceof Leaf one && one.value() instanceof Flag flag) {
                flags.add(pointer);
                return flag;
            }
            if (leaf instanceof Leaf one && one.value().text().isEmpty()) {
                return one.value();
            }
            boolean number = leaf instanceof Leaf one && one.value() instanceof Count;
            String mark = String.valueOf(100_000 + marks.size());
            marks.put(pointer, number ? mark : "m" + mark);
            return number ? new Count(Long.parseLong(mark)) : new Text("m" + mark);
        });
        return new Marked(marked, marks, flags);
    }

    /** This with a flag that says the opposite. */
    Node turned(String flag) {
        return replaced(tree, "", (pointer, node) -> {
            Scalar value = ((Leaf) node).value();
            return pointer.equals(flag) && value instanceof Flag now ? new Flag(!now.value()) : value;
        });
    }

    private interface Replacement {
        /** The value in place of a leaf, or of a file within the file. */
        Scalar of(String pointer, Node node);
    }

    private static Node replaced(Node node, String pointer, Replacement replacement) {
        if (node instanceof Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> {
                String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
                entries.put(key, replaced(value, below, replacement));
            });
            return new Mapping(entries);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(replaced(item, pointer + "/" + items.size(), replacement));
            }
            return new Sequence(items);
        }
        return new Leaf(
                replacement.of(pointer, node),
                node.leaves().values().iterator().next().origin(),
                Optional.empty());
    }
}
