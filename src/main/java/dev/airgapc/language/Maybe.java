package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.List;
import java.util.Optional;

/** An attribute that may be without a value; what follows from that is said in its words. */
public final class Maybe<K, T> extends Assigned<K, T, Optional<Fact<T>>> {
    Maybe(String name, Type<T> type, Default<Optional<Fact<T>>> fallback, String words) {
        super(name, type, fallback, words);
    }

    @Override
    Optional<Optional<Fact<T>>> read(List<Entry> entries, Reading reading) {
        Optional<Fact<T>> found = type().read(((Entry.Assignment) entries.get(0)).value(), reading);
        return found.isPresent() ? Optional.of(found) : Optional.empty();
    }

    @Override
    List<Fact<String>> show(Optional<Fact<T>> answer) {
        return answer.map(fact -> fact.map(type()::text)).stream().toList();
    }
}
