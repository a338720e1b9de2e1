package dev.airgapc.output;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sections of keys as pip reads them, with Python's RawConfigParser: no interpolation, no quotes, no escapes, so a value that
 * would need one is refused. A list of several stands on lines of its own, which pip splits at white space
 * (pypa/pip:docs/html/topics/configuration.md).
 */
public final class IniPrinter implements Printer {
    private static final Pattern SECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** The parser turns keys into lower case. */
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    /** After white space or at the start these begin a comment, to this parser or to the next one. */
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)[;#]");

    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        boolean first = true;
        for (Map.Entry<String, Node> section : ((Mapping) content).entries().entrySet()) {
            page.write((first ? "" : "\n") + "[" + name(section.getKey(), SECTION) + "]\n");
            first = false;
            String pointer = Mapping.below("", section.getKey());
            ((Mapping) section.getValue())
                    .entries()
                    .forEach((key, node) -> entry(page, name(key, KEY), node, Mapping.below(pointer, key)));
        }
        return page.printed();
    }

    private static void entry(Page page, String key, Node node, String pointer) {
        page.write(key + " =");
        if (node instanceof Leaf leaf) {
            String value = value(leaf);
            page.mark(pointer).write((value.isEmpty() ? "" : " ") + value + "\n");
        } else if (node instanceof Sequence sequence) {
            items(page, sequence.items(), pointer);
        } else {
            throw new IllegalStateException("a section within a section at " + pointer);
        }
    }

    private static void items(Page page, List<Node> items, String pointer) {
        page.write(items.size() == 1 ? " " : "\n");
        for (int index = 0; index < items.size(); index++) {
            String item = value((Leaf) items.get(index));
            if (item.isEmpty() || item.contains(" ")) {
                throw new IllegalStateException("`" + item + "` would be no item, or several");
            }
            page.write(items.size() == 1 ? "" : "    ")
                    .mark(pointer + "/" + index)
                    .write(item + "\n");
        }
    }

    private static String value(Leaf leaf) {
        String value = leaf.value().text();
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
                || !value.equals(value.strip())
                || COMMENT.matcher(value).find()) {
            throw new IllegalStateException("`" + value + "` would be read as something else");
        }
        return value;
    }

    private static String name(String name, Pattern legal) {
        if (!legal.matcher(name).matches()) {
            throw new IllegalStateException("`" + name + "` is no name in this format");
        }
        return name;
    }
}
