package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Parsed;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From entries to blocks: which words there are, in which form, and that nothing stands twice. */
final class Declarations {
    private final Evaluation evaluation;
    private final Amendments amendments;

    Declarations(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.amendments = new Amendments(evaluation, this);
    }

    void read(List<Layer> layers) {
        for (Layer layer : layers) {
            amendments.begin(layer);
            Concealment.ofComments(layer.tree(), evaluation.report());
            layer.tree().entries().forEach(entry -> {
                Concealment.of(entry, evaluation.kinds(), evaluation.report());
                pageEntry(entry);
            });
        }
        amendments.reportContradictions();
    }

    private void pageEntry(Entry entry) {
        Word keyword = entry.keyword();
        Optional<Kind<?>> kind = evaluation.kinds().find(keyword.text());
        if (keyword.text().equals("import") || keyword.text().equals("extends")) {
            return; // Layers follows them
        }
        if (Amendments.is(entry)) {
            amendments.page((Entry.Statement) entry);
        } else if (evaluation.kinds().later().contains(keyword.text())) {
            evaluation.illegible(keyword.text());
            say(
                    LanguageCodes.NOT_SUPPORTED_YET,
                    keyword.span(),
                    "`" + keyword.text() + "` is not supported yet",
                    "leave it out");
        } else if (kind.isEmpty() && entry instanceof Entry.Assignment) {
            say(
                    LanguageCodes.WRONG_FORM,
                    keyword.span(),
                    "`" + keyword.text() + " = …` stands outside of every block",
                    "put it in the block that it belongs to");
        } else if (kind.isEmpty()) {
            unknownKind((Entry.Statement) entry);
        } else {
            declare(kind.get(), Optional.empty(), entry);
        }
    }

    /** A near miss of a kind is that kind, as far as references to it go. */
    private void unknownKind(Entry.Statement statement) {
        Word keyword = statement.keyword();
        if (!statement.whole()) {
            evaluation.kinds().meant(keyword.text()).ifPresent(kind -> evaluation.illegible(kind.name()));
            return;
        }
        String message = "`" + keyword.text() + "` is no kind of block";
        Optional<Kind<?>> outer = evaluation.kinds().all().stream()
                .filter(kind ->
                        kind.inner().stream().anyMatch(inner -> inner.name().equals(keyword.text())))
                .findFirst();
        if (outer.isPresent()) {
            say(
                    LanguageCodes.UNKNOWN_KIND,
                    keyword.span(),
                    message + " of its own",
                    "it stands within `" + outer.get().example() + "`");
        } else {
            new UnknownWords(evaluation).kind(keyword);
        }
    }

    private <K> void declare(Kind<K> kind, Optional<Block<?>> parent, Entry entry) {
        if (!(entry instanceof Entry.Statement statement) || statement.arrow().isPresent()) {
            evaluation.illegible(kind.name());
            parent.ifPresent(evaluation::fail);
            if (entry instanceof Entry.Assignment assignment && assignment.value() instanceof Value.Broken) {
                return;
            }
            say(
                    LanguageCodes.WRONG_FORM,
                    entry.keyword().span(),
                    "`" + kind.name() + "` is a block",
                    "write `" + kind.example() + "`");
            return;
        }
        Optional<Address> address = address(kind, parent, statement, "");
        if (address.isEmpty()) {
            evaluation.illegible(kind.name());
            parent.ifPresent(evaluation::fail);
            return;
        }
        Block<K> block = new Block<>(kind, address.get(), parent, statement, evaluation);
        Optional<Block<?>> twin = evaluation.block(address.get());
        if (twin.isPresent()) {
            evaluation.fail(twin.get());
            evaluation.report().add(twice(block, twin.get(), statement));
            return;
        }
        evaluation.declare(block);
        parent.ifPresent(outer -> outer.add(block));
        amendments.sayings().add(address.get(), amendments.saying(Saying.Act.OPENS, false, block.heading(), List.of()));
        if (statement.body().isEmpty() && statement.whole()) {
            say(
                    LanguageCodes.WRONG_FORM,
                    block.heading(),
                    block.words() + " has no braces",
                    "write `" + kind.example() + "`");
        }
        statement.body().ifPresent(body -> entries(block, body.entries(), false));
    }

