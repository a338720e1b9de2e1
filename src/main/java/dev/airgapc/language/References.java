package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
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
        if (steps.size() != length) {
            String help = steps.size() < length
                    ? "write `" + wanted.name() + ".NAME`"
                    : "a reference names a block; write the value within a string: `\"\\(" + name.text() + ")\"`";
            return refuse(
                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                    name,
                    "`" + name.text() + "` names no " + wanted.name(),
                    help);
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
            return refuse(
                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                    name,
                    "`" + name.text() + "` is a block, and text holds values",
                    "name one of its attributes: `\\(" + name.text() + ".…)`");
        }
        Optional<Block<?>> block = evaluation.block(address(steps, length));
        return block.isEmpty() ? undeclared(name, kind.get()) : within(block.get(), name, length);
    }

    private Optional<Fact<String>> within(Block<?> block, Value.Name name, int at) {
        Map<String, Attribute<?, ?>> attributes = block.kind().byName();
        String word = name.steps().get(at).text();
        Attribute<?, ?> attribute = attributes.get(word);
        if (attribute == null) {
            String help = Similar.to(word, attributes.keySet())
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("it has " + String.join(", ", attributes.keySet()));
            return refuse(LanguageCodes.UNKNOWN_REFERENCE, name, block.words() + " has no `" + word + "`", help);
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
        String first = name.steps().get(0).text();
        boolean kind = evaluation.kinds().find(first).isPresent()
                || evaluation.kinds().later().contains(first);
        if (kind) {
            return refuse(
                    LanguageCodes.WRONG_KIND_OF_REFERENCE,
                    name,
                    "`" + name.text() + "` is a block `" + first + "`, and `" + wanted.name() + "` is wanted",
                    "write `" + example(wanted) + "`");
        }
        Optional<String> near = evaluation.all(wanted).stream()
                .map(Block::name)
                .filter(first::equals)
                .findFirst();
        String help = near.map(found -> "did you mean `" + wanted.name() + "." + found + "`?")
                .orElse("write `" + example(wanted) + "`");
        return refuse(LanguageCodes.UNKNOWN_REFERENCE, name, "`" + name.text() + "` refers to nothing", help);
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
        String help = Similar.to(first, evaluation.kinds().names())
                .map(near -> "did you mean `" + near + "`?")
                .orElse("an address begins with a kind: "
                        + String.join(", ", evaluation.kinds().names()));
        return refuse(LanguageCodes.UNKNOWN_REFERENCE, name, "`" + first + "` is no kind", help);
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
        Diagnostic diagnostic = Diagnostic.of(LanguageCodes.UNKNOWN_REFERENCE, name.span(), what + " is not declared")
                .label("not found");
        List<String> names =
                evaluation.all(kind).stream().map(block -> block.name()).toList();
        Optional<String> near = Similar.to(missing, names);
        if (near.isPresent()) {
            Block<?> meant =
                    evaluation.block(Address.of(kind.name(), near.get())).orElseThrow();
            diagnostic = diagnostic
                    .related(meant.heading(), "a " + kind.name() + " with a similar name is declared here")
                    .help("did you mean `" + meant.address() + "`?");
        } else {
            diagnostic = diagnostic.help(
                    names.isEmpty()
                            ? "declare it: `" + kind.example() + "`"
                            : "declared are " + String.join(", ", names));
        }
        reading.report().add(diagnostic);
        return Optional.empty();
    }

    private String example(Kind<?> wanted) {
        if (wanted.naming() == Kind.Naming.SINGLE) {
            return wanted.name();
        }
        List<String> names =
                evaluation.all(wanted).stream().map(block -> block.name()).toList();
        return wanted.name() + "." + (names.isEmpty() ? "NAME" : names.get(0));
    }

    private static Address address(List<Word> steps, int length) {
        return Address.of(steps.subList(0, length).stream().map(Word::text).toArray(String[]::new));
    }

    private <T> Optional<T> refuse(Code code, Value.Name name, String message, String help) {
        reading.report().add(Diagnostic.of(code, name.span(), message).help(help));
        return Optional.empty();
    }
}
