package dev.airgapc.language;

import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Value;
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
        boolean text = value instanceof Value.Text;
        boolean reference = text
                && Labels.plain((Value.Text) value)
                        .filter(word -> word.startsWith(kind.name() + "."))
                        .isPresent();
        return text && kind.isConfidential() && !reference
                ? reading.typedSecret(value, "a string where a secret is wanted")
                : reading.wrong(
                        value,
                        words(),
                        text ? "write the reference without quotes" : "write `" + kind.name() + ".NAME`");
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
