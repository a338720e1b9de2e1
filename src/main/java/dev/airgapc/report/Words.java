package dev.airgapc.report;

import dev.airgapc.language.Attribute;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Vocabulary;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the language by their paths: {@code registry}, {@code clearml-agent.queue.gpus}. A word that several kinds of
 * blocks share has several paths, and its home is the first one in the order of the vocabulary.
 */
final class Words {
    private final Map<String, Kind<?>> kinds = new LinkedHashMap<>();
    private final Map<String, Attribute<?, ?>> attributes = new LinkedHashMap<>();
    private final IdentityHashMap<Object, String> homes = new IdentityHashMap<>();

    Words() {
        Vocabulary.ALL.all().forEach(kind -> add(kind.name(), kind));
    }

    private void add(String path, Kind<?> kind) {
        kinds.put(path, kind);
        homes.putIfAbsent(kind, path);
        kind.byName().values().forEach(attribute -> {
            attributes.put(path + "." + attribute.name(), attribute);
            homes.putIfAbsent(attribute, path + "." + attribute.name());
            inner(kind, attribute.name()).ifPresent(found -> add(path + "." + found.name(), found));
        });
    }

    /** The kind of blocks that a word within a kind begins, if it begins one. */
    static Optional<Kind<?>> inner(Kind<?> kind, String word) {
        return kind.inner().stream().filter(inner -> inner.name().equals(word)).findFirst();
    }

    /** Kinds by path, those within others too. */
    Map<String, Kind<?>> kinds() {
        return kinds;
    }

    /** Attributes by path; a kind within another is there too, as the word that begins its blocks. */
    Map<String, Attribute<?, ?>> attributes() {
        return attributes;
    }

    /** The first path of a kind or of an attribute. */
    String home(Object word) {
        return Optional.ofNullable(homes.get(word)).orElseThrow();
    }

    /** The attributes of a kind that it shares with a kind within it, which takes over each that it does not say. */
    static List<Attribute<?, ?>> shared(Kind<?> kind) {
        return kind.byName().values().stream()
                .<Attribute<?, ?>>map(attribute -> attribute)
                .filter(attribute ->
                        kind.inner().stream().anyMatch(inner -> inner.byName().containsValue(attribute)))
                .toList();
    }

    /** The home of the attribute that has, or holds, what stands at an address of a site; nothing for a block as a whole. */
    Optional<String> at(List<String> address) {
        Optional<Kind<?>> kind = Vocabulary.ALL.find(address.get(0));
        int step = 1;
        while (kind.isPresent()) {
            step += kind.get().naming() == Kind.Naming.SINGLE ? 0 : 1;
            if (step >= address.size()) {
                return Optional.empty();
            }
            Optional<Attribute<?, ?>> attribute =
                    Optional.ofNullable(kind.get().byName().get(address.get(step)));
            kind = inner(kind.get(), address.get(step));
            if (kind.isEmpty()) {
                return attribute.map(this::home);
            }
            step++;
        }
        return Optional.empty();
    }
}
