package dev.airgapc.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found: by its JSON pointer each value that holds no other, as the reader's own word for its type and the value. Two
 * readings are equal only if types are.
 */
public record TypedValues(Map<String, String> values) {
    /** What a reader calls the types of values, in the order text, whole number, fraction, flag, nothing, mapping, list. */
    public record Words(
            String text, String whole, String fraction, String flag, String none, String mapping, String list) {
        public static final Words OURS = new Words("text", "whole", "fraction", "flag", "nothing", "mapping", "list");
    }

    /** Java's own collections, in the words of a reader. */
    public static TypedValues of(@Nullable Object value, Words words) {
        TypedValues found = new TypedValues(new TreeMap<>());
        found.walk("", value, words);
        return found;
    }

    /** What a program says: pointer, type and value of each, as JSON. */
    public static TypedValues of(Iterable<JsonNode> triples, Words words) {
        TypedValues found = new TypedValues(new TreeMap<>());
        for (JsonNode triple : triples) {
            String type = triple.get(1).asText();
            found.put(triple.get(0).asText(), type, triple.get(2).asText(), words);
        }
        return found;
    }

    /** Where another reading is different from this one, each place in a line. */
    public List<String> differences(TypedValues other) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(other.values);
        List<String> differences = new ArrayList<>();
        for (String pointer : all.keySet()) {
            String written = values.getOrDefault(pointer, "nothing at all");
            String found = other.values.getOrDefault(pointer, "nothing at all");
            if (!written.equals(found)) {
                differences.add(pointer + ": " + written + " was written, " + found + " is found");
            }
        }
        return differences;
    }

    private void walk(String pointer, @Nullable Object value, Words words) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, item) -> walk(below(pointer, key), item, words));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (int index = 0; index < list.size(); index++) {
                walk(pointer + "/" + index, list.get(index), words);
            }
        } else {
            put(pointer, type(value, words), String.valueOf(value), words);
        }
    }

    /** A key that is no text says what it is. */
    private static String below(String pointer, @Nullable Object key) {
        String step = key instanceof String text ? text : "(" + (key == null ? "null" : key.getClass()) + ")" + key;
        return pointer + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    private static String type(@Nullable Object value, Words words) {
        if (value == null) {
            return words.none;
        } else if (value instanceof String) {
            return words.text;
        } else if (value instanceof Integer || value instanceof Long) {
            return words.whole;
        } else if (value instanceof Double) {
            return words.fraction;
        } else if (value instanceof Boolean) {
            return words.flag;
        } else if (value instanceof Map) {
            return words.mapping;
        }
        return value instanceof List ? words.list : value.getClass().getName();
    }

    /** Programs print one number in several ways, a flag in two, and what is empty as they like. */
    private void put(String pointer, String type, String value, Words words) {
        String shown;
        if (type.equals(words.whole) || type.equals(words.fraction)) {
            shown = value.matches("[-+0-9.eE]+")
                    ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                    : value;
        } else if (type.equals(words.text)) {
            shown = "\"" + value + "\"";
        } else {
            shown = type.equals(words.flag) ? value.toLowerCase(Locale.ROOT) : "";
        }
        values.put(pointer, (type + " " + shown).strip());
    }
}
