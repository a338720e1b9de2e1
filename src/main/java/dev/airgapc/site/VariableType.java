package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Json;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;

/** What an entry of a map takes whose keys are names of variables. */
record VariableType<T>(Type<T> value) implements Type<T> {
    @Override
    public Optional<Fact<T>> read(Value written, Reading reading) {
        List<String> steps = reading.at().steps();
        String key = steps.get(steps.size() - 1);
        if (Variable.valid(key)) {
            return value.read(written, reading);
        }
        reading.report()
                .add(Diagnostic.of(
                                LanguageCodes.WRONG_TYPE,
                                written.span(),
                                "`" + key + "` is no name of a variable: letters, digits and `_` are legal")
                        .help("write `" + key.replaceAll("[^A-Za-z0-9_]", "_") + "`"));
        return Optional.empty();
    }

    @Override
    public String words() {
        return value.words();
    }

    @Override
    public String text(T known) {
        return value.text(known);
    }

    @Override
    public Json.Members schema() {
        return value.schema();
    }
}
