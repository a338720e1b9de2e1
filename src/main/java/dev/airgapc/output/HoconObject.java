package dev.airgapc.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object while it is read: an object that is written twice is one, anything else is refused the second time. */
final class HoconObject {
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, HoconObject> objects = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** The object below a key; the line where something else stands, if it does. */
    Optional<HoconObject> open(String key, int line) {
        if (values.containsKey(key)) {
            return Optional.empty();
        }
        lines.putIfAbsent(key, line);
        return Optional.of(objects.computeIfAbsent(key, ignored -> new HoconObject()));
    }

    /** Sets a value, if nothing stands there. */
    boolean put(String key, Node value, int line) {
        if (lines.putIfAbsent(key, line) != null) {
            return false;
        }
        values.put(key, value);
        return true;
    }

    /** The line on which a key first stood. */
    int line(String key) {
        return lines.getOrDefault(key, 0);
    }

    Mapping mapping() {
        Map<String, Node> entries = new LinkedHashMap<>();
        lines.keySet().forEach(key -> {
            HoconObject object = objects.get(key);
            Node value = object == null ? values.get(key) : object.mapping();
            if (value != null) {
                entries.put(key, value);
            }
        });
        return new Mapping(entries);
    }
}
