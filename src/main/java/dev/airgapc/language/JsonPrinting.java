package dev.airgapc.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a value of JSON to its text (RFC 8259). */
final class JsonPrinting {
    private JsonPrinting() {}

    /**
     * @param line a line break and the indentation of the line that the value begins on, or nothing
     * @param step what one more level is indented by
     */
    static void print(Json value, String line, String step, StringBuilder out) {
        if (value instanceof Json.Text text) {
            string(text.value(), out);
        } else if (value instanceof Json.Whole whole) {
            out.append(whole.value());
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else if (value instanceof Json.Items items) {
            items(items.values(), line, step, out);
        } else {
            members(((Json.Members) value).values(), line, step, out);
        }
    }

    private static void items(List<Json> values, String line, String step, StringBuilder out) {
        String before = "[";
        for (Json value : values) {
            out.append(before).append(line).append(step);
            print(value, line + step, step, out);
            before = ",";
        }
        out.append(values.isEmpty() ? "[]" : line + "]");
    }

    private static void members(Map<String, Json> values, String line, String step, StringBuilder out) {
        String before = "{";
        for (Map.Entry<String, Json> member : values.entrySet()) {
            out.append(before).append(line).append(step);
            string(member.getKey(), out);
            out.append(step.isEmpty() ? ":" : ": ");
            print(member.getValue(), line + step, step, out);
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
                            isHidden(character)
                                    ? String.format(Locale.ROOT, "\\u%04x", character)
                                    : String.valueOf((char) character));
            }
        });
        out.append('"');
    }

    /** What a terminal or a reader of lines would act upon, beyond what JSON asks for. */
    private static boolean isHidden(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }
}
