package dev.airgapc.testing;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Attribute;
import dev.airgapc.language.Keyed;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What pages in order write for each word of the vocabulary: its values, keys and names, as they stand there. So a page that is
 * made of them is mostly in order too, and gets as far as rules and files.
 */
final class Phrases {
    private static final Path MANUAL = Path.of("src/main/resources/manual");

    private final Map<String, List<String>> entries = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final List<List<String>> pages = new ArrayList<>();

    Phrases() {
        Stream.concat(
                        Stream.concat(Corpus.pages(MANUAL).stream(), Corpus.pages(Corpus.EXAMPLES).stream()),
                        Corpus.pages(Corpus.RESOURCES.resolve("rule")).stream()
                                .filter(page -> Corpus.name(page).startsWith("good")))
                .forEach(this::read);
    }

    private void read(Path page) {
        List<Entry> read = Syntax.parse(Corpus.name(page), Corpus.bytes(page), new Report())
                .entries();
        read.forEach(entry -> kind(entry).ifPresent(kind -> block(kind, entry)));
        if (page.startsWith(MANUAL)) {
            pages.add(read.stream().map(entry -> entry.span().text()).toList());
        }
    }

    private static Optional<Kind<?>> kind(Entry entry) {
        return Vocabulary.ALL.find(entry.keyword().text());
    }

    private void block(Kind<?> kind, Entry entry) {
        if (!(entry instanceof Entry.Statement statement) || statement.body().isEmpty()) {
            return;
        }
        statement.labels().forEach(label -> add(names, kind.name(), label.span().text()));
        for (Entry inner : statement.body().get().entries()) {
            Attribute<?, ?> attribute = kind.byName().get(inner.keyword().text());
            Optional<Kind<?>> block = kind.inner().stream()
                    .filter(one -> one.name().equals(inner.keyword().text()))
                    .findFirst();
            if (block.isPresent()) {
                block(block.get(), inner);
            } else if (attribute != null) {
                add(entries, key(kind, attribute), inner.span().text());
                value(attribute, inner)
                        .ifPresent(value -> values.add(value.span().text()));
            }
        }
    }

    private static Optional<Value> value(Attribute<?, ?> attribute, Entry entry) {
        return !(attribute instanceof Keyed<?, ?>) && entry instanceof Entry.Assignment assignment
                ? Optional.of(assignment.value())
                : Optional.empty();
    }

    private static String key(Kind<?> kind, Attribute<?, ?> attribute) {
        return kind.name() + "." + attribute.name();
    }

    private static void add(Map<String, List<String>> map, String key, String text) {
        List<String> known = map.computeIfAbsent(key, first -> new ArrayList<>());
        if (!known.contains(text)) {
            known.add(text);
        }
    }

    /** Whole entries that say a word. */
    List<String> entries(Kind<?> kind, Attribute<?, ?> attribute) {
        return entries.getOrDefault(key(kind, attribute), List.of());
    }

    /** The names of blocks of a kind, quoted where they were. */
    List<String> names(Kind<?> kind) {
        return names.getOrDefault(kind.name(), List.of("main"));
    }

    /** Values of any word. */
    List<String> values() {
        return values;
    }

    /** The blocks of each page of the manual, which is in order by itself. */
    List<List<String>> pages() {
        return pages;
    }
}
