package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Address;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code amend} and {@code remove}: they change what a layer before declared, and fail where there is nothing to change. */
final class Amendments {
    private static final String AMEND = "amend";
    private static final String REMOVE = "remove";

    /** Who set an attribute last: the file that imports the part it was set in, and where. */
    private record Setting(Source importer, Span at, String text) {}

    private final Evaluation evaluation;
    private final Declarations declarations;
    private final Map<Address, Setting> setByParts = new HashMap<>();
    private final Map<Address, Diagnostic> conflicts = new LinkedHashMap<>();
    private Optional<Source> part = Optional.empty();

    Amendments(Evaluation evaluation, Declarations declarations) {
        this.evaluation = evaluation;
        this.declarations = declarations;
    }

    static boolean is(Entry entry) {
        String word = entry.keyword().text();
        return entry instanceof Entry.Statement && (word.equals(AMEND) || word.equals(REMOVE));
    }

    void begin(Layer layer) {
        part = layer.part();
    }

    /** {@code amend kind name { … }} and {@code remove kind name} of a page. */
    void page(Entry.Statement statement) {
        Optional<Entry.Statement> inner = inner(statement);
        if (inner.isEmpty()) {
            return;
        }
        Word word = inner.get().keyword();
        Optional<Kind<?>> kind = evaluation.kinds().find(word.text());
        if (kind.isPresent()) {
            block(kind.get(), Optional.empty(), statement, inner.get());
        } else if (evaluation.kinds().later().contains(word.text())) {
            declarations.say(
                    LanguageCodes.NOT_SUPPORTED_YET,
                    word.span(),
                    "`" + word.text() + "` is not supported yet",
                    "leave it out");
        } else {
            new UnknownWords(evaluation).kind(word);
        }
    }

    /** The same within an amended block, where attributes and arrows can be removed too. */
    void inner(Block<?> outer, Entry.Statement statement) {
        Optional<Entry.Statement> inner = inner(statement);
        boolean opens = inner.isPresent() && inner.get().body().isPresent();
        if (inner.isEmpty() || (!statement.whole() && !opens)) {
            evaluation.fail(outer);
            return;
        }
        Word word = inner.get().keyword();
        Attribute<?, ?> attribute = outer.kind().byName().get(word.text());
        if (attribute instanceof Children<?, ?> children) {
            block(children.kind(), Optional.of(outer), statement, inner.get());
        } else if (attribute instanceof Arrows<?, ?> && inner.get().labels().size() == 1) {
            arrow(outer, attribute, statement, inner.get());
        } else if (attribute instanceof Pairs<?, ?> && !removes(statement) && attribute.fits(inner.get())) {
            pairs(outer, attribute, statement, inner.get());
        } else if (attribute != null
                && removes(statement)
                && inner.get().labels().isEmpty()) {
            if (!outer.forget(attribute.name()) && !outer.isAssumed()) {
                nothing(statement.span(), outer.words() + " does not state `" + word.text() + "`", "remove this line");
            }
        } else if (attribute != null) {
            evaluation.fail(outer);
            declarations.say(
                    LanguageCodes.WRONG_FORM,
                    statement.span(),
                    "`" + word.text() + "` is not changed like this",
                    "write `" + attribute.example() + "`");
        } else {
            evaluation.fail(outer);
            new UnknownWords(evaluation).attribute(outer, inner.get());
        }
    }

    private void block(Kind<?> kind, Optional<Block<?>> outer, Entry.Statement statement, Entry.Statement inner) {
        Optional<Address> address = declarations.address(kind, outer, inner);
        if (address.isEmpty()) {
            outer.ifPresent(evaluation::fail);
            return;
        }
        Optional<Block<?>> block = evaluation.block(address.get());
        if (block.isEmpty() && evaluation.isOpen() && !removes(statement)) {
            block = Optional.of(declarations.assume(kind, address.get(), outer, inner));
        }
        if (block.isEmpty()) {
            missing(kind, address.get(), statement);
        } else if (removes(statement)) {
            evaluation.remove(block.get());
        } else if (inner.body().isPresent()) {
            if (!inner.whole()) {
                evaluation.fail(block.get());
            }
            declarations.entries(block.get(), inner.body().get().entries(), true);
        } else if (inner.whole()) {
            declarations.say(
                    LanguageCodes.WRONG_FORM,
                    statement.span(),
                    "`amend` opens a block",
                    "write `amend " + kind.example() + "`");
        }
    }

