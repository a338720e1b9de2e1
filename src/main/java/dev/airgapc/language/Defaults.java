package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Parsed;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ways in which a value is found that nobody wrote. Each says its reason in the origin. */
public final class Defaults {
    private Defaults() {}

    private record Rule<A>(String words, Function<Reading, Optional<A>> rule) implements Default<A> {
        @Override
        public Optional<A> find(Reading reading) {
            return rule.apply(reading);
        }
    }

    /** No default: it must be written. */
    static <A> Default<A> required(String name, String words) {
        return new Required<>(name, words);
    }

    private record Required<A>(String name, String meaning) implements Default<A> {
        @Override
        public Optional<A> find(Reading reading) {
            return missing(reading, "it is required: " + lowerFirst(meaning), "write `" + name + " = …`");
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public String words() {
            return "required";
        }
    }

    /** Always the same value. */
    public static <T> Default<Fact<T>> constant(T value, String words) {
        return new Constant<>(value, words);
    }

    /** Always a list of one. */
    public static <T> Default<List<Fact<T>>> constantList(T value, String words) {
        return new Rule<>(words, reading -> Optional.of(List.of(reading.assumed(value, words, List.of()))));
    }

    /** The same value for every block. */
    record Constant<T>(T value, String words) implements Default<Fact<T>> {
        @Override
        public Optional<Fact<T>> find(Reading reading) {
            return Optional.of(reading.assumed(value, words, List.of()));
        }
    }

    /** Nothing, and what that means. */
    public static <T> Default<Optional<Fact<T>>> none(String words) {
        return new Rule<>(words, reading -> Optional.of(Optional.empty()));
    }

    /** No text at all. */
    static <T> Default<List<Fact<T>>> absent() {
        return new Rule<>("none", reading -> Optional.of(List.of()));
    }

    /** The empty list, and what that means. */
    public static <T> Default<List<Fact<T>>> empty(String words) {
        return new Rule<>(words, reading -> Optional.of(List.of()));
    }

    /** What another attribute of the same block says, in another form. */
    public static <S, T> Default<Fact<T>> derived(One<?, S> other, Function<S, T> form, String words) {
        return new Rule<>(
                words,
                reading -> reading.ask(other)
                        .map(found -> reading.assumed(form.apply(found.value()), words, List.of(found.origin()))));
    }

    /** The value of another attribute of the same block, if it has one. */
    public static <T> Default<Optional<Fact<T>>> same(Maybe<?, T> other) {
        String words = "`" + other.name() + "`";
        return new Rule<>(words, reading -> {
            Optional<Optional<Fact<T>>> found = reading.ask(other);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            found.get().map(fact -> reading.assumed(fact.value(), words, List.of(fact.origin()))));
        });
    }

    /** Text made of another attribute of the same block, if the type takes it. */
    public static <S, T> Default<Fact<T>> from(One<?, S> other, Function<S, String> form, Type<T> type, String words) {
        return new Rule<>(
                words,
                reading -> reading.ask(other)
                        .flatMap(found -> parsed(reading, type, form.apply(found.value()), words, found.origin())));
    }

    /** A list of one, made from another attribute of the same block. */
    public static <S, T> Default<List<Fact<T>>> listFrom(One<?, S> other, Function<S, List<T>> form, String words) {
        return new Rule<>(
                words,
                reading -> reading.ask(other)
                        .map(found -> form.apply(found.value()).stream()
                                .map(value -> reading.assumed(value, words, List.of(found.origin())))
                                .toList()));
    }

    /** The name of the block itself, if the type takes it. */
    public static <T> Default<Fact<T>> blockName(Type<T> type) {
        String words = "the name of its block";
        return new Rule<>(words, reading -> {
            Fact<String> name = reading.block().named(reading.block().name());
            return parsed(reading, type, name.value(), words, name.origin());
        });
    }

    /** Text with the value of another block's attribute in it: the only block of its kind. */
    public static <K, S, T> Default<Fact<T>> text(
            String before, Kind<K> kind, One<? super K, S> attribute, Function<S, String> print, Type<T> type) {
        String words = behind(before, kind.name() + "." + attribute.name());
        return new Rule<>(
                words,
                reading -> single(reading, kind)
                        .flatMap(block -> block.find(attribute))
                        .flatMap(found ->
                                parsed(reading, type, before + print.apply(found.value()), words, found.origin())));
    }

    /** The same, of an attribute of the same block. */
    public static <S, T> Default<Fact<T>> text(
            String before, One<?, S> attribute, Function<S, String> print, Type<T> type) {
        String words = behind(before, attribute.name());
        return new Rule<>(
                words,
                reading -> reading.ask(attribute)
                        .flatMap(found ->
                                parsed(reading, type, before + print.apply(found.value()), words, found.origin())));
    }

    private static <T> Optional<Fact<T>> parsed(Reading reading, Type<T> type, String text, String words, Origin from) {
        Parsed<T> parsed = type.parse(text);
        return parsed.value().isEmpty()
                ? missing(
                        reading,
                        "it would be `" + text + "`, which " + parsed.problem(),
                        "write `" + last(reading) + " = …`")
                : Optional.of(reading.assumed(parsed.value().get(), words, List.of(from)));
    }

    private static String behind(String before, String attribute) {
        return before.isEmpty() ? "`" + attribute + "`" : "`" + before + "` and `" + attribute + "`";
    }

