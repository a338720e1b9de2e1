package dev.airgapc.testing;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.output.Header;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Nested;
import dev.airgapc.output.Node;
import dev.airgapc.output.Passage;
import dev.airgapc.output.Sequence;
import dev.airgapc.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees for tests of formats, and what a reader should make of them. */
public final class Trees {
    private static final Source NOWHERE = new Source("site.ag", "");

    private Trees() {}

    public static Leaf leaf(String text) {
        return leaf(new Text(text));
    }

    public static Leaf leaf(Scalar scalar) {
        return Leaf.of(new Fact<>(scalar, new Origin.Written(Address.of("a"), NOWHERE.span(0, 0), List.of())));
    }

    public static Sequence list(Node... items) {
        return Sequence.of(List.of(items));
    }

    /** Keys and values in turns; a value that is no node is text. */
    public static Mapping map(Object... keysAndValues) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            Object value = keysAndValues[at + 1];
            entries.put((String) keysAndValues[at], value instanceof Node node ? node : leaf((String) value));
        }
        return new Mapping(entries);
    }

    /** A text block of a page; its first line is the third one of the page. */
    public static Passage passage(String text) {
        String page = "airgap 1\nvalues = \"\"\"\n" + text + (text.endsWith("\n") ? "" : "\n") + "\"\"\"\n";
        Source source = new Source("site.ag", page);
        Origin origin = new Origin.Written(
                Address.of("a", "values"), source.span(page.indexOf("\"\"\""), page.length() - 1), List.of());
        return new Passage(new Fact<>(text, origin));
    }

    /** A tree as Java's own collections, with the numbers that a reader of JSON makes. */
    public static @Nullable Object plain(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> map.put(key, plain(value)));
            return map;
        }
        if (node instanceof Sequence sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        return node instanceof Nested nested
                ? nested.printer().print(nested.content(), Header.NONE).text()
                : plain(((Leaf) node).value());
    }

    private static @Nullable Object plain(Scalar scalar) {
        if (scalar instanceof Count count) {
            boolean small = count.value() == (int) count.value();
            return small ? (Object) (int) count.value() : (Object) count.value();
        }
        if (scalar instanceof Absent) {
            return null;
        }
        if (scalar instanceof Flag flag) {
            return flag.value();
        }
        return scalar instanceof Decimal ? (Object) Double.valueOf(scalar.text()) : scalar.text();
    }
}
