package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text that layers merge: {@code =} replaces what was said before, {@code +=} is laid over it, or over nothing. The answer has one item a layer. */
public final class Merged<K, T> extends Assigned<K, T, List<Fact<T>>> {
    Merged(String name, Type<T> type, String words) {
        super(name, type, Defaults.absent(), words);
    }

    @Override
    public String example() {
        return name() + " = \"\"\"…\"\"\"";
    }

    @Override
    boolean interpolates() {
        return false;
    }

    @Override
    boolean changesBy(String operator) {
        return operator.equals("+=");
    }

    @Override
    Optional<List<Fact<T>>> read(List<Entry> entries, Reading reading) {
        List<Fact<T>> texts = new ArrayList<>();
        for (Entry entry : entries) {
            Entry.Assignment assignment = (Entry.Assignment) entry;
            Optional<Fact<T>> text = type().read(assignment.value(), reading);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(List.copyOf(texts));
    }

    @Override
    Json json(List<Entry> entries, List<Fact<T>> answer) {
        List<Json> texts = entries.stream().map(JsonForm::value).toList();
        return texts.size() == 1 ? texts.get(0) : new Json.Items(texts);
    }

    @Override
    Json.Members shape() {
        return Schemas.either(type().schema(), Schemas.list(type().schema()));
    }

    @Override
    List<Fact<String>> show(List<Fact<T>> answer) {
        return answer.stream().map(fact -> fact.map(type()::text)).toList();
    }
}
