package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Label;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Json;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Schemas;
import dev.airgapc.language.Type;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A deferred reference to a secret: {@code env("X")}, {@code file("/d")}, {@code vault("m/p")},
 * {@code external("store", "entry")}, {@code existing("x")}.
 *
 * @param store the name of an external store; empty for the other places
 * @param where the variable, the file, the entry, the name of the object
 * @param field the property within an entry; empty for the other places, and for a whole entry
 */
public record SecretSource(Place place, String store, String where, String field) {
    private static final String NO_OBJECT =
            "is no name of a Kubernetes object: lower case letters, digits, `-` and `.` are legal";

    /** Where a secret can be. */
    public enum Place {
        /** A variable of the script's environment. */
        ENV("env"),
        /** A file of the machine where the script runs. */
        FILE("file"),
        /** An entry of HashiCorp Vault. */
        VAULT("vault"),
        /** An entry of a store that the External Secrets Operator knows by name. */
        EXTERNAL("external"),
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
                new SecretSource(place, "", where + "_" + name.replace('-', '_').toUpperCase(Locale.ROOT), "");
            case FILE -> new SecretSource(place, "", where + "/" + name, "");
            case VAULT, EXTERNAL -> new SecretSource(place, store, where, name);
            case EXISTING -> this;
        };
    }

    @Override
    public String toString() {
        return place.word + "(" + (store.isEmpty() ? "" : "\"" + store + "\", ") + "\"" + where
                + (field.isEmpty() ? "" : "#" + field) + "\")";
    }

    /** Where a whole secret is read: a group of variables, a folder, an entry, an object. */
    static final Type<SecretSource> WHOLE =
            new Source("the place of a secret", List.of(Place.values()), SecretSource::whole);

    /** Where one field is read: a variable, a file, a property of an entry. */
    static final Type<SecretSource> FIELD = new Source(
            "the place of one field",
            List.of(Place.ENV, Place.FILE, Place.VAULT, Place.EXTERNAL),
            SecretSource::single);

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
            boolean external = place.get() == Place.EXTERNAL;
            if (call.arguments().size() != (external ? 2 : 1)) {
                reading.report()
                        .add(Diagnostic.of(
                                        LanguageCodes.WRONG_TYPE,
                                        call.span(),
                                        "`" + call.name().text() + "( )` takes "
                                                + (external ? "the name of a store and an entry" : "one string"))
                                .help("write `" + call.name().text()
                                        + (external ? "(\"store\", \"…\")`" : "(\"…\")`")));
                return Optional.empty();
            }
            String words = "a string in `" + call.name().text() + "( )`";
            Optional<Fact<String>> store = external
                    ? store(call.arguments().get(0), words, reading)
                    : Optional.of(reading.written("", call.span()));
            Value argument = call.arguments().get(external ? 1 : 0);
            return store.flatMap(name -> reading.text(argument, words)
                    .flatMap(text -> source(place.get(), name.value(), text, call, reading)));
        }

        /** A store is an object of Kubernetes too. */
        private static Optional<Fact<String>> store(Value value, String words, Reading reading) {
            Optional<Fact<String>> text = reading.text(value, words);
            Optional<Fact<String>> store = text.filter(name -> Label.isObjectName(name.value()));
            if (text.isPresent() && store.isEmpty()) {
                reading.report()
                        .add(Diagnostic.of(
                                SiteCodes.NOT_A_SECRET_SOURCE,
                                value.span(),
                                "`" + text.get().value() + "` " + NO_OBJECT));
            }
            return store;
        }

        private Optional<Fact<SecretSource>> refuse(Value.Call call, Reading reading) {
            String name = call.name().text();
            String places = String.join(
                    ", ",
                    legal.stream().map(place -> "`" + place.word() + "( )`").toList());
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.UNKNOWN_VALUE,
                                    call.name().span(),
                                    "`" + name + "( )` is not " + words)
                            .help("legal are " + places));
            return Optional.empty();
        }

        private Optional<Fact<SecretSource>> source(
                Place place, String store, Fact<String> text, Value.Call call, Reading reading) {
            Parsed<SecretSource> source = parser.apply(place, text.value());
            if (source.value().isEmpty()) {
                reading.report()
                        .add(Diagnostic.of(
                                SiteCodes.NOT_A_SECRET_SOURCE,
                                call.arguments()
                                        .get(call.arguments().size() - 1)
                                        .span(),
                                "`" + text.value() + "` " + source.problem()));
            }
            Origin origin =
                    new Origin.Written(reading.at(), call.span(), text.origin().from());
            return source.value()
                    .map(found ->
                            new Fact<>(new SecretSource(found.place(), store, found.where(), found.field()), origin));
        }

        @Override
        public Json.Members schema() {
            Json.Members calls = Json.members();
            for (Place place : legal) {
                Json.Members text = Schemas.string();
                calls = calls.with(place.word(), place == Place.EXTERNAL ? Schemas.list(text, 2) : text);
            }
            return Schemas.oneOf(calls);
        }

        @Override
        public String text(SecretSource value) {
            return value.toString();
        }
    }

    private static Parsed<SecretSource> whole(Place place, String text) {
        return (place == Place.VAULT || place == Place.EXTERNAL) && text.contains("#")
                ? Parsed.wrong("names one property: all fields are read from `from`, so it names the entry alone")
                : single(place, text);
    }

    private static Parsed<SecretSource> single(Place place, String text) {
        return switch (place) {
            case ENV ->
                Variable.valid(text)
                        ? Parsed.of(new SecretSource(place, "", text, ""))
                        : Parsed.wrong("is no name of a variable: letters, digits and `_` are legal");
            case FILE -> plain(text).then(path -> Parsed.of(new SecretSource(place, "", path, "")));
            case VAULT, EXTERNAL -> plain(text).then(path -> entry(place, path));
            case EXISTING ->
                Label.isObjectName(text) ? Parsed.of(new SecretSource(place, "", text, "")) : Parsed.wrong(NO_OBJECT);
        };
    }

    private static Parsed<String> plain(String text) {
        return SiteTypes.line(text)
                .then(path -> path.startsWith("-") ? Parsed.wrong("begins with a hyphen") : Parsed.of(path));
    }

    private static Parsed<SecretSource> entry(Place place, String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            return Parsed.of(new SecretSource(place, "", text, ""));
        }
        String entry = text.substring(0, hash);
        String property = text.substring(hash + 1);
        return entry.isBlank() || property.isBlank()
                ? Parsed.wrong("is no entry and property: write `mount/path#property`")
                : Parsed.of(new SecretSource(place, "", entry, property));
    }
}
