package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a dotted name means: a block where a reference stands, a value within {@code \( )}. */
final class References {
    private final Evaluation evaluation;
    private final Reading reading;

    References(Evaluation evaluation, Reading reading) {
        this.evaluation = evaluation;
        this.reading = reading;
    }

    /** A block of the wanted kind. */
    <K> Optional<Block<K>> block(Value.Name name, Kind<K> wanted) {
        List<Word> steps = name.steps();
        String first = steps.get(0).text();
        int length = wanted.naming() == Kind.Naming.SINGLE ? 1 : 2;
        if (!first.equals(wanted.name())) {
            return wrongKind(name, wanted);
        }
        if (steps.size() < length) {
            return refuse(
                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                    name,
                    "`" + name.text() + "` does not say which " + wanted.name(),
                    advice(wanted));
        }
        if (steps.size() > length) {
            return surplus(name, length, wanted);
        }
        for (Block<K> block : evaluation.all(wanted)) {
            if (block.address().equals(address(steps, length))) {
                evaluation.use(name.span(), reading.block(), block, block.address());
                return Optional.of(block);
            }
        }
        return undeclared(name, wanted);
    }

    /** The value of an attribute, as text. */
    Optional<Fact<String>> value(Value.Name name) {
        List<Word> steps = name.steps();
        Optional<Kind<?>> kind = evaluation.kinds().find(steps.get(0).text());
        if (kind.isEmpty()) {
            return unknownKind(name);
        }
        int length = kind.get().naming() == Kind.Naming.SINGLE ? 1 : 2;
        if (steps.size() <= length) {
            return whole(name, kind.get());
        }
        Optional<Block<?>> block = evaluation.block(address(steps, length));
        return block.isEmpty() ? undeclared(name, kind.get()) : within(block.get(), name, length);
    }

    /** More steps than the address of a block has: a reference ends before. */
    private <T> Optional<T> surplus(Value.Name name, int length, Kind<?> wanted) {
        List<Word> steps = name.steps();
        Span more = name.span()
                .source()
                .span(steps.get(length - 1).span().end(), name.span().end());
        String block = address(steps, length).toString();
        Diagnostic said = Diagnostic.of(
                        LanguageCodes.WRONG_KIND_OF_REFERENCE,
                        more,
                        "`" + name.text() + "` names no " + wanted.name() + ", but what one holds")
                .help("write `" + block + "`");
        return refuse(said.fix(Fix.guess("write `" + block + "`", more, "")));
    }

    /** A block where a value is wanted: of its attributes the one that must be written, if there is one. */
    private <T> Optional<T> whole(Value.Name name, Kind<?> kind) {
        List<String> likely = kind.byName().values().stream()
                .filter(attribute -> attribute.isRequired() && attribute.interpolates())
                .map(Attribute::name)
                .toList();
        Diagnostic said = Diagnostic.of(
                LanguageCodes.WRONG_KIND_OF_REFERENCE,
                name.span(),
                "`" + name.text() + "` is a block, and text holds values");
        if (likely.size() != 1 || kind.isConfidential()) {
            return refuse(said.help("name one of its attributes: "
                    + String.join(", ", kind.byName().keySet())));
        }
        return refuse(UnknownWords.guess(said, name.span(), name.text() + "." + likely.get(0)));
    }

    /** Whether an address has a value that text may hold; nothing is said if it has none. */
    boolean isText(List<String> steps) {
        Optional<Kind<?>> kind = evaluation.kinds().find(steps.get(0));
        int length = kind.isPresent() && kind.get().naming() == Kind.Naming.SINGLE ? 1 : 2;
        if (kind.isEmpty() || kind.get().isConfidential() || steps.size() != length + 1) {
            return false;
        }
        Optional<Block<?>> block =
                evaluation.block(Address.of(steps.subList(0, length).toArray(String[]::new)));
        Attribute<?, ?> attribute = kind.get().byName().get(steps.get(length));
        return block.isPresent() && attribute != null && attribute.interpolates();
    }

