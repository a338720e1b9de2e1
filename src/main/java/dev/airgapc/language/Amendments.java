package dev.airgapc.language;

import dev.airgapc.fact.Address;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code amend} and {@code remove}: they change what a layer before declared, and fail where there is nothing to change. */
final class Amendments {
    static final String AMEND = "amend";
    static final String REMOVE = "remove";

    private final Evaluation evaluation;
    private final Declarations declarations;
    private final NothingThere nothingThere;
    private final Sayings sayings = new Sayings();
    private Layer layer;

    Amendments(Evaluation evaluation, Declarations declarations) {
        this.evaluation = evaluation;
        this.declarations = declarations;
        this.nothingThere = new NothingThere(evaluation);
        this.layer = evaluation.layers().get(0);
    }

    static boolean is(Entry entry) {
        String word = entry.keyword().text();
        return entry instanceof Entry.Statement && (word.equals(AMEND) || word.equals(REMOVE));
    }

    /** What follows stands in this file. */
    void begin(Layer file) {
        layer = file;
    }

    Sayings sayings() {
        return sayings;
    }

    /** What the file that is read now says. */
    Saying saying(Saying.Act act, boolean amends, Span at, List<Json> meaning) {
        return new Saying(layer, act, amends, at, meaning);
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
            nothingThere.kind(statement, word);
        }
    }

    /** The same within an amended block, where attributes and arrows can be removed too. */
    void inner(Block<?> outer, Entry.Statement statement, boolean amending) {
        if (!amending) {
            evaluation.fail(outer);
            nothingThere.inNewBlock(outer, statement);
            return;
        }
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
        } else if (attribute == null) {
            evaluation.fail(outer);
            new UnknownWords(evaluation).attribute(outer, inner.get());
        } else if (removes(statement) && !takesNothingElse(statement, inner.get())) {
            evaluation.fail(outer);
        } else if (attribute instanceof Arrows<?, ?> arrows
                && inner.get().labels().size() == 1) {
            arrow(outer, arrows, statement, inner.get());
        } else if (attribute instanceof Pairs<?, ?> && !removes(statement) && attribute.fits(inner.get())) {
            pairs(outer, attribute, statement, inner.get());
        } else if (removes(statement) && inner.get().labels().isEmpty()) {
            forget(outer, attribute, statement);
        } else {
            evaluation.fail(outer);
            declarations.say(
                    LanguageCodes.WRONG_FORM,
                    statement.span(),
                    "`" + word.text() + "` is not changed like this",
                    "write `" + attribute.example() + "`");
        }
    }

    private void block(Kind<?> kind, Optional<Block<?>> outer, Entry.Statement statement, Entry.Statement inner) {
        if (removes(statement) && !takesNothingElse(statement, inner)) {
            outer.ifPresent(evaluation::fail);
            return;
        }
        Optional<Address> address =
                declarations.address(kind, outer, inner, statement.keyword().text() + " ");
        if (address.isEmpty()) {
            outer.ifPresent(evaluation::fail);
        } else if (removes(statement)) {
            remove(kind, address.get(), statement);
        } else if (inner.body().isPresent()) {
            open(kind, address.get(), outer, statement, inner);
        } else if (inner.whole()) {
            declarations.say(
                    LanguageCodes.WRONG_FORM,
                    statement.span(),
                    "`amend` opens a block",
                    "write `amend " + NothingThere.heading(inner) + " { … }`");
        }
    }

    private void remove(Kind<?> kind, Address address, Entry.Statement statement) {
        Saying saying = saying(Saying.Act.REMOVES, true, statement.span(), List.of());
        Optional<Block<?>> block = evaluation.block(address);
        if (block.isEmpty()) {
            if (!sayings.isGone(address, saying)) {
                nothingThere.block(kind, address, statement, layer);
            }
            sayings.add(address, saying);
        } else if (!undoes(address, saying, block.get().words()) && !sayings.isDisputedBy(address, saying)) {
            sayings.add(address, saying);
            evaluation.remove(block.get(), statement.span());
        } else {
            sayings.add(address, saying);
        }
    }

    private void open(
            Kind<?> kind, Address address, Optional<Block<?>> outer, Entry.Statement statement, Entry.Statement inner) {
        Saying saying = saying(Saying.Act.OPENS, true, statement.span(), List.of());
        if (sayings.isDisputedBy(address, saying)) {
            evaluation.restore(address);
        }
        Optional<Block<?>> block = evaluation.block(address);
        if (block.isEmpty() && evaluation.isOpen()) {
            block = Optional.of(declarations.assume(kind, address, outer, inner));
        }
        if (block.isEmpty()) {
            nothingThere.block(kind, address, statement, layer);
            return;
        }
        if (!inner.whole()) {
            evaluation.fail(block.get());
        }
        statement.doc().ifPresent(block.get()::document);
        sayings.add(address, saying);
        declarations.entries(block.get(), inner.body().orElseThrow().entries(), true);
    }

    private void arrow(Block<?> outer, Arrows<?, ?> arrows, Entry.Statement statement, Entry.Statement inner) {
        Optional<String> key = Labels.key(inner.labels().get(0)).map(arrows::key);
        if (!removes(statement) && inner.arrow().isEmpty()) {
            evaluation.fail(outer);
            declarations.say(
                    LanguageCodes.WRONG_FORM,
                    statement.span(),
                    "`amend " + arrows.name() + "` says the new value",
                    "write `amend " + NothingThere.heading(inner) + " -> …`");
            return;
        }
        Address all = outer.address().then(arrows.name());
        Address address = all.then(key.orElse(""));
        List<Json> meaning = inner.arrow().map(value -> meaning(arrows, value)).orElse(List.of());
        Saying saying =
                saying(removes(statement) ? Saying.Act.REMOVES : Saying.Act.SETS, true, statement.span(), meaning);
        if (undoes(address, saying, "`" + NothingThere.heading(inner) + "`")) {
            evaluation.fail(outer);
            return;
        }
        boolean found = key.isPresent() && outer.forget(arrows, key.get());
        if (!found
                && !outer.isAssumed()
                && !sayings.isGone(address, saying)
                && !sayings.isDisputedBy(address, saying)) {
            nothingThere.arrow(outer, arrows, statement, inner);
            return;
        }
        sayings.add(all, saying(Saying.Act.OPENS, true, statement.span(), List.of()));
        sayings.add(address, saying);
        if (!removes(statement)) {
            outer.add(inner);
        }
    }

    /** A map that is stated nowhere is empty: there is nothing in it that could be lost. */
    private void pairs(Block<?> outer, Attribute<?, ?> attribute, Entry.Statement statement, Entry.Statement inner) {
        Address address = outer.address().then(attribute.name());
        Saying saying = saying(Saying.Act.OPENS, true, statement.span(), List.of());
        if (sayings.isDisputedBy(address, saying)) {
            outer.restore(attribute.name());
        }
        sayings.add(address, saying);
        outer.add(new Entry.Statement(
                statement.doc(),
                inner.keyword(),
                inner.labels(),
                inner.arrow(),
                Optional.of(new Entry.Body(
                        keys(outer, attribute, inner.body().orElseThrow().entries(), true),
                        inner.body().orElseThrow().span())),
                inner.whole(),
                inner.span()));
    }

    /** What a file says of the keys of a map; what another one beside it says too is left out. */
    List<Entry> keys(Block<?> block, Attribute<?, ?> attribute, List<Entry> pairs, boolean amends) {
        Address map = block.address().then(attribute.name());
        List<Entry> counted = new ArrayList<>();
        List<Address> here = new ArrayList<>();
        for (Entry pair : pairs) {
            boolean sets = pair instanceof Entry.Assignment;
            Optional<String> key = sets
                    ? Optional.of(pair.keyword().text())
                    : ((Entry.Statement) pair)
                            .labels().stream()
                                    .findFirst()
                                    .filter(label -> is(pair))
                                    .flatMap(Labels::key);
            List<Json> meaning =
                    pair instanceof Entry.Assignment assignment ? meaning(attribute, assignment.value()) : List.of();
            Saying saying = saying(sets ? Saying.Act.SETS : Saying.Act.REMOVES, amends, pair.span(), meaning);
            Address address = map.then(key.orElse(""));
            boolean again = here.contains(address); // within one pair of braces the map itself sees it
            if (key.isPresent()
                    && !again
                    && undoes(address, saying, "`" + key.get() + "` of `" + attribute.name() + "`")) {
                evaluation.fail(block);
                continue;
            }
            boolean gone = key.isPresent() && !sets && sayings.isGone(address, saying);
            if (key.isPresent()) {
                here.add(address);
                sayings.add(address, saying);
            }
            if (!gone) {
                counted.add(pair);
            }
        }
        return counted;
    }

    /** {@code remove} of an attribute. */
    private void forget(Block<?> outer, Attribute<?, ?> attribute, Entry.Statement statement) {
        Address address = outer.address().then(attribute.name());
        Saying saying = saying(Saying.Act.REMOVES, true, statement.span(), List.of());
        if (undoes(address, saying, "`" + attribute.name() + "` of " + outer.words())) {
            evaluation.fail(outer);
            return;
        }
        boolean keyed = attribute instanceof Keyed<?, ?>;
        boolean kept = keyed && sayings.isDisputedBy(address, saying);
        if (!kept
                && !outer.forget(attribute.name(), statement.span())
                && !outer.isAssumed()
                && !sayings.isGone(address, saying)) {
            nothingThere.attribute(outer, attribute, statement);
        }
        sayings.add(address, saying);
    }

    /** An entry of a block that declares: an arrow, or a map. */
    void declare(Block<?> block, Attribute<?, ?> attribute, Entry.Statement entry, boolean amends) {
        Address address = block.address().then(attribute.name());
        sayings.add(address, saying(Saying.Act.OPENS, amends, entry.span(), List.of()));
        block.add(entry);
        if (attribute instanceof Arrows<?, ?> arrows) {
            Address key =
                    address.then(arrows.key(Labels.key(entry.labels().get(0)).orElseThrow()));
            sayings.add(
                    key,
                    saying(
                            Saying.Act.SETS,
                            false,
                            entry.span(),
                            meaning(arrows, entry.arrow().orElseThrow())));
        } else {
            keys(block, attribute, entry.body().orElseThrow().entries(), amends);
        }
    }

    /** {@code =}, {@code +=}, {@code -=}. What another file beside this one adds or takes too counts once. */
    void assign(Block<?> block, Attribute<?, ?> attribute, Entry.Assignment entry, boolean amends) {
        Address address = block.address().then(attribute.name());
        Saying.Act act = switch (entry.operator().text()) {
            case "+=" -> Saying.Act.ADDS;
            case "-=" -> Saying.Act.TAKES;
            default -> Saying.Act.SETS;
        };
        Saying saying = saying(act, amends, entry.span(), meaning(attribute, entry.value()));
        Optional<Saying> twin = sayings.twin(address, saying);
        if (twin.isPresent()) {
            evaluation.fail(block);
            evaluation
                    .report()
                    .add(Sayings.undone(
                            entry.span(), "`" + attribute.name() + "` stands twice in " + block.words(), twin.get()));
            return;
        }
        List<Json> said = act == Saying.Act.SETS ? List.of() : sayings.saidBeside(address, saying);
        if (act == Saying.Act.SETS && amends) {
            block.forget(attribute.name());
        }
        block.add(said.isEmpty() ? entry : without(said, attribute, entry));
        sayings.add(address, saying);
    }

    private Entry.Assignment without(List<Json> said, Attribute<?, ?> attribute, Entry.Assignment entry) {
        if (!(entry.value() instanceof Value.Items items)) {
            return entry;
        }
        List<Value> left = items.values().stream()
                .filter(item -> !said.containsAll(meaning(attribute, item)))
                .toList();
        return new Entry.Assignment(
                entry.doc(), entry.keyword(), entry.operator(), new Value.Items(left, items.span()), entry.span());
    }

    /** Whether a file stands beside the one that is read now. */
    boolean isBeside(Source file) {
        return layer.source() != file && !layer.below().contains(file);
    }

    /** Whether the file says already what this would undo: then that is said. */
    boolean undoes(Address address, Saying saying, String what) {
        Optional<Saying> twin = sayings.twin(address, saying);
        twin.ifPresent(before -> {
            boolean removes = saying.act() == Saying.Act.REMOVES;
            String message = removes
                    ? what + (before.act() == Saying.Act.OPENS ? " is declared or amended" : " is set")
                            + " and removed in one file"
                    : what + " is set twice in one file";
            evaluation.report().add(Sayings.undone(saying.at(), message, before));
        });
        return twin.isPresent();
    }

    /** What a value means, each item of a list by itself: two files may write the same in other words. */
    List<Json> meaning(Attribute<?, ?> attribute, Value value) {
        boolean file = attribute instanceof Assigned<?, ?, ?> assigned
                && assigned.type().namesFile();
        List<Value> items = value instanceof Value.Items list ? list.values() : List.of(value);
        return items.stream()
                .map(item -> item instanceof Value.Broken
                        ? new Json.Text(item.span().place())
                        : file
                                        && item instanceof Value.Text text
                                        && Labels.plain(text).isPresent()
                                ? new Json.Text(evaluation
                                        .files()
                                        .resolve(
                                                item.span().source(),
                                                Labels.plain(text).get())
                                        .toString())
                                : JsonForm.value(item))
                .toList();
    }

    /** What no file above has settled. */
    void reportContradictions() {
        sayings.contradictions(evaluation.layers()).forEach(evaluation.report()::add);
    }

    /** {@code remove} names a thing and says no more. */
    private boolean takesNothingElse(Entry.Statement statement, Entry.Statement inner) {
        if (inner.body().isEmpty() && inner.arrow().isEmpty()) {
            return true;
        }
        if (statement.whole() || inner.body().isPresent()) {
            evaluation.report().add(nothingThere.surplus(statement, inner));
        }
        return false;
    }

    /** What is amended or removed, as if it were written without the word before it. */
    private Optional<Entry.Statement> inner(Entry.Statement statement) {
        boolean named = !statement.labels().isEmpty()
                && Labels.word(statement.labels().get(0)).isPresent();
        if (!named) {
            if (statement.whole()) {
                evaluation.report().add(nothingThere.unnamed(statement));
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

    static boolean removes(Entry.Statement statement) {
        return statement.keyword().text().equals(REMOVE);
    }
}