    /** The only declared block of a kind; with none or several the page must say which. */
    public static <K> Default<Fact<Block<K>>> only(Kind<K> kind) {
        String words = "the only " + kind.name();
        return new Rule<>(words, reading -> single(reading, kind).map(block -> found(reading, block, words)));
    }

    /** The only declared block of a kind, or none if there is none; with several the page must say which. */
    public static <K> Default<Optional<Fact<Block<K>>>> onlyIfAny(Kind<K> kind) {
        String words = "the only " + kind.name() + ", if there is one";
        return new Rule<>(words, reading -> {
            if (reading.all(kind).isEmpty()) {
                Evaluation evaluation = reading.evaluation();
                evaluation.removal(kind).ifPresent(gone -> evaluation.blame().without(gone, reading.block()));
                return evaluation.mayHave(kind) ? Optional.empty() : Optional.of(Optional.empty());
            }
            Optional<Block<K>> one = single(reading, kind);
            return one.isEmpty() ? Optional.empty() : Optional.of(Optional.of(found(reading, one.get(), words)));
        });
    }

    /** The same, where one of some other attributes of the block is stated; else none: it would not be used. */
    public static <K> Default<Optional<Fact<Block<K>>>> onlyIfAny(Kind<K> kind, Maybe<?, ?>... used) {
        Default<Optional<Fact<Block<K>>>> only = onlyIfAny(kind);
        return new Rule<>(only.words(), reading -> {
            for (Maybe<?, ?> attribute : used) {
                Optional<? extends Optional<?>> stated = reading.ask(attribute);
                if (stated.isEmpty()) {
                    return Optional.empty();
                }
                if (stated.get().isPresent()) {
                    return only.find(reading);
                }
            }
            return Optional.of(Optional.empty());
        });
    }

    /** The same, where another attribute decides which one makes use of it. */
    public static <K, S> Default<Optional<Fact<Block<K>>>> onlyIfAny(
            Kind<K> kind, One<?, S> decides, Function<S, Maybe<?, ?>> used) {
        return new Rule<>(
                onlyIfAny(kind).words(),
                reading -> reading.ask(decides)
                        .flatMap(decided ->
                                onlyIfAny(kind, used.apply(decided.value())).find(reading)));
    }

    /** All declared blocks of a kind, in the order of the page. */
    public static <K> Default<List<Fact<Block<K>>>> all(Kind<K> kind) {
        String words = "every " + kind.name();
        return new Rule<>(words, reading -> {
            List<Fact<Block<K>>> all = new ArrayList<>();
            reading.all(kind).forEach(block -> all.add(found(reading, block, words)));
            return Optional.of(List.copyOf(all));
        });
    }

    private static <K> Fact<Block<K>> found(Reading reading, Block<K> block, String words) {
        Origin origin = block.named(block).origin();
        reading.evaluation().use(origin.written().orElseThrow().span(), reading.block(), block, block.address());
        return reading.assumed(block, words, List.of(origin));
    }

    private static <K> Optional<Block<K>> single(Reading reading, Kind<K> kind) {
        List<Block<K>> all = reading.all(kind);
        if (all.size() == 1) {
            return Optional.of(all.get(0));
        }
        Evaluation evaluation = reading.evaluation();
        Optional<Removal> gone = evaluation.removal(kind);
        if (all.isEmpty() && gone.isPresent()) {
            evaluation.blame().orphan(gone.get(), reading.block().heading(), "uses the only " + kind.name());
            return Optional.empty();
        }
        if (all.isEmpty()) {
            return evaluation.mayHave(kind)
                    ? Optional.empty()
                    : missing(reading, "the page declares no " + kind.name(), "declare one: `" + kind.example() + "`");
        }
        String name = last(reading);
        Optional<Block<K>> added = evaluation.addedAbove(all, reading.block());
        if (added.isPresent()) {
            evaluation.blame().undecided(added.get(), name, reading.block());
            return Optional.empty();
        }
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.AMBIGUOUS_REFERENCE,
                reading.block().heading(),
                reading.block().words() + " does not say which " + kind.name() + " it uses, and there are "
                        + all.size());
        for (Block<K> block : all) {
            diagnostic = diagnostic
                    .related(block.heading(), "one of them")
                    .help("write `" + name + " = " + block.address() + "`");
        }
        reading.report().add(diagnostic);
        return Optional.empty();
    }

    private static <T> Optional<T> missing(Reading reading, String because, String help) {
        Optional<Span> removed = reading.block().removed(last(reading));
        if (removed.isPresent()) {
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.MISSING_ATTRIBUTE,
                                    removed.get(),
                                    "`" + last(reading) + "` of "
                                            + reading.block().words() + " is removed here, and it cannot be without")
                            .label(because)
                            .related(reading.block().heading(), "declared here")
                            .help("set another value with `=`, or remove this line"));
        } else if (reading.block().legible()) {
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.MISSING_ATTRIBUTE,
                                    reading.block().heading(),
                                    reading.block().words() + " has no `" + last(reading) + "`")
                            .label(because)
                            .help(help));
        }
        return Optional.empty();
    }

    private static String last(Reading reading) {
        List<String> steps = reading.at().steps();
        return steps.get(steps.size() - 1);
    }

    private static String lowerFirst(String sentence) {
        String first = sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT);
        return (first + sentence.substring(1)).replaceAll("\\.$", "");
    }
}
