package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Address;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of an {@code amend} or a {@code remove} that changes nothing: what is near it, who took it away, who declares it later. */
final class NothingThere {
    private final Evaluation evaluation;

    NothingThere(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A block that is not there. */
    void block(Kind<?> kind, Address address, Entry.Statement statement, Layer here) {
        if (evaluation.mayHave(kind)) {
            return;
        }
        String word = statement.keyword().text();
        int outer = address.steps().size() - (kind.naming() == Kind.Naming.SINGLE ? 1 : 2);
        String name = address.steps().get(address.steps().size() - 1);
        String wanted = kind.naming() == Kind.Naming.SINGLE ? "`" + kind.name() + "`" : kind.name() + " `" + name + "`";
        String missing = outer == 0
                ? "there is no " + wanted
                : evaluation.block(address.first(outer)).orElseThrow().words() + " has no " + wanted;
        Span at = statement.labels().get(statement.labels().size() - 1).span();
        Diagnostic diagnostic = Diagnostic.of(LanguageCodes.NOTHING_TO_AMEND, at, missing + " to " + word);
        Optional<Removal> removal = evaluation.removal(address);
        Optional<Later> later = outer == 0 ? later(address, here) : Optional.empty();
        List<String> names = names(kind, address, outer);
        Optional<String> near = kind.naming() == Kind.Naming.SINGLE ? Optional.empty() : Similar.to(name, names);
        if (removal.isPresent()) {
            diagnostic =
                    diagnostic.related(removal.get().at(), "it is removed here").help("remove one of the lines");
        } else if (later.isPresent()) {
            diagnostic = later.get().explain(diagnostic, here);
        } else if (near.isPresent()) {
            String meant = word + " " + kind.name() + " " + near.get();
            diagnostic = diagnostic
                    .help("did you mean `" + meant + "`?")
                    .fix(Fix.guess("write `" + meant + "`", at, near.get()));
        } else if (Amendments.removes(statement)) {
            diagnostic = diagnostic.help(names.isEmpty() ? "remove this line" : "there is " + listed(kind, names));
        } else {
            diagnostic = without(diagnostic, statement, "write `" + labels(statement) + " {`, without `amend`");
        }
        report(diagnostic);
    }

    private static String listed(Kind<?> kind, List<String> names) {
        return names.stream().map(name -> "`" + kind.name() + " " + name + "`").collect(Collectors.joining(", "));
    }

    /** The names of the blocks of a kind in the same block around. */
    private List<String> names(Kind<?> kind, Address address, int outer) {
        return evaluation.blocks().stream()
                .filter(block ->
                        block.kind() == kind && block.address().first(outer).equals(address.first(outer)))
                .map(block -> block.name())
                .toList();
    }

    /** A file that declares what another one amends before. */
    private record Later(Layer layer, Entry.Statement declaration) {
        Diagnostic explain(Diagnostic diagnostic, Layer here) {
            String file = layer.source().name();
            String mine = here.source().name();
            return diagnostic
                    .related(declaration.keyword().span(), "declared here, in a file that is read later")
                    .help(
                            layer.isAbove(here)
                                    ? "change it in `" + file + "`: a part is read before the page that imports it"
                                    : "write `import` of `" + file + "` in `" + mine + "`, or above the import of `"
                                            + mine + "`");
        }
    }

    private Optional<Later> later(Address address, Layer here) {
        List<Layer> layers = evaluation.layers();
        for (Layer layer : layers.subList(layers.indexOf(here) + 1, layers.size())) {
            for (Entry entry : layer.tree().entries()) {
                if (entry instanceof Entry.Statement statement && declares(statement, address)) {
                    return Optional.of(new Later(layer, statement));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean declares(Entry.Statement statement, Address address) {
        List<String> steps = new ArrayList<>(List.of(statement.keyword().text()));
        statement.labels().forEach(label -> Labels.key(label).ifPresent(steps::add));
        return steps.equals(address.steps());
    }

    /** An arrow that is not there. */
    void arrow(Block<?> outer, Arrows<?, ?> arrows, Entry.Statement statement, Entry.Statement inner) {
        Span at = inner.labels().get(0).span();
        String key = Labels.key(inner.labels().get(0)).orElse("");
        List<String> keys = outer.written(arrows.name()).stream()
                .flatMap(entry -> Labels.key(((Entry.Statement) entry).labels().get(0)).stream())
                .toList();
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.NOTHING_TO_AMEND,
                at,
                outer.words() + " has no `" + heading(inner) + "` to "
                        + statement.keyword().text());
        Optional<String> near = Similar.to(key, keys);
        if (near.isPresent()) {
            diagnostic = diagnostic
                    .help("did you mean `" + arrows.name() + " \"" + near.get() + "\"`?")
                    .fix(Fix.guess("write `\"" + near.get() + "\"`", at, "\"" + near.get() + "\""));
        } else {
            diagnostic = Amendments.removes(statement)
                    ? diagnostic.help("remove this line")
                    : without(diagnostic, statement, "write it without `amend`");
        }
        report(diagnostic);
    }

    /** An attribute that is not stated. */
    void attribute(Block<?> outer, Attribute<?, ?> attribute, Entry.Statement statement) {
        report(Diagnostic.of(
                        LanguageCodes.NOTHING_TO_AMEND,
                        statement.span(),
                        outer.words() + " does not state `" + attribute.name() + "`")
                .help("remove this line"));
    }

    /** A word that is no kind: the name of a block, or a kind that stands within another. */
    void kind(Entry.Statement statement, Word word) {
        String verb = statement.keyword().text();
        Diagnostic diagnostic =
                Diagnostic.of(LanguageCodes.UNKNOWN_KIND, word.span(), "`" + word.text() + "` is no kind of block");
        List<Block<?>> named = evaluation.blocks().stream()
                .filter(block -> block.parent().isEmpty() && block.name().equals(word.text()))
                .toList();
        List<Block<?>> outer = evaluation.blocks().stream()
                .filter(block -> block.kind().inner().stream()
                        .anyMatch(inner -> inner.name().equals(word.text())))
                .toList();
        if (!outer.isEmpty()) {
            Block<?> around = outer.get(0);
            diagnostic = diagnostic.help("write it within `amend " + around.spelling() + " { … }`");
        } else if (!named.isEmpty()) {
            for (Block<?> block : named.subList(0, Math.min(3, named.size()))) {
                diagnostic = diagnostic.help("did you mean `" + verb + " " + block.spelling() + "`?");
            }
        } else {
            List<String> known = evaluation.kinds().names();
            diagnostic = diagnostic.help(Similar.to(word.text(), known)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("known are " + String.join(", ", known)));
        }
        report(diagnostic);
    }

    /** An {@code amend} or {@code remove} in a block that the same entry declares. */
    void inNewBlock(Block<?> block, Entry.Statement statement) {
        String word = statement.keyword().text();
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.NOTHING_TO_AMEND,
                statement.keyword().span(),
                block.words() + " is declared here, so there is nothing in it to " + word);
        report(
                Amendments.removes(statement)
                        ? diagnostic.help("remove this line")
                        : without(diagnostic, statement, "write it without `amend`"));
    }

    /** A {@code remove} with braces or an arrow. */
    Diagnostic surplus(Entry.Statement statement, Entry.Statement inner) {
        String what = heading(inner);
        if (inner.body().isEmpty()) {
            Span last = statement.labels().get(statement.labels().size() - 1).span();
            Span rest = new Span(last.source(), last.end(), statement.span().end());
            return Diagnostic.of(LanguageCodes.WRONG_FORM, statement.span(), "`remove` takes no `->`")
                    .help("write `remove " + what + "`")
                    .fix(Fix.guess("write `remove " + what + "`", rest, ""));
        }
        Entry.Body body = inner.body().get();
        Diagnostic diagnostic = Diagnostic.of(LanguageCodes.WRONG_FORM, body.span(), "`remove` takes no braces");
        Span last = statement.labels().get(statement.labels().size() - 1).span();
        Span rest = new Span(last.source(), last.end(), body.span().end());
        Diagnostic whole = diagnostic.help("write `remove " + what + "` to remove all of it");
        if (body.entries().isEmpty()) {
            return whole.fix(Fix.guess("write `remove " + what + "`", rest, ""));
        }
        String parts = body.entries().stream()
                .map(entry -> "remove "
                        + (entry instanceof Entry.Statement part
                                ? heading(part)
                                : entry.keyword().text()))
                .collect(Collectors.joining("; "));
        return body.entries().size() == 1
                ? diagnostic.help("write `amend " + what + " { " + parts + " }`")
                : whole.help("write `amend " + what + " { … }` to remove something in it");
    }

    /** An {@code amend} or {@code remove} of nothing, or of something with dots. */
    Diagnostic unnamed(Entry.Statement statement) {
        String word = statement.keyword().text();
        boolean removes = Amendments.removes(statement);
        if (statement.labels().isEmpty() || !(statement.labels().get(0) instanceof Value.Name dotted)) {
            return Diagnostic.of(LanguageCodes.WRONG_FORM, statement.span(), "`" + word + "` says what it changes")
                    .help("write `" + word + " registry main" + (removes ? "`" : " { … }`"));
        }
        List<String> steps = dotted.steps().stream().map(Word::text).toList();
        Optional<Kind<?>> kind = evaluation.kinds().find(steps.get(0));
        int own = kind.filter(found -> found.naming() == Kind.Naming.SINGLE).isPresent() ? 1 : 2;
        String outer = String.join(" ", steps.subList(0, Math.min(own, steps.size())));
        String inner = String.join(" ", steps.subList(Math.min(own, steps.size()), steps.size()));
        String tail = removes ? "" : " { … }";
        String right = inner.isEmpty()
                ? word + " " + outer + tail
                : "amend " + outer + " { " + word + " " + inner + tail + " }";
        Diagnostic diagnostic = Diagnostic.of(
                        LanguageCodes.WRONG_FORM, dotted.span(), "`" + word + "` takes a kind and a name, without dots")
                .help("write `" + right + "`");
        return inner.isEmpty() ? diagnostic.fix(Fix.safe("write `" + outer + "`", dotted.span(), outer)) : diagnostic;
    }

    /** The same entry without the word before it. */
    private static Diagnostic without(Diagnostic diagnostic, Entry.Statement statement, String help) {
        Span word = statement.keyword().span();
        Span to = statement.labels().get(0).span();
        return diagnostic
                .help(help)
                .fix(Fix.guess("write it without `amend`", new Span(word.source(), word.start(), to.start()), ""));
    }

    /** How an entry begins, as it is written. */
    static String heading(Entry.Statement statement) {
        return (statement.keyword().text() + " " + labels(statement)).strip();
    }

    private static String labels(Entry.Statement statement) {
        return statement.labels().stream().map(label -> label.span().text()).collect(Collectors.joining(" "));
    }

    private void report(Diagnostic diagnostic) {
        evaluation.report().add(diagnostic);
    }
}
