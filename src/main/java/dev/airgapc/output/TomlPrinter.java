package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import java.util.Locale;
import java.util.Map;

/**
 * TOML 1.0 (toml.io/en/v1.0.0). Values of a table stand before the tables within it, because a key below the heading of a table
 * belongs to that table.
 */
public final class TomlPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        table(page, (Mapping) content, "", "");
        return page.printed();
    }

    private static void table(Page page, Mapping table, String path, String pointer) {
        for (Map.Entry<String, Node> entry : table.entries().entrySet()) {
            if (!tables(entry.getValue())) {
                page.write(key(entry.getKey()) + " = ");
                value(page, entry.getValue(), Mapping.below(pointer, entry.getKey()));
                page.write("\n");
            }
        }
        table.entries().forEach((key, node) -> {
            if (tables(node)) {
                String below = path.isEmpty() ? key(key) : path + "." + key(key);
                headed(page, node, below, Mapping.below(pointer, key));
            }
        });
    }

    private static boolean tables(Node node) {
        return node instanceof Mapping
                || (node instanceof Sequence sequence
                        && !sequence.items().isEmpty()
                        && sequence.items().stream().allMatch(Mapping.class::isInstance));
    }

    private static void headed(Page page, Node node, String path, String pointer) {
        if (node instanceof Mapping mapping) {
            boolean own = mapping.entries().isEmpty()
                    || mapping.entries().values().stream().anyMatch(value -> !tables(value));
            page.write(own ? page.gap() + "[" + path + "]\n" : "");
            table(page, mapping, path, pointer);
            return;
        }
        int index = 0;
        for (Node item : ((Sequence) node).items()) {
            page.write(page.gap() + "[[" + path + "]]\n");
            table(page, (Mapping) item, path, pointer + "/" + index);
            index++;
        }
    }

    private static void value(Page page, Node node, String pointer) {
        if (node instanceof Leaf leaf) {
            page.mark(pointer).write(scalar(leaf));
        } else if (node instanceof Nested nested) {
            Printed printed = nested.printed();
            page.mark(pointer, printed).write(quoted(printed.text()));
        } else if (node instanceof Sequence sequence) {
            page.write("[");
            for (int index = 0; index < sequence.items().size(); index++) {
                page.write(index == 0 ? "" : ", ");
                value(page, sequence.items().get(index), pointer + "/" + index);
            }
            page.write("]");
        } else {
            throw new IllegalStateException("a table among values at " + pointer);
        }
    }

    private static String scalar(Leaf leaf) {
        if (leaf.value() instanceof Absent) {
            throw new IllegalStateException("TOML has no null");
        }
        return leaf.bare() ? leaf.value().text() : quoted(leaf.value().text());
    }

    private static String key(String key) {
        return key.matches("[A-Za-z0-9_-]+") ? key : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default ->
                    out.append(
                            c < 0x20 || c == 0x7F ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
