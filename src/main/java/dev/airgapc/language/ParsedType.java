package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.syntax.Value;
import java.util.Optional;
import java.util.function.Function;

/** A string that a strict parser takes. */
record ParsedType<T>(String words, Code code, Function<String, Parsed<T>> parser, Function<T, String> print)
        implements Type<T> {
    @Override
    public Optional<Fact<T>> read(Value value, Reading reading) {
        Optional<Fact<String>> text = reading.text(value, words);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Parsed<T> parsed = parser.apply(text.get().value());
        if (parsed.value().isEmpty()) {
            TextMistake<T> mistake =
                    new TextMistake<>((Value.Text) value, text.get().value(), words, code, parser, reading);
            reading.report().add(mistake.said());
        }
        return parsed.value().map(found -> text.get().map(ignored -> found));
    }

    @Override
    public Json.Members schema() {
        return Schemas.string();
    }

    @Override
    public String text(T value) {
        return print.apply(value);
    }

    @Override
    public boolean interpolates() {
        return true;
    }

    @Override
    public Parsed<T> parse(String text) {
        return parser.apply(text);
    }
}
