package dev.airgapc.output;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * YAML that readers of 1.1, readers of 1.2 and Go agree on: every text in double quotes, every key too that one of them might
 * take for something else; no anchors, no folding, indentation of two.
 */
public final class YamlPrinter implements Printer {
    /** What readers of YAML 1.1 and Go take for no text, in lower case. */
    private static final Set<String> NO_TEXT =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page();
        header.lines().forEach(line -> page.write("# " + line + "\n"));
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
            } else {
                Leaf leaf = (Leaf) node;
                page.mark(pointer).write(scalar(leaf.value()) + "\n");
            }
        }

        private void mapping(Mapping mapping, String pointer, int indent, boolean fresh) {
            if (mapping.entries().isEmpty()) {
                page.write("{}\n");
                return;
            }
            boolean first = !fresh;
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                page.write((first ? "" : " ".repeat(indent)) + key(entry.getKey()) + ":");
                first = false;
                String below = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                value(entry.getValue(), below, indent + 2);
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

    private static String scalar(Scalar value) {
        return value instanceof Flag || value instanceof Count ? value.text() : quoted(value.text());
    }

    private static String key(String key) {
        boolean plain = key.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !NO_TEXT.contains(key.toLowerCase(Locale.ROOT));
        return plain ? key : quoted(key);
    }

    /** The escapes that YAML 1.1 and 1.2 share (yaml.org/spec/1.2.2, 5.7). */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default ->
                    out.append(printable(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return out.append('"').toString();
    }

    /** Surrogates come in pairs, because every text was UTF-8 once. */
    private static boolean printable(char c) {
        return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE);
    }
}