    /** In another file it was meant to be amended. */
    private Diagnostic twice(Block<?> block, Block<?> twin, Entry.Statement statement) {
        Diagnostic diagnostic = Diagnostic.of(
                        LanguageCodes.DECLARED_TWICE, block.heading(), block.words() + " is declared twice")
                .related(twin.heading(), "declared here first");
        String first = twin.heading().source().name();
        if (twin.heading().source() == block.heading().source()) {
            return diagnostic.help(
                    block.kind().naming() == Kind.Naming.SINGLE
                            ? "move what it holds into the first one"
                            : "give one of them another name, or move what it holds into the first one");
        }
        if (amendments.isBeside(twin.heading().source())) {
            return diagnostic.help("let both import a part that declares it, or write `amend " + block.spelling()
                    + " {` here below `import` of `" + first + "`");
        }
        Span start = statement.keyword().span();
        return diagnostic
                .help("write `amend " + block.spelling() + " {`: it changes what `" + first + "` declares")
                .fix(Fix.guess("write `amend`", new Span(start.source(), start.start(), start.start()), "amend "));
    }

    /** A block that another file declares: what a part says of it is read as far as it goes. */
    <K> Block<K> assume(Kind<K> kind, Address address, Optional<Block<?>> parent, Entry.Statement statement) {
        Block<K> block = new Block<>(kind, address, parent, statement, evaluation).assumed();
        evaluation.declare(block);
        parent.ifPresent(outer -> outer.add(block));
        return block;
    }

    /** @param before the word before it, {@code amend} or {@code remove}, and a blank; empty for a declaration */
    Optional<Address> address(Kind<?> kind, Optional<Block<?>> parent, Entry.Statement statement, String before) {
        Address outer = parent.map(block -> block.address().then(kind.name())).orElseGet(() -> Address.of(kind.name()));
        List<Value> labels = statement.labels();
        if (labels.stream().anyMatch(Value.Broken.class::isInstance) || (labels.isEmpty() && !statement.whole())) {
            return Optional.empty();
        }
        Supplier<String> right = () -> right(kind, before);
        if (kind.naming() == Kind.Naming.SINGLE) {
            return labels.isEmpty()
                    ? Optional.of(outer)
                    : refuse(labels.get(0).span(), "`" + kind.name() + "` takes no name", right);
        }
        if (labels.size() != 1) {
            return labels.isEmpty()
                    ? refuse(statement.keyword().span(), "this " + kind.name() + " has no name", right)
                    : refuse(labels.get(1).span(), "`" + kind.name() + "` takes one name", right);
        }
        Optional<String> name =
                kind.naming() == Kind.Naming.STRING ? Labels.key(labels.get(0)) : Labels.word(labels.get(0));
        if (name.isEmpty()) {
            boolean quoted = labels.get(0) instanceof Value.Text;
            return refuse(
                    labels.get(0).span(),
                    quoted && kind.naming() == Kind.Naming.STRING
                            ? "a name holds no `\\( )`"
                            : quoted ? "the name of a " + kind.name() + " stands without quotes" : "this is no name",
                    right);
        }
        Parsed<String> parsed = kind.parseName(name.get());
        return parsed.value().isPresent()
                ? parsed.value().map(outer::then)
                : refuse(labels.get(0).span(), "`" + name.get() + "` " + parsed.problem(), right);
    }

