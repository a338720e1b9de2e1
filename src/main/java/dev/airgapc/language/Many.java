package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An attribute that takes a list; the order stays, nothing stands in it twice. */
public final class Many<K, T> extends Attribute<K, List<Fact<T>>> {
    private final Type<T> type;
    private final Default<List<Fact<T>>> fallback;

    Many(String name, Type<T> type, Default<List<Fact<T>>> fallback, String words) {
        super(name, words);
        this.type = type;
        this.fallback = fallback;
    }

    @Override
    public String example() {
        return name() + " = […]";
    }

    @Override
    public String takes() {
        return "a list, each " + type.words();
    }

    @Override
    public String otherwise() {
        return fallback.words();
    }

    @Override
    boolean fits(Entry entry) {
        return entry instanceof Entry.Assignment;
    }

    @Override
    boolean repeats() {
        return false;
    }

    @Override
    Optional<List<Fact<T>>> read(List<Entry> entries, Reading reading) {
        Value value = ((Entry.Assignment) entries.get(0)).value();
        if (!(value instanceof Value.Items items)) {
            return reading.wrong(value, "a list", "write the value in `[ ]`");
        }
        List<Fact<T>> facts = new ArrayList<>();
        items.values().forEach(item -> type.read(item, reading).ifPresent(facts::add));
        boolean whole = facts.size() == items.values().size() && distinct(facts, reading);
        return whole ? Optional.of(List.copyOf(facts)) : Optional.empty();
    }

    @Override
    Optional<List<Fact<T>>> assume(Reading reading) {
        return fallback.find(reading);
    }

    @Override
    List<Fact<String>> show(List<Fact<T>> answer) {
        return answer.stream().map(fact -> fact.map(type::text)).toList();
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
                                        "`" + type.text(fact.value()) + "` stands twice in `" + name() + "`")
                                .related(first.span(), "here first")
                                .help("remove one of them"));
                distinct = false;
            }
        }
        return distinct;
    }
}
