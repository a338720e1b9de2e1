package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An attribute that takes a list; the order stays, nothing stands in it twice. */
public final class Many<K, T> extends Assigned<K, T, List<Fact<T>>> {
    Many(String name, Type<T> type, Default<List<Fact<T>>> fallback, String words) {
        super(name, type, fallback, words);
    }

    @Override
    public String example() {
        return name() + " = […]";
    }

    @Override
    public String takes() {
        return "a list, each " + type().words();
    }

    @Override
    boolean interpolates() {
        return false;
    }

    @Override
    boolean changesBy(String operator) {
        return true;
    }

    /**
     * One item on the way through the layers.
     *
     * @param key by which it is found again: its value, or the file that it names
     * @param written what it is read from at the end; nothing for one that a default found
     */
    private record Item<T>(Object key, Optional<Value> written, Optional<Fact<T>> fact) {}

    /** A list, and what layers add to it and take from it, in their order; on a default they change what it finds. */
    @Override
    Optional<List<Fact<T>>> read(List<Entry> entries, Reading reading) {
        List<Item<T>> items = new ArrayList<>();
        Entry.Assignment first = (Entry.Assignment) entries.get(0);
        if (!first.operator().text().equals("=")) {
            Optional<List<Fact<T>>> found = reading.block().isAssumed() ? Optional.empty() : assume(reading);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.get().forEach(fact -> items.add(new Item<>(fact.value(), Optional.empty(), Optional.of(fact))));
        }
        boolean whole = true;
        for (Entry entry : entries) {
            Entry.Assignment assignment = (Entry.Assignment) entry;
            Optional<List<Item<T>>> more = items(assignment.value(), reading);
            whole &= more.isPresent();
            if (assignment.operator().text().equals("-=")) {
                whole &= more.isEmpty() || take(items, more.get(), reading);
            } else {
                more.ifPresent(added -> add(items, added));
            }
        }
        List<Fact<T>> facts = new ArrayList<>();
        for (Item<T> item : items) {
            item.fact()
                    .or(() -> type().read(item.written().orElseThrow(), reading))
                    .ifPresent(facts::add);
        }
        return whole && facts.size() == items.size() && distinct(items, facts, reading)
                ? Optional.of(List.copyOf(facts))
                : Optional.empty();
    }

    /** What a default found already is no second time there. */
    private static <T> void add(List<Item<T>> items, List<Item<T>> added) {
        items.removeIf(item -> item.written().isEmpty()
                && added.stream().anyMatch(other -> other.key().equals(item.key())));
        items.addAll(added);
    }

    private Optional<List<Item<T>>> items(Value value, Reading reading) {
        if (!(value instanceof Value.Items list)) {
            return reading.noList(value);
        }
        List<Item<T>> items = new ArrayList<>();
        list.values().forEach(item -> item(item, reading).ifPresent(items::add));
        return items.size() == list.values().size() ? Optional.of(items) : Optional.empty();
    }

    /** A file is read once it is known that it stays. */
    private Optional<Item<T>> item(Value value, Reading reading) {
        if (!type().namesFile()) {
            return type().read(value, reading)
                    .map(fact -> new Item<>(fact.value(), Optional.of(value), Optional.of(fact)));
        }
        return reading.text(value, type().words())
                .map(path -> new Item<>(
                        reading.evaluation().files().resolve(value.span().source(), path.value()),
                        Optional.of(value),
                        Optional.empty()));
    }

    private boolean take(List<Item<T>> items, List<Item<T>> taken, Reading reading) {
        boolean all = true;
        for (Item<T> item : taken) {
            if (!items.removeIf(there -> there.key().equals(item.key()))) {
                reading.report().add(notThere(item.written().orElseThrow(), items, reading));
                all = false;
            }
        }
        return all;
    }

    private Diagnostic notThere(Value value, List<Item<T>> items, Reading reading) {
        String word = bare(value.span().text());
        List<String> there = items.stream()
                .map(item -> item.key() instanceof Path file
                        ? reading.evaluation().files().path(value.span().source(), file)
                        : text(item))
                .toList();
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.NOTHING_TO_AMEND, value.span(), "`" + word + "` is not in `" + name() + "`");
        for (Item<T> item : items.stream()
                .filter(item -> item.written().isPresent())
                .limit(1)
                .toList()) {
            diagnostic = diagnostic.related(item.written().get().span(), "`" + name() + "` begins here");
        }
        Optional<String> near = Similar.to(word, there);
        if (near.isPresent() && value instanceof Value.Text) {
            return diagnostic
                    .help("did you mean `" + near.get() + "`?")
                    .fix(Fix.guess("write `\"" + near.get() + "\"`", value.span(), "\"" + near.get() + "\""));
        }
        return diagnostic.help(
                there.isEmpty()
                        ? "it is empty: remove this line"
                        : "it holds "
                                + there.stream().map(text -> "`" + text + "`").collect(Collectors.joining(", ")));
    }

    private String text(Item<T> item) {
        return item.fact()
                .map(fact -> type().text(fact.value()))
                .orElseGet(() -> bare(item.written().orElseThrow().span().text()));
    }

    private static String bare(String written) {
        return written.replaceAll("^[\"']|[\"']$", "");
    }

    /** The items that are left, as they are written: an item's origin is its text. */
    @Override
    Json json(List<Entry> entries, List<Fact<T>> answer) {
        Map<Span, Value> written = new HashMap<>();
        for (Entry entry : entries) {
            Value.Items items = (Value.Items) ((Entry.Assignment) entry).value();
            items.values().forEach(item -> written.put(item.span(), item));
        }
        List<Json> left = new ArrayList<>();
        for (Fact<T> fact : answer) {
            Value value = written.get(fact.origin().written().orElseThrow().span());
            left.add(value == null ? new Json.Text(type().text(fact.value())) : JsonForm.value(value));
        }
        return new Json.Items(left);
    }

    @Override
    Json.Members shape() {
        return Schemas.list(type().schema());
    }

    @Override
    List<Fact<String>> show(List<Fact<T>> answer) {
        return answer.stream().map(fact -> fact.map(type()::text)).toList();
    }

    private boolean distinct(List<Item<T>> items, List<Fact<T>> facts, Reading reading) {
        Map<Object, Span> seen = new HashMap<>();
        boolean distinct = true;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).written().isEmpty()) {
                continue;
            }
            Span here = items.get(i).written().get().span();
            Span first = seen.putIfAbsent(items.get(i).key(), here);
            if (first != null) {
                String text = type().text(facts.get(i).value());
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.DECLARED_TWICE,
                                        here,
                                        "`" + text + "` stands twice in `" + name() + "`")
                                .related(first, "here first")
                                .help("remove one of them"));
                distinct = false;
            }
        }
        return distinct;
    }
}
