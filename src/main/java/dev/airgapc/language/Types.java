package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.syntax.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types of the language that know no product. */
public final class Types {
    private Types() {}

    /** A string without control characters. */
    public static Type<String> string() {
        return parsed("a string", LanguageCodes.WRONG_TYPE, Types::printable, text -> text);
    }

    private static Parsed<String> printable(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                ? Parsed.of(text)
                : Parsed.wrong("holds a control character");
    }

    /**
     * A string that a strict parser takes.
     *
     * @param words in a sentence: {@code a host}
     * @param code what a text is that the parser refuses
     */
    public static <T> Type<T> parsed(
            String words, Code code, Function<String, Parsed<T>> parser, Function<T, String> print) {
        return new ParsedType<>(words, code, parser, print);
    }

    /** Text of any number of lines; no control characters but tabs and line breaks. */
    public static Type<String> text() {
        return parsed(
                "text",
                LanguageCodes.WRONG_TYPE,
                text -> text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                        ? Parsed.of(text)
                        : Parsed.wrong("holds a control character"),
                text -> text);
    }

    /** The path of a file that is read when the page is compiled, relative to the file that names it. */
    public static Type<InputFile> file() {
        return new Type<>() {
            @Override
            public Optional<Fact<InputFile>> read(Value value, Reading reading) {
                return reading.text(value, "the path of a file").flatMap(path -> reading.file(value, path));
            }

            @Override
            public String words() {
                return "the path of a file";
            }

            @Override
            public Json.Members schema() {
                return Schemas.string();
            }

            @Override
            public boolean namesFile() {
                return true;
            }

            @Override
            public String text(InputFile value) {
                return value.path();
            }
        };
    }

    /**
     * A number and a unit, kept as written.
     *
     * @param words in a sentence: {@code an amount of memory}
     * @param units the legal units; the empty one stands for a bare number
     */
    public static Type<String> quantity(String words, List<String> units, String example) {
        Amounts amounts = new Amounts(words, units, example);
        return new Type<>() {
            @Override
            public Optional<Fact<String>> read(Value value, Reading reading) {
                return amounts.read(value, reading).map(text -> reading.written(text, value.span()));
            }

            @Override
            public String words() {
                return words;
            }

            @Override
            public Json.Members schema() {
                return Schemas.quantity(units);
            }

            @Override
            public String text(String value) {
                return value;
            }
        };
    }

    /** A whole number from one bound to another, both included. */
    public static Type<Long> count(long least, long most) {
        return new Type<>() {
            @Override
            public Optional<Fact<Long>> read(Value value, Reading reading) {
                if (!(value instanceof Value.Digits number)) {
                    return noNumber(value, words(), reading);
                }
                long found = number.text().length() > 18 ? Long.MAX_VALUE : Long.parseLong(number.text());
                if (found < least || found > most) {
                    reading.report()
                            .add(Diagnostic.of(
                                            LanguageCodes.WRONG_TYPE,
                                            value.span(),
                                            "`" + number.text() + "` is out of range")
                                    .help("legal are " + least + " to " + most));
                    return Optional.empty();
                }
                return Optional.of(reading.written(found, value.span()));
            }

            @Override
            public String words() {
                return "a whole number from " + least + " to " + most;
            }

            @Override
            public Json.Members schema() {
                return Schemas.whole(least, most);
            }

            @Override
            public String text(Long value) {
                return value.toString();
            }

            @Override
            public boolean interpolates() {
                return true;
            }
        };
    }

    private static <T> Optional<T> noNumber(Value value, String words, Reading reading) {
        if (value instanceof Value.Text text) {
            Optional<String> digits = Labels.plain(text).filter(plain -> plain.matches("[0-9]{1,18}"));
            return digits.isPresent()
                    ? reading.instead(value, words, digits.get(), true)
                    : reading.wrong(value, words, "write a number without quotes");
        }
        if (value instanceof Value.Quantity quantity && quantity.text().matches("[0-9]+[A-Za-z]+")) {
            return reading.instead(value, words, quantity.text().replaceFirst("[A-Za-z]+$", ""), false);
        }
        if (value instanceof Value.Items items) {
            return reading.wrong(
                    value,
                    words,
                    "it says how many, not which: write `" + items.values().size() + "`");
        }
        int named =
                value instanceof Value.Name name ? NUMBERS.indexOf(name.text().toLowerCase(Locale.ROOT)) : -1;
        return named < 0
                ? reading.wrong(value, words, "write it in digits")
                : reading.instead(value, words, String.valueOf(named), true);
    }

    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight");

    /** {@code true} or {@code false}. */
    public static Type<Boolean> flag() {
        Map<String, String> others = new HashMap<>();
        List.of("yes", "on", "1", "enabled").forEach(other -> others.put(other, "true"));
        List.of("no", "off", "0", "disabled").forEach(other -> others.put(other, "false"));
        return new WordType("`true` or `false`", List.of("true", "false"), List.of(), others, Schemas.flag())
                .as("true"::equals, value -> value ? "true" : "false");
    }

    /**
     * One of a list of bare words.
     *
     * @param later words that the vocabulary decided on and that have no effect yet
     */
    public static <E extends Choice> Type<E> oneOf(List<E> choices, String... later) {
        List<String> names = choices.stream().map(Choice::word).toList();
        Map<String, String> others = new HashMap<>();
        choices.forEach(choice -> choice.others().forEach(other -> others.put(other, choice.word())));
        return new WordType(WordType.list(names), names, Arrays.asList(later), others, Schemas.words(names))
                .as(word -> choices.get(names.indexOf(word)), Choice::word);
    }

    /** A reference to a block of a kind. */
    public static <K> Type<Block<K>> to(Kind<K> kind) {
        return new ReferenceType<>(kind);
    }
}
