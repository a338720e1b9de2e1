package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;

/** A reference to a block of a kind. */
record ReferenceType<K>(Kind<K> kind) implements Type<Block<K>> {
    @Override
    public Optional<Fact<Block<K>>> read(Value value, Reading reading) {
        if (value instanceof Value.Name name) {
            return reading.reference(name, kind);
        }
        if (value instanceof Value.Call call
                && kind.inPlace()
                        .filter(place -> place.call().equals(call.name().text()))
                        .isPresent()) {
            return reading.inPlace(call, kind);
        }
        Optional<String> meant = meant(value, reading);
        if (meant.isPresent()) {
            return reading.instead(value, words(), meant.get(), true);
        }
        if (value instanceof Value.Text empty && empty.parts().isEmpty()) {
            return reading.wrong(value, words(), "leave it out, or " + advice(reading));
        }
        return value instanceof Value.Text text && kind.isConfidential() && !addresses(text)
                ? reading.typedSecret(value, "a string where a secret is wanted")
                : reading.wrong(value, words(), advice(reading));
    }

    /** The address of a block of the kind, written in another way: in quotes, without its kind, within {@code \( )}, in a list. */
    private Optional<String> meant(Value value, Reading reading) {
        if (value instanceof Value.Items items
                && items.values().size() == 1
                && items.values().get(0) instanceof Value.Name only) {
            return Optional.of(only.text()).filter(text -> declared(reading).contains(text));
        }
        if (!(value instanceof Value.Text text)) {
            return Optional.empty();
        }
        boolean hole = text.parts().size() == 1 && text.parts().get(0) instanceof Value.Hole;
        Optional<String> written = hole
                ? Optional.of(((Value.Hole) text.parts().get(0)).name().text())
                : Labels.plain(text).map(String::strip);
        return written.flatMap(address -> declared(reading).stream()
                .filter(one -> one.equals(address) || one.equals(kind.name() + "." + address))
                .findFirst());
    }

    private List<String> declared(Reading reading) {
        return reading.all(kind).stream()
                .map(block -> block.address().toString())
                .toList();
    }

    private boolean addresses(Value.Text text) {
        return Labels.plain(text)
                .filter(plain -> plain.startsWith(kind.name() + "."))
                .isPresent();
    }

    private String advice(Reading reading) {
        return new References(reading.evaluation(), reading).advice(kind);
    }

    @Override
    public String words() {
        return kind.naming() == Kind.Naming.SINGLE ? "`" + kind.name() + "`" : "a reference to " + kind.called();
    }

    @Override
    public Json.Members schema() {
        Json.Members address = Schemas.reference(kind);
        return kind.inPlace()
                .map(place -> Schemas.oneOf(Json.members().with(place.call(), Schemas.string())))
                .map(call -> Schemas.either(address, call))
                .orElse(address);
    }

    @Override
    public String text(Block<K> value) {
        return value.address().toString();
    }
}