    /** How an entry begins; what is amended or removed has the name of the only one that is there. */
    private String right(Kind<?> kind, String before) {
        List<String> there = evaluation.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::spelling)
                .distinct()
                .toList();
        boolean named = !before.isEmpty() && there.size() == 1;
        String example = named ? there.get(0) + " { … }" : kind.example();
        return before + (before.startsWith(Amendments.REMOVE) ? example.replace(" { … }", "") : example);
    }

    private Optional<Address> refuse(Span at, String message, Supplier<String> right) {
        say(LanguageCodes.WRONG_FORM, at, message, "write `" + right.get() + "`");
        return Optional.empty();
    }

    /** @param amending whether the block was there before: then a value replaces the one that it has */
    void entries(Block<?> block, List<Entry> entries, boolean amending) {
        Map<String, Attribute<?, ?>> attributes = block.kind().byName();
        for (Entry entry : entries) {
            Attribute<?, ?> attribute = attributes.get(entry.keyword().text());
            if (attribute == null && Amendments.is(entry)) {
                amendments.inner(block, (Entry.Statement) entry, amending);
            } else if (attribute == null) {
                evaluation.fail(block);
                new UnknownWords(evaluation).attribute(block, entry);
            } else if (attribute instanceof Children<?, ?> children) {
                declare(children.kind(), Optional.of(block), entry);
            } else {
                attribute(block, attribute, entry, amending);
            }
        }
    }

    private void attribute(Block<?> block, Attribute<?, ?> attribute, Entry entry, boolean amending) {
        String key = attribute.name();
        boolean legible = entry instanceof Entry.Statement statement
                ? statement.whole()
                : !(((Entry.Assignment) entry).value() instanceof Value.Broken) || attribute.fits(entry);
        if (!legible) {
            block.damage(key);
        } else if (!attribute.fits(entry)) {
            evaluation.fail(block);
            evaluation.report().add(WrongForm.of(attribute, entry));
            block.damage(key);
        } else if (entry instanceof Entry.Assignment assignment) {
            assign(block, attribute, assignment, amending);
        } else if (attribute.repeats() || block.written(key).isEmpty()) {
            amendments.declare(block, attribute, (Entry.Statement) entry, amending);
        } else {
            evaluation.fail(block);
            evaluation.report().add(again(block, key, entry));
        }
    }

    private Diagnostic again(Block<?> block, String key, Entry entry) {
        Span first = block.written(key).get(0).span();
        Diagnostic diagnostic = Diagnostic.of(
                        LanguageCodes.DECLARED_TWICE, entry.span(), "`" + key + "` stands twice in " + block.words())
                .related(first, "here first");
        Span start = entry.keyword().span();
        return first.source() == start.source()
                ? diagnostic.help("remove one of them")
                : diagnostic
                        .help("write `amend " + key + " {`: it changes what `"
                                + first.source().name() + "` states")
                        .fix(Fix.guess(
                                "write `amend`", new Span(start.source(), start.start(), start.start()), "amend "));
    }

    private void assign(Block<?> block, Attribute<?, ?> attribute, Entry.Assignment entry, boolean amending) {
        String operator = entry.operator().text();
        boolean changes = !operator.equals("=");
        boolean can = amending && attribute instanceof Assigned<?, ?, ?> assigned && assigned.changesBy(operator);
        if (!changes || can) {
            amendments.assign(block, attribute, entry, amending);
            return;
        }
        evaluation.fail(block);
        Diagnostic diagnostic = Diagnostic.of(
                        LanguageCodes.WRONG_FORM,
                        entry.operator().span(),
                        amending
                                ? "`" + attribute.name() + "` takes no `" + operator + "`"
                                : "`" + operator + "` changes a list that is there, within `amend`")
                .help("write the whole value with `=`");
        evaluation
                .report()
                .add(
                        operator.equals("+=") && !amending
                                ? diagnostic.fix(
                                        Fix.guess("write `=`", entry.operator().span(), "="))
                                : diagnostic);
        block.damage(attribute.name());
    }

    void say(Code code, Span at, String message, String help) {
        evaluation.report().add(Diagnostic.of(code, at, message).help(help));
    }
}
