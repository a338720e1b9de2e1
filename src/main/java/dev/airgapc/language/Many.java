package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** A list, and what layers add to it and take from it, in their order. */
    @Override
    Optional<List<Fact<T>>> read(List<Entry> entries, Reading reading) {
        List<Fact<T>> facts = new ArrayList<>();
        boolean whole = true;
        for (Entry entry : entries) {
            Entry.Assignment assignment = (Entry.Assignment) entry;
            if (!assignment.operator().text().equals("=") && entry == entries.get(0)) {
                if (reading.block().isAssumed()) {
                    return Optional.empty();
                }
                return nothing(
                        assignment,
                        "`" + name() + "` is stated nowhere before, so there is nothing to change",
                        "write the whole list with `=`",
                        reading);
            }
            Optional<List<Fact<T>>> items = items(assignment.value(), reading);
            whole &= items.isPresent();
            if (assignment.operator().text().equals("-=")) {
                whole &= items.isEmpty() || take(facts, items.get(), reading);
            } else {
                items.ifPresent(facts::addAll);
            }
        }
        return whole && distinct(facts, reading) ? Optional.of(List.copyOf(facts)) : Optional.empty();
    }

    private Optional<List<Fact<T>>> items(Value value, Reading reading) {
        if (!(value instanceof Value.Items items)) {
            return reading.noList(value);
        }
        List<Fact<T>> facts = new ArrayList<>();
        items.values().forEach(item -> type().read(item, reading).ifPresent(facts::add));
        return facts.size() == items.values().size() ? Optional.of(facts) : Optional.empty();
    }

    private boolean take(List<Fact<T>> facts, List<Fact<T>> items, Reading reading) {
        boolean all = true;
        for (Fact<T> item : items) {
            if (!facts.removeIf(fact -> fact.value().equals(item.value()))) {
                Origin.Written written = item.origin().written().orElseThrow();
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.NOTHING_TO_AMEND,
                                        written.span(),
                                        "`" + type().text(item.value()) + "` is not in `" + name() + "`")
                                .help("remove it here"));
                all = false;
            }
        }
        return all;
    }

    private static <A> Optional<A> nothing(Entry.Assignment at, String message, String help, Reading reading) {
        reading.report()
                .add(Diagnostic.of(LanguageCodes.NOTHING_TO_AMEND, at.operator().span(), message)
                        .help(help));
        return Optional.empty();
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
            Span at = fact.origin().written().orElseThrow().span();
            left.add(JsonForm.value(Optional.ofNullable(written.get(at)).orElseThrow()));
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

    private boolean distinct(List<Fact<T>> facts, Reading reading) {
        Map<T, Origin.Written> seen = new LinkedHashMap<>();
        boolean distinct = true;
        for (Fact<T> fact : facts) {
            Origin.Written here = fact.origin().written().orElseThrow();
            Origin.Written first = seen.putIfAbsent(fact.value(), here);
            if (first != null) {
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.DECLARED_TWICE,
                                        here.span(),
                                        "`" + type().text(fact.value()) + "` stands twice in `" + name() + "`")
                                .related(first.span(), "here first")
                                .help("remove one of them"));
                distinct = false;
            }
        }
        return distinct;
    }
}
