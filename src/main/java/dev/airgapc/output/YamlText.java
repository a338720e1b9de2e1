package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import java.util.Locale;
import java.util.stream.Collectors;

/** How keys and values stand in YAML, so that every reader takes them for the same thing. */
final class YamlText {
    private YamlText() {}

    /** @param indent of the lines, if the value has several */
    static String value(Leaf leaf, int indent) {
        String text = leaf.value().text();
        if (leaf.bare() || leaf.value() instanceof Absent) {
            return text;
        }
        return fitsBlock(text) ? opener(text) + "\n" + indented(text, indent) : quoted(text);
    }

    static String key(String key) {
        boolean plain = key.matches("[A-Za-z_][A-Za-z0-9_./-]*") && YamlScalars.text(key);
        return plain ? key : quoted(key);
    }

    /**
     * Whether the lines can stand as they are. Readers differ on, or eyes cannot see, blanks at the end of a line and at the start
     * of the first one, tabs, and more than one newline at the end.
     */
    static boolean fitsBlock(String text) {
        return text.indexOf('\n') > 0
                && !text.startsWith(" ")
                && !text.contains(" \n")
                && !text.endsWith(" ")
                && !text.endsWith("\n\n")
                && text.chars().allMatch(c -> c == '\n' || printable((char) c));
    }

    /** What announces a block: with a final newline or without one. */
    static String opener(String text) {
        return text.endsWith("\n") ? "|" : "|-";
    }

    /** The lines of a block, without the newline at its end; an empty line stays empty. */
    static String indented(String text, int indent) {
        return text.lines()
                .map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line)
                .collect(Collectors.joining("\n"));
    }

    /** The escapes that YAML 1.1 and 1.2 share (yaml.org/spec/1.2.2, 5.7). */
    static String quoted(String text) {
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
