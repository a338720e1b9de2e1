package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.syntax.Value;
import java.util.ArrayList;
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
    Optional<List<Fact<T>>> read(Value value, Reading reading) {
        if (!(value instanceof Value.Items items)) {
            return reading.wrong(value, "a list", "write the value in `[ ]`");
        }
        List<Fact<T>> facts = new ArrayList<>();
        items.values().forEach(item -> type().read(item, reading).ifPresent(facts::add));
        boolean whole = facts.size() == items.values().size() && distinct(facts, reading);
        return whole ? Optional.of(List.copyOf(facts)) : Optional.empty();
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
