package dev.airgapc.output;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes by key, in the order in which they are printed. */
public record Mapping(Map<String, Node> entries) implements Node {
    public static final Mapping EMPTY = new Mapping(Map.of());

    public Mapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** This, with one more entry at its end. */
    public Mapping with(String key, Node node) {
        Map<String, Node> longer = new LinkedHashMap<>(entries);
        longer.put(key, node);
        return new Mapping(longer);
    }

    /** The named entries of this, in their order here. */
    public Mapping only(String... keys) {
        Map<String, Node> kept = new LinkedHashMap<>(entries);
        kept.keySet().retainAll(List.of(keys));
        return new Mapping(kept);
    }

    /** This without an entry. */
    public Mapping without(String key) {
        Map<String, Node> kept = new LinkedHashMap<>(entries);
        kept.remove(key);
        return new Mapping(kept);
    }

    @Override
    public void visit(String pointer, Visitor visitor) {
        entries.forEach((key, node) -> node.visit(below(pointer, key), visitor));
    }

    /** The keys and places that a JSON pointer goes through. */
    public static List<String> steps(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** The JSON pointer of an entry (RFC 6901, 3). */
    static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
