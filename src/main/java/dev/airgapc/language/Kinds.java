package dev.airgapc.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vocabulary: the kinds of a page's own blocks, each referring only to kinds before it, and the names of those that are
 * decided on and not built.
 */
public final class Kinds {
    private final Map<String, Kind<?>> byName = new LinkedHashMap<>();
    private final List<String> later;

    public Kinds(List<Kind<?>> kinds, List<String> later) {
        kinds.forEach(kind -> {
            kind.byName();
            byName.put(kind.name(), kind);
        });
        this.later = List.copyOf(later);
    }

    public Optional<Kind<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order in which they refer to each other. */
    public List<Kind<?>> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Names that are known and have no effect yet. */
    public List<String> later() {
        return later;
    }
}
