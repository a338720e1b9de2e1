package dev.airgapc.output;

import java.util.Map;

/**
 * YAML that readers of 1.1, readers of 1.2 and Go agree on: every text in double quotes or, if it has several lines, as a block
 * that people can review; every key quoted that one of the readers might take for something else; no anchors, no folding,
 * indentation of two.
 */
public final class YamlPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        new Writing(page).node(content, "", 0, true);
        return page.printed();
    }

    private record Writing(Page page) {
        /** @param fresh whether the line is empty so far; else a dash stands on it */
        void node(Node node, String pointer, int indent, boolean fresh) {
            if (node instanceof Mapping mapping) {
                mapping(mapping, pointer, indent, fresh);
            } else if (node instanceof Sequence sequence) {
                sequence(sequence, pointer, indent, fresh);
            } else if (node instanceof Nested nested) {
                nested(nested.printed(), pointer, Math.max(indent, 2));
            } else {
                Leaf leaf = (Leaf) node;
                page.mark(pointer).write(YamlText.value(leaf, Math.max(indent, 2)) + "\n");
            }
        }

        private void nested(Printed printed, String pointer, int indent) {
            if (YamlText.fitsBlock(printed.text())) {
                page.write(YamlText.opener(printed.text()) + "\n");
                page.append(printed, pointer, YamlText.indented(printed.text(), indent) + "\n");
            } else {
                page.mark(pointer, printed).write(YamlText.quoted(printed.text()) + "\n");
            }
        }

        private void mapping(Mapping mapping, String pointer, int indent, boolean fresh) {
            if (mapping.entries().isEmpty()) {
                page.write("{}\n");
                return;
            }
            boolean first = !fresh;
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                page.write((first ? "" : " ".repeat(indent)) + YamlText.key(entry.getKey()) + ":");
                first = false;
                value(entry.getValue(), Mapping.below(pointer, entry.getKey()), indent + 2);
            }
        }

        private void value(Node node, String pointer, int indent) {
            boolean block = (node instanceof Mapping mapping
                            && !mapping.entries().isEmpty())
                    || (node instanceof Sequence sequence && !sequence.items().isEmpty());
            page.write(block ? "\n" : " ");
            node(node, pointer, indent, block);
        }

        private void sequence(Sequence sequence, String pointer, int indent, boolean fresh) {
            if (sequence.items().isEmpty()) {
                page.write("[]\n");
                return;
            }
            boolean first = !fresh;
            for (int index = 0; index < sequence.items().size(); index++) {
                page.write((first ? "" : " ".repeat(indent)) + "- ");
                first = false;
                node(sequence.items().get(index), pointer + "/" + index, indent + 2, false);
            }
        }
    }
}
