package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Directives {@code word "left" -> right}: the left is a key of the outside world and stands once, the right is a value. */
public final class Arrows<K, T> extends Keyed<K, T> {
    private final Key left;
    /** What may stand on the left. */
    public interface Key {
        /** The key in the form that is kept, or why it is none. */
        Parsed<String> parse(String text);
    }

    Arrows(String name, Key left, Type<T> type, String words) {
        super(name, type, words);
        this.left = left;
    }

    @Override
    public String example() {
        return name() + " \"…\" -> …";
    }

    @Override
    public String takes() {
        return "a key, an arrow and " + type().words();
    }

    @Override
    boolean fits(Entry entry) {
        return entry instanceof Entry.Statement statement
                && statement.arrow().isPresent()
                && statement.labels().size() == 1
                && Labels.key(statement.labels().get(0)).isPresent();
    }

    /** A key in the form that is kept; as it is, if it is none. */
    String key(String text) {
        return left.parse(text).value().orElse(text);
    }

    @Override
    boolean repeats() {
        return true;
    }

    @Override
    Optional<Map<String, Fact<T>>> own(List<Entry> entries, Reading reading) {
        Map<String, Fact<T>> found = new LinkedHashMap<>();
        Map<String, Span> seen = new HashMap<>();
        for (Entry entry : entries) {
            Entry.Statement statement = (Entry.Statement) entry;
            String text = Labels.key(statement.labels().get(0)).orElseThrow();
            Parsed<String> parsed = left.parse(text);
            if (parsed.value().isEmpty()) {
                reading.report()
                        .add(Diagnostic.of(
                                LanguageCodes.WRONG_TYPE,
                                statement.labels().get(0).span(),
                                "`" + text + "` " + parsed.problem()));
                continue;
            }
            String key = parsed.value().get();
            Span at = statement.labels().get(0).span();
            Span first = seen.putIfAbsent(key, at);
            if (first != null) {
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.DECLARED_TWICE,
                                        at,
                                        "`" + name() + " \"" + key + "\"` stands twice in "
                                                + reading.block().words())
                                .related(first, "here first")
                                .help(
                                        first.source() == at.source()
                                                ? "remove one of them"
                                                : "write `amend " + name() + " \"" + key + "\" -> …`: it changes what `"
                                                        + first.source().name() + "` states"));
                continue;
            }
            type().read(statement.arrow().orElseThrow(), reading.within(key)).ifPresent(fact -> found.put(key, fact));
        }
        return found.size() == entries.size() ? Optional.of(Collections.unmodifiableMap(found)) : Optional.empty();
    }

    @Override
    Json json(List<Entry> entries) {
        Json.Members arrows = Json.members();
        for (Entry entry : entries) {
            Entry.Statement statement = (Entry.Statement) entry;
            String key = Labels.key(statement.labels().get(0))
                    .flatMap(text -> left.parse(text).value())
                    .orElseThrow();
            arrows = arrows.with(key, JsonForm.value(statement.arrow().orElseThrow()));
        }
        return arrows;
    }

    @Override
    Json.Members shape() {
        return Schemas.map(type().schema());
    }

    @Override
    List<Fact<String>> show(Map<String, Fact<T>> answer) {
        return answer.entrySet().stream()
                .map(pair ->
                        pair.getValue().map(value -> "\"" + pair.getKey() + "\" -> \"" + type().text(value) + "\""))
                .toList();
    }
}
