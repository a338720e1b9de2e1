package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a list of bare words.
 *
 * @param later words that the vocabulary decided on and that have no effect yet
 */
record WordType(String words, List<String> names, List<String> later, Json.Members schema) {
    Optional<Fact<String>> read(Value value, Reading reading) {
        if (!(value instanceof Value.Name name)) {
            boolean quoted = value instanceof Value.Text text
                    && Labels.plain(text).filter(names::contains).isPresent();
            return reading.wrong(
                    value, words, quoted ? "write the word without quotes" : "legal are " + String.join(", ", names));
        }
        String word = name.text();
        if (names.contains(word)) {
            return Optional.of(reading.written(word, value.span()));
        }
        boolean known = later.contains(word);
        Code code = known ? LanguageCodes.NOT_SUPPORTED_YET : LanguageCodes.UNKNOWN_VALUE;
        String message = known ? "`" + word + "` is not supported yet" : "`" + word + "` is not one of the legal words";
        String near = Similar.to(word, names)
                .map(found -> "did you mean `" + found + "`?")
                .orElse("legal are " + String.join(", ", names));
        reading.report()
                .add(Diagnostic.of(code, value.span(), message)
                        .help(known ? "legal are " + String.join(", ", names) : near));
        return Optional.empty();
    }

    <T> Type<T> as(Function<String, T> meaning, Function<T, String> print) {
        WordType type = this;
        return new Type<>() {
            @Override
            public Optional<Fact<T>> read(Value value, Reading reading) {
                return type.read(value, reading).map(fact -> fact.map(meaning));
            }

            @Override
            public String words() {
                return type.words();
            }

            @Override
            public Json.Members schema() {
                return type.schema();
            }

            @Override
            public String text(T value) {
                return print.apply(value);
            }

            @Override
            public boolean interpolates() {
                return true;
            }
        };
    }
}
