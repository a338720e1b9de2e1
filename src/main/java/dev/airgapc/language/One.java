package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/** An attribute that always has a value: required, or with a default that always answers. */
public final class One<K, T> extends Assigned<K, T, Fact<T>> {
    One(String name, Type<T> type, Default<Fact<T>> fallback, String words) {
        super(name, type, fallback, words);
    }

    /** A value that is the same for every block stands before its reason. */
    @Override
    public String otherwise() {
        String value = fallback() instanceof Defaults.Constant<T> constant ? type().text(constant.value()) : "";
        return value.isEmpty() ? super.otherwise() : "`" + value + "`: " + super.otherwise();
    }

    @Override
    Optional<Fact<T>> read(List<Entry> entries, Reading reading) {
        return type().read(((Entry.Assignment) entries.get(0)).value(), reading);
    }

    @Override
    List<Fact<String>> show(Fact<T> answer) {
        return List.of(answer.map(type()::text));
    }
}
