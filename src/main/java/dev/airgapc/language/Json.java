package dev.airgapc.language;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of JSON: what a page says, or what a schema says of pages. Keys keep their order. */
public sealed interface Json {
    /** A string. */
    record Text(String value) implements Json {}

    /** A whole number, of any size. */
    record Whole(BigInteger value) implements Json {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object. */
    record Members(Map<String, Json> values) implements Json {
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** This, with one more member behind the others, or another value for one of them. */
        public Members with(String key, Json value) {
            Map<String, Json> more = new LinkedHashMap<>(values);
            more.put(key, value);
            return new Members(more);
        }

        /** The same for a string. */
        public Members with(String key, String value) {
            return with(key, new Text(value));
        }

        /** The same for a number. */
        public Members with(String key, long value) {
            return with(key, new Whole(BigInteger.valueOf(value)));
        }

        /** The same for a flag. */
        public Members with(String key, boolean value) {
            return with(key, new Flag(value));
        }

        /** This, with the members of another object behind its own. */
        public Members with(Members others) {
            Map<String, Json> more = new LinkedHashMap<>(values);
            more.putAll(others.values);
            return new Members(more);
        }
    }

    /** The object without members. */
    static Members members() {
        return new Members(Map.of());
    }

    /** An array of strings. */
    static Items texts(List<String> values) {
        return new Items(values.stream().<Json>map(Text::new).toList());
    }

    /** The one text that this value has in files: two spaces a level, one member or item a line, a line break at the end. */
    default String print() {
        StringBuilder out = new StringBuilder();
        JsonPrinting.print(this, "\n", "  ", out);
        return out.append('\n').toString();
    }

    /** The same value on one line, without a line break. */
    default String line() {
        StringBuilder out = new StringBuilder();
        JsonPrinting.print(this, "", "", out);
        return out.toString();
    }
}
