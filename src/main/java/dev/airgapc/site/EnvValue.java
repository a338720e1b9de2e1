package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Json;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.List;
import java.util.Optional;

/** The value of a variable of a task. */
public sealed interface EnvValue {
    /** Text that everybody may read. */
    record Plain(String text) implements EnvValue {}

    /** One field of a secret, {@code secret.hf.token}: the value never stands in a file. */
    record OfSecret(Block<Secret> secret, String field) implements EnvValue {}

    /** A string, or a field of a secret, under the name of a variable. */
    Type<EnvValue> TYPE = new VariableType<>(new Type<>() {
        private final Type<String> string = Types.string();

        @Override
        public Optional<Fact<EnvValue>> read(Value value, Reading reading) {
            boolean secret = value instanceof Value.Name name
                    && name.steps().get(0).text().equals(Secret.KIND.name());
            return secret
                    ? ofSecret((Value.Name) value, reading)
                    : string.read(value, reading).map(text -> text.map(Plain::new));
        }

        @Override
        public String words() {
            return "a string, or a field of a secret";
        }

        @Override
        public Json.Members schema() {
            return string.schema();
        }

        @Override
        public String text(EnvValue value) {
            return value instanceof OfSecret of ? of.secret().address() + "." + of.field() : ((Plain) value).text();
        }
    });

    /** The field that was meant, else the fields that the secret states. */
    private static String help(Value.Name name, String field, List<String> fields, Reading reading) {
        String secret = name.steps().size() > 1 ? name.steps().get(1).text() : "";
        Optional<String> stated = reading.all(Secret.KIND).stream()
                .filter(block -> block.name().equals(secret))
                .flatMap(block -> block.stated(fields).stream())
                .findFirst();
        return Similar.to(field, fields)
                .map(near -> "did you mean `secret." + secret + "." + near + "`?")
                .orElse("write `secret." + (secret.isEmpty() ? "hf" : secret) + "." + stated.orElse("token") + "`");
    }

    private static Optional<Fact<EnvValue>> ofSecret(Value.Name name, Reading reading) {
        List<Word> steps = name.steps();
        List<String> fields = Secret.FIELDS.stream().map(field -> field.name()).toList();
        String field = steps.size() == 3 ? steps.get(2).text() : "";
        if (!fields.contains(field)) {
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                                    name.span(),
                                    "`" + name.text() + "` names no field of a secret")
                            .help(help(name, field, fields, reading)));
            return Optional.empty();
        }
        return reading.reference(new Value.Name(steps.subList(0, 2), name.span()), Secret.KIND)
                .map(found -> found.map(block -> new OfSecret(block, field)));
    }
}