    private Optional<Fact<String>> within(Block<?> block, Value.Name name, int at) {
        Map<String, Attribute<?, ?>> attributes = block.kind().byName();
        String word = name.steps().get(at).text();
        Attribute<?, ?> attribute = attributes.get(word);
        if (attribute == null) {
            Word step = name.steps().get(at);
            Diagnostic said = Diagnostic.of(
                    LanguageCodes.UNKNOWN_REFERENCE, step.span(), block.words() + " has no `" + word + "`");
            return refuse(Similar.to(word, attributes.keySet())
                    .or(() -> block.kind().meaning(word))
                    .map(near -> UnknownWords.meant(said, step, near))
                    .orElseGet(() -> said.help("it has " + String.join(", ", attributes.keySet()))));
        }
        if (attribute instanceof Children<?, ?> children && name.steps().size() > at + 2) {
            Address inner =
                    block.address().then(word).then(name.steps().get(at + 1).text());
            Optional<Block<?>> child = evaluation.block(inner);
            return child.isEmpty() ? undeclared(name, children.kind()) : within(child.get(), name, at + 2);
        }
        if (block.kind().isConfidential()) {
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.TYPED_SECRET,
                                    name.span(),
                                    "`" + name.text() + "` is a part of a secret, and text never holds one")
                            .help("write `" + block.address()
                                    + "` where a secret is wanted; outputs refer to it by name"));
            return Optional.empty();
        }
        if (name.steps().size() > at + 1 || !attribute.interpolates()) {
            return refuse(
                    LanguageCodes.WRONG_TYPE,
                    name,
                    "`" + name.text() + "` does not print as text",
                    "text holds strings, names, hosts, addresses, versions, numbers and words");
        }
        evaluation.use(name.span(), reading.block(), block, block.address().then(word));
        return shown(block, attribute, name);
    }

    private <A> Optional<Fact<String>> shown(Block<?> block, Attribute<?, A> attribute, Value.Name name) {
        Optional<A> answer = Block.ask(block, attribute);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        List<Fact<String>> texts = attribute.show(answer.get());
        return texts.isEmpty()
                ? refuse(
                        LanguageCodes.UNKNOWN_REFERENCE,
                        name,
                        "`" + name.text() + "` has no value",
                        "write `" + attribute.example() + "` in " + block.words())
                : Optional.of(texts.get(0));
    }

    private <T> Optional<T> wrongKind(Value.Name name, Kind<?> wanted) {
        if (reading.isNothing(name)) {
            return reading.wrong(name, "a reference to " + wanted.called(), "");
        }
        String first = name.steps().get(0).text();
        boolean kind = evaluation.kinds().find(first).isPresent()
                || evaluation.kinds().later().contains(first);
        if (kind) {
            return refuse(
                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                    name,
                    "`" + name.text() + "` is a block `" + first + "`, and `" + wanted.name() + "` is wanted",
                    advice(wanted));
        }
        Diagnostic said =
                Diagnostic.of(LanguageCodes.UNKNOWN_REFERENCE, name.span(), "`" + name.text() + "` refers to nothing");
        List<String> names = evaluation.all(wanted).stream().map(Block::name).toList();
        if (names.contains(first) && name.steps().size() == 1) {
            String help = "write `" + wanted.name() + "." + first + "`";
            return refuse(said.help(help).fix(Fix.safe(help, name.span(), wanted.name() + "." + first)));
        }
        int last = name.steps().size();
        if (last > 1 && names.contains(name.steps().get(last - 1).text())) {
            return refuse(UnknownWords.guess(
                    said,
                    name.span(),
                    wanted.name() + "." + name.steps().get(last - 1).text()));
        }
        return refuse(said.help(advice(wanted)));
    }

    private <T> Optional<T> unknownKind(Value.Name name) {
        String first = name.steps().get(0).text();
        if (evaluation.kinds().later().contains(first)) {
            return refuse(
                    LanguageCodes.NOT_SUPPORTED_YET, name, "`" + first + "` is not supported yet", "leave it out");
        }
        Block<?> here = reading.block();
        if (here.kind().byName().containsKey(first)) {
            return refuse(
                    LanguageCodes.UNKNOWN_REFERENCE,
                    name,
                    "an address begins with a kind, and `" + first + "` is none",
                    "did you mean `\\(" + here.address().then(first) + ")`?");
        }
        List<String> blocks = evaluation.blocks().stream()
                .filter(block -> block.parent().isEmpty()
                        && block.name().equals(first)
                        && name.steps().size() == 2
                        && block.kind().byName().containsKey(name.steps().get(1).text()))
                .map(block -> block.address() + "." + name.steps().get(1).text())
                .toList();
        Word step = name.steps().get(0);
        Diagnostic said =
                Diagnostic.of(LanguageCodes.UNKNOWN_REFERENCE, step.span(), "`" + first + "` is no kind of block");
        if (blocks.size() == 1) {
            return refuse(UnknownWords.guess(said, name.span(), blocks.get(0)));
        }
        return refuse(evaluation
                .kinds()
                .meant(first)
                .map(kind -> UnknownWords.meant(said, step, kind.name()))
                .orElseGet(() -> said.help("an address begins with a kind: "
                        + String.join(", ", evaluation.kinds().names()))));
    }

    private <T> Optional<T> undeclared(Value.Name name, Kind<?> kind) {
        if (evaluation.mayHave(kind)) {
            return Optional.empty();
        }
        int length = Math.min(
                kind.naming() == Kind.Naming.SINGLE ? 1 : 2, name.steps().size());
        Optional<Removal> removal = evaluation.removal(address(name.steps(), length));
        if (removal.isPresent()) {
            evaluation.blame().orphan(removal.get(), name.span(), "refers to it");
            return Optional.empty();
        }
        String missing = kind.naming() == Kind.Naming.SINGLE
                ? kind.name()
                : name.steps().get(1).text();
        String what = kind.naming() == Kind.Naming.SINGLE ? "`" + missing + "`" : kind.name() + " `" + missing + "`";
        Word step = name.steps().get(kind.naming() == Kind.Naming.SINGLE ? 0 : 1);
        Diagnostic diagnostic = Diagnostic.of(LanguageCodes.UNKNOWN_REFERENCE, step.span(), what + " is not declared")
                .label("not found");
        List<String> names =
                evaluation.all(kind).stream().map(block -> block.name()).toList();
        Optional<String> near = Similar.to(missing, names);
        if (near.isPresent()) {
            Block<?> meant =
                    evaluation.block(Address.of(kind.name(), near.get())).orElseThrow();
            diagnostic = diagnostic
                    .related(meant.heading(), kind.called() + " with a similar name is declared here")
                    .help("did you mean `" + meant.address() + "`?")
                    .fix(Fix.guess("write `" + meant.address() + "`", step.span(), near.get()));
        } else {
            diagnostic = diagnostic.help(
                    names.isEmpty()
                            ? "declare it: `" + declaration(kind, missing) + "`"
                            : "declared are "
                                    + String.join(
                                            ", ",
                                            names.stream()
                                                    .map(other -> "`" + Address.of(kind.name(), other) + "`")
                                                    .toList()));
        }
        reading.report().add(diagnostic);
        return Optional.empty();
    }

    /** How a block of that name begins. */
    private static String declaration(Kind<?> kind, String name) {
        return kind.naming() == Kind.Naming.SINGLE ? kind.example() : kind.name() + " " + name + " { … }";
    }

    /** What to write where a block of the kind is wanted: one that is there, else one that is declared first. */
    String advice(Kind<?> wanted) {
        boolean there =
                wanted.naming() == Kind.Naming.SINGLE || !evaluation.all(wanted).isEmpty();
        return (there ? "" : "declare `" + wanted.example() + "` and ") + "write `" + example(wanted) + "`";
    }

    private String example(Kind<?> wanted) {
        if (wanted.naming() == Kind.Naming.SINGLE) {
            return wanted.name();
        }
        List<String> names =
                evaluation.all(wanted).stream().map(block -> block.name()).toList();
        return wanted.name() + "." + (names.isEmpty() ? "main" : names.get(0));
    }

    private static Address address(List<Word> steps, int length) {
        return Address.of(steps.subList(0, length).stream().map(Word::text).toArray(String[]::new));
    }

    private <T> Optional<T> refuse(Code code, Value.Name name, String message, String help) {
        return refuse(Diagnostic.of(code, name.span(), message).help(help));
    }

    private <T> Optional<T> refuse(Diagnostic said) {
        reading.report().add(said);
        return Optional.empty();
    }
}
