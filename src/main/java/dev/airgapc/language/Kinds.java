package dev.airgapc.language;

import dev.airgapc.diagnostic.Similar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A vocabulary: the kinds of a page's own blocks, each referring only to kinds before it, and the names of those that are
 * decided on and not built.
 */
public final class Kinds {
    private final Map<String, Kind<?>> byName = new LinkedHashMap<>();
    private final List<String> later;
    private final Map<String, String> advice = new LinkedHashMap<>();

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

    /** The kind that was probably meant: by what others call it, by its letters, by the last of its parts. */
    Optional<Kind<?>> meant(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<Kind<?>> alias = all().stream()
                .filter(kind -> kind.hasAlias(lower))
                .findFirst()
                .or(() -> Similar.to(word, names()).flatMap(this::find));
        return alias.or(() ->
                all().stream().filter(kind -> kind.name().endsWith("-" + lower)).findFirst());
    }

    /** This, with a word that is no attribute of any kind, and what to write in its place. */
    public Kinds advise(String word, String help) {
        advice.put(word, help);
        return this;
    }

    /** What to write in place of a word that is no attribute of any kind. */
    Optional<String> advice(String word) {
        return Optional.ofNullable(advice.get(word));
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
