package dev.airgapc.output;

import java.util.List;

/** Nodes in their order. */
public record Sequence(List<Node> items) implements Node {
    public Sequence {
        items = List.copyOf(items);
    }

    public static Sequence of(List<? extends Node> items) {
        return new Sequence(List.copyOf(items));
    }

    @Override
    public void visit(String pointer, Visitor visitor) {
        for (int index = 0; index < items.size(); index++) {
            items.get(index).visit(pointer + "/" + index, visitor);
        }
    }
}
