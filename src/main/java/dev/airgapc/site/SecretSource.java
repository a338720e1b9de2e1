package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A deferred reference to a secret: {@code env("X")}, {@code file("/d")}, {@code vault("m/p")}, {@code existing("x")}.
 *
 * @param where the variable, the file, the entry, the name of the object
 * @param field the property within an entry; empty for the other places, and for a whole entry
 */
public record SecretSource(Place place, String where, String field) {
    /** Where a secret can be. */
    public enum Place {
        /** A variable of the script's environment. */
        ENV("env"),
        /** A file of the machine where the script runs. */
        FILE("file"),
        /** An entry of HashiCorp Vault. */
        VAULT("vault"),
        /** An object that is in the cluster already. */
        EXISTING("existing");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        static Optional<Place> of(String word) {
            return List.of(values()).stream()
                    .filter(place -> place.word.equals(word))
                    .findFirst();
        }
    }

    /** The source of one field, where this is the source of all. */
    public SecretSource field(String name) {
        return switch (place) {
            case ENV ->
                new SecretSource(place, where + "_" + name.replace('-', '_').toUpperCase(Locale.ROOT), "");
            case FILE -> new SecretSource(place, where + "/" + name, "");
            case VAULT -> new SecretSource(place, where, name);
            case EXISTING -> this;
        };
    }

    @Override
    public String toString() {
        return place.word + "(\"" + where + (field.isEmpty() ? "" : "#" + field) + "\")";
    }

    /** Where a whole secret is read: a group of variables, a folder, an entry, an object. */
    static final Type<SecretSource> WHOLE =
            new Source("the place of a secret", List.of(Place.values()), SecretSource::whole);

    /** Where one field is read: a variable, a file, a property of an entry. */
    static final Type<SecretSource> FIELD =
            new Source("the place of one field", List.of(Place.ENV, Place.FILE, Place.VAULT), SecretSource::single);

    /** {@code place("…")} in one of the two readings. */
    private record Source(String words, List<Place> legal, BiFunction<Place, String, Parsed<SecretSource>> parser)
            implements Type<SecretSource> {
        @Override
        public Optional<Fact<SecretSource>> read(Value value, Reading reading) {
            if (value instanceof Value.Text) {
                return reading.typedSecret(value, "a string where the place of a secret is wanted");
            }
            if (!(value instanceof Value.Call call)) {
                return reading.wrong(value, words, "write `env(\"VARIABLE\")`");
            }
            Optional<Place> place = Place.of(call.name().text()).filter(legal::contains);
            if (place.isEmpty()) {
                return refuse(call, reading);
            }
            if (call.arguments().size() != 1) {
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.WRONG_TYPE,
                                        call.span(),
                                        "`" + call.name().text() + "( )` takes one string")
                                .help("write `" + call.name().text() + "(\"…\")`"));
                return Optional.empty();
            }
            Value argument = call.arguments().get(0);
            return reading.text(argument, "a string in `" + call.name().text() + "( )`")
                    .flatMap(text -> source(place.get(), text, call, reading));
        }

        private Optional<Fact<SecretSource>> refuse(Value.Call call, Reading reading) {
            String name = call.name().text();
            boolean later = name.equals("external");
            String message = later ? "`external` is not supported yet" : "`" + name + "( )` is not " + words;
            String places = String.join(
                    ", ",
                    legal.stream().map(place -> "`" + place.word() + "( )`").toList());
            reading.report()
                    .add(Diagnostic.of(
                                    later ? LanguageCodes.NOT_SUPPORTED_YET : LanguageCodes.UNKNOWN_VALUE,
                                    call.name().span(),
                                    message)
                            .help("legal are " + places));
            return Optional.empty();
        }

        private Optional<Fact<SecretSource>> source(Place place, Fact<String> text, Value.Call call, Reading reading) {
            Parsed<SecretSource> source = parser.apply(place, text.value());
            if (source.value().isEmpty()) {
                reading.report()
                        .add(Diagnostic.of(
                                SiteCodes.NOT_A_SECRET_SOURCE,
                                call.arguments().get(0).span(),
                                "`" + text.value() + "` " + source.problem()));
            }
            Origin origin =
                    new Origin.Written(reading.at(), call.span(), text.origin().from());
            return source.value().map(found -> new Fact<>(found, origin));
        }

        @Override
        public String text(SecretSource value) {
            return value.toString();
        }
    }

    private static Parsed<SecretSource> whole(Place place, String text) {
        return place == Place.VAULT && text.contains("#")
                ? Parsed.wrong("names one property: all fields are read from `from`, so it names the entry alone")
                : single(place, text);
    }

    private static Parsed<SecretSource> single(Place place, String text) {
        return switch (place) {
            case ENV ->
                Variable.valid(text)
                        ? Parsed.of(new SecretSource(place, text, ""))
                        : Parsed.wrong("is no name of a variable: letters, digits and `_` are legal");
            case FILE -> plain(text).then(path -> Parsed.of(new SecretSource(place, path, "")));
            case VAULT -> plain(text).then(SecretSource::entry);
            case EXISTING ->
                text.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")
                        ? Parsed.of(new SecretSource(place, text, ""))
                        : Parsed.wrong(
                                "is no name of a Kubernetes object: lower case letters, digits, `-` and `.` are legal");
        };
    }

    private static Parsed<String> plain(String text) {
        return SiteTypes.line(text)
                .then(path -> path.startsWith("-") ? Parsed.wrong("begins with a hyphen") : Parsed.of(path));
    }

    private static Parsed<SecretSource> entry(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            return Parsed.of(new SecretSource(Place.VAULT, text, ""));
        }
        String entry = text.substring(0, hash);
        String property = text.substring(hash + 1);
        return entry.isBlank() || property.isBlank()
                ? Parsed.wrong("is no entry and property: write `mount/path#property`")
                : Parsed.of(new SecretSource(Place.VAULT, entry, property));
    }
}
