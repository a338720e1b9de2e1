package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Fact;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A map, {@code word { KEY = value }}: keys of the outside world as they are written, each once. A layer opens it with {@code amend}. */
public final class Pairs<K, T> extends Keyed<K, T> {
    Pairs(String name, Type<T> type, String words) {
        super(name, type, words);
    }

    @Override
    public String example() {
        return name() + " { KEY = … }";
    }

    @Override
    public String takes() {
        return "keys, each with " + type().words();
    }

    @Override
    boolean fits(Entry entry) {
        return entry instanceof Entry.Statement statement
                && statement.labels().isEmpty()
                && statement.arrow().isEmpty()
                && statement.body().isPresent();
    }

    @Override
    boolean repeats() {
        return false;
    }

    /** What an entry says, those behind it change. */
    @Override
    Optional<Map<String, Fact<T>>> own(List<Entry> entries, Reading reading) {
        Map<String, Fact<T>> found = new LinkedHashMap<>();
        boolean whole = true;
        for (Entry entry : entries) {
            Set<String> here = new HashSet<>();
            for (Entry pair : ((Entry.Statement) entry).body().orElseThrow().entries()) {
                whole &= read(pair, here, found, reading);
            }
        }
        return whole ? Optional.of(Collections.unmodifiableMap(found)) : Optional.empty();
    }

    private boolean read(Entry pair, Set<String> here, Map<String, Fact<T>> found, Reading reading) {
        String key = pair.keyword().text();
        if (pair instanceof Entry.Statement statement
                && key.equals(Amendments.REMOVE)
                && statement.labels().size() == 1) {
            Optional<String> gone = Labels.key(statement.labels().get(0));
            boolean there = gone.isPresent() && found.remove(gone.get()) != null;
            if (!there && !reading.block().isAssumed()) {
                reading.report().add(noSuchKey(statement.labels().get(0), found.keySet(), reading));
            }
            return there || reading.block().isAssumed();
        }
        if (!(pair instanceof Entry.Assignment assignment)
                || !assignment.operator().text().equals("=")) {
            boolean legible = !(pair instanceof Entry.Statement statement) || statement.whole();
            return legible
                    && refuse(
                            LanguageCodes.WRONG_FORM,
                            pair.span(),
                            "`" + name() + "` holds keys and values",
                            "write `KEY = \"value\"`",
                            reading);
        }
        if (!here.add(key)) {
            return refuse(
                    LanguageCodes.DECLARED_TWICE,
                    pair.span(),
                    "`" + key + "` stands twice in `" + name() + "`",
                    "remove one of them",
                    reading);
        }
        Optional<Fact<T>> value = type().read(assignment.value(), reading.within(key));
        boolean named = value.filter(fact -> Credential.named(key, type().text(fact.value())))
                .isPresent();
        if (named && assignment.value() instanceof Value.Text) {
            reading.typedSecret(assignment.value(), "what its key calls a secret, `" + key + "`");
            return false;
        }
        value.ifPresent(fact -> found.put(key, fact));
        return value.isPresent();
    }

    private Diagnostic noSuchKey(Value label, Set<String> keys, Reading reading) {
        String key = Labels.key(label).orElse(label.span().text());
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.NOTHING_TO_AMEND,
                label.span(),
                "`" + name() + "` of " + reading.block().words() + " has no `" + key + "` to remove");
        Optional<Block<?>> outer = reading.outer(this);
        boolean inherited = outer.flatMap(block -> Block.ask(block, this))
                .filter(around -> around.containsKey(key))
                .isPresent();
        Optional<String> near = Similar.to(key, keys);
        if (inherited) {
            return diagnostic.help("it is set in " + outer.orElseThrow().words()
                    + " for all within it: write another value for it here, or remove it there");
        }
        return near.isPresent()
                ? diagnostic
                        .help("did you mean `" + near.get() + "`?")
                        .fix(Fix.guess("write `" + near.get() + "`", label.span(), near.get()))
                : diagnostic.help("remove this line");
    }

    private static boolean refuse(
            dev.airgapc.diagnostic.Code code, Span at, String message, String help, Reading reading) {
        reading.report().add(Diagnostic.of(code, at, message).help(help));
        return false;
    }

    @Override
    Json json(List<Entry> entries) {
        Map<String, Json> pairs = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (Entry pair : ((Entry.Statement) entry).body().orElseThrow().entries()) {
                if (pair instanceof Entry.Assignment) {
                    pairs.put(pair.keyword().text(), JsonForm.value(pair));
                } else {
                    Labels.key(((Entry.Statement) pair).labels().get(0)).ifPresent(pairs::remove);
                }
            }
        }
        return new Json.Members(pairs);
    }

    @Override
    Json.Members shape() {
        return Schemas.named(type().schema());
    }

    @Override
    List<Fact<String>> show(Map<String, Fact<T>> answer) {
        return answer.entrySet().stream()
                .map(pair -> pair.getValue().map(value -> pair.getKey() + " = \"" + type().text(value) + "\""))
                .toList();
    }
}
