package dev.airgapc.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a value of JSON to its text (RFC 8259). */
final class JsonPrinting {
    private JsonPrinting() {}

    /** @param line a line break and the indentation of the line that the value begins on */
    static void print(Json value, String line, StringBuilder out) {
        if (value instanceof Json.Text text) {
            string(text.value(), out);
        } else if (value instanceof Json.Whole whole) {
            out.append(whole.value());
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else if (value instanceof Json.Items items) {
            items(items.values(), line, out);
        } else {
            members(((Json.Members) value).values(), line, out);
        }
    }

    private static void items(List<Json> values, String line, StringBuilder out) {
        String before = "[";
        for (Json value : values) {
            out.append(before).append(line).append("  ");
            print(value, line + "  ", out);
            before = ",";
        }
        out.append(values.isEmpty() ? "[]" : line + "]");
    }

    private static void members(Map<String, Json> values, String line, StringBuilder out) {
        String before = "{";
        for (Map.Entry<String, Json> member : values.entrySet()) {
            out.append(before).append(line).append("  ");
            string(member.getKey(), out);
            out.append(": ");
            print(member.getValue(), line + "  ", out);
            before = ",";
        }
        out.append(values.isEmpty() ? "{}" : line + "}");
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(character -> {
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default ->
                    out.append(
                            character < ' '
                                    ? String.format(Locale.ROOT, "\\u%04x", character)
                                    : String.valueOf((char) character));
            }
        });
        out.append('"');
    }
}
