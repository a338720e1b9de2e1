package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a list of bare words.
 *
 * @param later words that the vocabulary decided on and that have no effect yet
 * @param others words that others have for one of these, in lower case
 */
record WordType(String words, List<String> names, List<String> later, Map<String, String> others, Json.Members schema) {
    /** {@code kubeadm, k0s, rke2 or k3s}, each in backticks. */
    static String list(List<String> names) {
        List<String> quoted = names.stream().map(name -> "`" + name + "`").toList();
        int last = quoted.size() - 1;
        return last < 1
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    Optional<Fact<String>> read(Value value, Reading reading) {
        if (value instanceof Value.Text text) {
            Optional<String> meant = Labels.plain(text).flatMap(this::meant);
            return meant.isPresent()
                    ? reading.instead(
                            value,
                            words,
                            meant.get(),
                            names.contains(Labels.plain(text).orElse("")))
                    : reading.wrong(value, words, "write one of them, without quotes");
        }
        if (value instanceof Value.Digits digits && others.containsKey(digits.text())) {
            return reading.instead(value, words, others.getOrDefault(digits.text(), ""), true);
        }
        if (value instanceof Value.Items items && items.values().size() == 1) {
            String only = items.values().get(0).span().text();
            return names.contains(only)
                    ? reading.instead(value, words, only, true)
                    : reading.wrong(value, words, "write one of them, without brackets");
        }
        if (!(value instanceof Value.Name name)) {
            return reading.wrong(value, words, "write one of them");
        }
        String word = name.text();
        if (names.contains(word)) {
            return Optional.of(reading.written(word, value.span()));
        }
        boolean known = later.contains(word);
        if (!known && reading.isNothing(value)) {
            return reading.wrong(value, words, "write one of them");
        }
        Diagnostic said = known
                ? Diagnostic.of(LanguageCodes.NOT_SUPPORTED_YET, value.span(), "`" + word + "` is not supported yet")
                : Diagnostic.of(
                        LanguageCodes.UNKNOWN_VALUE,
                        value.span(),
                        "`" + reading.subject() + "` takes " + words + ", not `" + word + "`");
        Optional<String> meant = known ? Optional.empty() : meant(word);
        reading.report()
                .add(meant.map(found -> UnknownWords.guess(said, value.span(), found))
                        .orElseGet(() -> known ? said.help("legal are " + String.join(", ", names)) : said));
        return Optional.empty();
    }

    private Optional<String> meant(String word) {
        return Optional.ofNullable(others.get(word.toLowerCase(Locale.ROOT))).or(() -> Similar.to(word, names));
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