    private void missing(Kind<?> kind, Address address, Entry.Statement statement) {
        if (evaluation.mayHave(kind)) {
            return;
        }
        List<String> others = evaluation.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> block.address().toString())
                .toList();
        String help = Similar.to(address.toString(), others)
                .map(near -> "did you mean `" + near.replace('.', ' ') + "`?")
                .orElse(removes(statement) ? "remove this line" : "declare it without `amend`");
        nothing(
                statement.span(),
                "there is no `" + address + "` to " + statement.keyword().text(),
                help);
    }

    private void arrow(Block<?> outer, Attribute<?, ?> attribute, Entry.Statement statement, Entry.Statement inner) {
        Optional<String> key = Labels.key(inner.labels().get(0));
        boolean found = key.isPresent() && outer.forget(attribute.name(), key.get());
        if (!found && !outer.isAssumed()) {
            nothing(
                    statement.span(),
                    outer.words() + " has no such `" + attribute.name() + "`",
                    removes(statement) ? "remove this line" : "write it without `amend`");
        } else if (!removes(statement)) {
            outer.add(inner);
            settle(
                    outer.address().then(attribute.name()).then(key.orElseThrow()),
                    statement.span(),
                    inner.arrow().map(value -> value.span().text()).orElse(""));
        }
    }

    private void pairs(Block<?> outer, Attribute<?, ?> attribute, Entry.Statement statement, Entry.Statement inner) {
        if (outer.written(attribute.name()).isEmpty() && !outer.isAssumed()) {
            nothing(
                    statement.span(),
                    outer.words() + " states no `" + attribute.name() + "`",
                    "write it without `amend`");
        } else {
            outer.add(inner);
            Address address = outer.address().then(attribute.name());
            for (Entry pair : inner.body().orElseThrow().entries()) {
                String text = pair instanceof Entry.Assignment assignment
                        ? assignment.value().span().text()
                        : pair.span().text();
                settle(address.then(pair.keyword().text()), pair.span(), text);
            }
        }
    }

    /** A value takes the place of the one before it. */
    void replace(Block<?> block, Attribute<?, ?> attribute, Entry.Assignment entry) {
        block.forget(attribute.name());
        settle(
                block.address().then(attribute.name()),
                entry.span(),
                entry.value().span().text());
    }

    /** Two parts of one file that set the same thing must agree, or the file itself must say. */
    private void settle(Address address, Span at, String text) {
        conflicts.remove(address);
        if (part.isEmpty()) {
            setByParts.remove(address);
            return;
        }
        Setting before = setByParts.put(address, new Setting(part.get(), at, text));
        boolean other = before != null
                && before.importer() == part.get()
                && before.at().source() != at.source()
                && !before.text().equals(text);
        if (other) {
            conflicts.put(
                    address,
                    Diagnostic.of(
                                    LanguageCodes.CONFLICTING_PARTS,
                                    at,
                                    "two parts set `" + address + "` to different values")
                            .related(before.at(), "the other part sets it here")
                            .help("set it in `" + part.get().name() + "`, which imports both"));
        }
    }

    /** What no file after the parts has settled. */
    void reportConflicts() {
        conflicts.values().forEach(evaluation.report()::add);
    }

    /** What is amended or removed, as if it were written without the word before it. */
    private Optional<Entry.Statement> inner(Entry.Statement statement) {
        boolean named = !statement.labels().isEmpty()
                && Labels.word(statement.labels().get(0)).isPresent();
        if (!named) {
            if (statement.whole()) {
                declarations.say(
                        LanguageCodes.WRONG_FORM,
                        statement.span(),
                        "`" + statement.keyword().text() + "` says what it changes",
                        "write `" + statement.keyword().text() + " kind name`");
            }
            return Optional.empty();
        }
        Word word = ((Value.Name) statement.labels().get(0)).steps().get(0);
        List<Value> labels = statement.labels().subList(1, statement.labels().size());
        return Optional.of(new Entry.Statement(
                statement.doc(),
                word,
                labels,
                statement.arrow(),
                statement.body(),
                statement.whole(),
                statement.span()));
    }

    private static boolean removes(Entry.Statement statement) {
        return statement.keyword().text().equals(REMOVE);
    }

    private void nothing(Span at, String message, String help) {
        evaluation
                .report()
                .add(Diagnostic.of(LanguageCodes.NOTHING_TO_AMEND, at, message).help(help));
    }
}
