package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Variable;
import java.util.List;
import java.util.Locale;

/**
 * HOCON as the agent's reader takes it (clearml/clearml-agent:clearml_agent/external/pyhocon/config_parser.py): every text in
 * double quotes, because bare text is cut at {@code #}, and read as a duration, a number or a flag where it looks like one; only
 * the escapes that this reader knows, everything else as it is. A {@link Variable} is the optional substitution of that name.
 */
public final class HoconPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        entries(page, (Mapping) content, "", 0);
        return page.printed();
    }

    private static void entries(Page page, Mapping mapping, String pointer, int indent) {
        mapping.entries().forEach((key, node) -> {
            boolean block = node instanceof Mapping inner && !inner.entries().isEmpty();
            page.write(" ".repeat(indent) + key(key) + (block ? " " : ": "));
            node(page, node, Mapping.below(pointer, key), indent);
            page.write("\n");
        });
    }

    private static void node(Page page, Node node, String pointer, int indent) {
        if (node instanceof Mapping mapping) {
            page.write(mapping.entries().isEmpty() ? "{" : "{\n");
            entries(page, mapping, pointer, indent + 2);
            page.write(mapping.entries().isEmpty() ? "}" : " ".repeat(indent) + "}");
        } else if (node instanceof Sequence sequence) {
            items(page, sequence.items(), pointer, indent);
        } else if (node instanceof Nested nested) {
            Printed printed = nested.printed();
            page.mark(pointer, printed).write(quoted(printed.text()));
        } else {
            page.mark(pointer).write(scalar((Leaf) node));
        }
    }

    /** Values on one line; blocks on lines of their own. */
    private static void items(Page page, List<Node> items, String pointer, int indent) {
        boolean flat = items.stream().allMatch(item -> item instanceof Leaf || item instanceof Nested);
        page.write("[");
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index) instanceof Leaf leaf && leaf.value().text().isEmpty()) {
                throw new IllegalStateException("the agent drops an empty text from a list: " + pointer + "/" + index);
            }
            page.write(flat ? (index == 0 ? "" : ", ") : "\n" + " ".repeat(indent + 2));
            node(page, items.get(index), pointer + "/" + index, indent + 2);
        }
        page.write(flat ? "]" : "\n" + " ".repeat(indent) + "]");
    }

    private static String scalar(Leaf leaf) {
        if (leaf.value() instanceof Variable) {
            return "${?" + leaf.value().text() + "}";
        }
        return leaf.bare() || leaf.value() instanceof Absent
                ? leaf.value().text()
                : quoted(leaf.value().text());
    }

    /** The reader takes no escape in a key, and a quote in it ends it. */
    private static String key(String key) {
        if (key.matches("[A-Za-z_][A-Za-z0-9_-]*")
                && !key.toLowerCase(Locale.ROOT).equals("include")) {
            return key;
        }
        if (key.isEmpty() || key.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalStateException("`" + key + "` cannot be a key");
        }
        return '"' + key + '"';
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
