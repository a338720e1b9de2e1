package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.syntax.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The types of the language that know no product. */
public final class Types {
    /** So much of a wrong value stands in a sentence. */
    private static final int SHOWN = 80;

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

    private record ParsedType<T>(String words, Code code, Function<String, Parsed<T>> parser, Function<T, String> print)
            implements Type<T> {
        @Override
        public Optional<Fact<T>> read(Value value, Reading reading) {
            Optional<Fact<String>> text = reading.text(value, words);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Parsed<T> parsed = parser.apply(text.get().value());
            if (parsed.value().isEmpty()) {
                String shown = text.get().value().isEmpty()
                        ? "the empty string is not " + words
                        : "`" + shortened(text.get().value().stripTrailing()) + "` " + parsed.problem();
                reading.report()
                        .add(Diagnostic.of(code, value.span(), shown)
                                .label("not " + words)
                                .help(help((Value.Text) value, text.get().value())));
            }
            return parsed.value().map(found -> text.get().map(ignored -> found));
        }

        /** A value that somebody can still read. */
        private static String shortened(String text) {
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        }

        /** What people forget about strings, if it shows. */
        private static String help(Value.Text written, String text) {
            if (text.endsWith("\n")) {
                return "a text block ends with a line break; write the string in quotes on one line";
            }
            boolean raw = written.form() == Value.Form.RAW && text.contains("\\(");
            return raw || text.contains("${")
                    ? "another value stands in text as `\\(site.domain)`, in double quotes"
                    : "";
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
        return new Type<>() {
            @Override
            public Optional<Fact<String>> read(Value value, Reading reading) {
                String text = value instanceof Value.Quantity quantity
                        ? quantity.text()
                        : value instanceof Value.Digits digits ? digits.text() : "";
                if (text.isEmpty()) {
                    return reading.wrong(value, words(), "write it without quotes, as in `" + example + "`");
                }
                String unit = text.replaceFirst("^[0-9]+", "");
                if (!units.contains(unit)) {
                    reading.report()
                            .add(Diagnostic.of(
                                            LanguageCodes.WRONG_TYPE,
                                            value.span(),
                                            unit.isEmpty()
                                                    ? "`" + text + "` has no unit"
                                                    : "`" + text + "` has the unit `" + unit + "`, and " + words
                                                            + " is wanted")
                                    .help("write it as in `" + example + "`"));
                    return Optional.empty();
                }
                return Optional.of(reading.written(text, value.span()));
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
                    return reading.wrong(value, words(), "write it without quotes and without a unit");
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
                return "a whole number";
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

    /** {@code true} or {@code false}. */
    public static Type<Boolean> flag() {
        return new WordType("true or false", List.of("true", "false"), List.of(), Schemas.flag())
                .as("true"::equals, value -> value ? "true" : "false");
    }

    /**
     * One of a list of bare words.
     *
     * @param later words that the vocabulary decided on and that have no effect yet
     */
    public static <E extends Choice> Type<E> oneOf(List<E> choices, String... later) {
        List<String> names = choices.stream().map(Choice::word).toList();
        return new WordType(String.join(" or ", names), names, Arrays.asList(later), Schemas.words(names))
                .as(word -> choices.get(names.indexOf(word)), Choice::word);
    }

    private record WordType(String words, List<String> names, List<String> later, Json.Members schema) {
        Optional<Fact<String>> read(Value value, Reading reading) {
            if (!(value instanceof Value.Name name)) {
                boolean quoted = value instanceof Value.Text text
                        && Labels.plain(text).filter(names::contains).isPresent();
                return reading.wrong(
                        value,
                        words,
                        quoted ? "write the word without quotes" : "legal are " + String.join(", ", names));
            }
            String word = name.text();
            if (names.contains(word)) {
                return Optional.of(reading.written(word, value.span()));
            }
            boolean known = later.contains(word);
            Code code = known ? LanguageCodes.NOT_SUPPORTED_YET : LanguageCodes.UNKNOWN_VALUE;
            String message =
                    known ? "`" + word + "` is not supported yet" : "`" + word + "` is not one of the legal words";
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

    /** A reference to a block of a kind. */
    public static <K> Type<Block<K>> to(Kind<K> kind) {
        return new Type<>() {
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
                return kind.naming() == Kind.Naming.SINGLE
                        ? "`" + kind.name() + "`"
                        : "a reference to a " + kind.name();
            }

            @Override
            public Json.Members schema() {
                return referenceSchema(kind);
            }

            @Override
            public String text(Block<K> value) {
                return value.address().toString();
            }
        };
    }

    private static Json.Members referenceSchema(Kind<?> kind) {
        Json.Members address = Schemas.reference(kind);
        return kind.inPlace()
                .map(place -> Schemas.oneOf(Json.members().with(place.call(), Schemas.string())))
                .map(call -> Schemas.either(address, call))
                .orElse(address);
    }
}
