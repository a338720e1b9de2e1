package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Credential;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is said of a word that the vocabulary does not have: which one was meant, by its letters or by what others call it. */
final class UnknownWords {
    private final Evaluation evaluation;

    UnknownWords(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A word where a kind is wanted. */
    void kind(Word word) {
        Optional<Kind<?>> meant = evaluation.kinds().meant(word.text());
        meant.ifPresent(kind -> evaluation.illegible(kind.name()));
        Diagnostic said =
                Diagnostic.of(LanguageCodes.UNKNOWN_KIND, word.span(), "`" + word.text() + "` is no kind of block");
        add(meant.map(kind -> meant(said, word, kind.name()))
                .orElseGet(() -> known(said, evaluation.kinds().names())));
    }

    /** An entry of a block that begins with no attribute of it. */
    void attribute(Block<?> block, Entry entry) {
        Word word = entry.keyword();
        Kind<?> kind = block.kind();
        Optional<Attribute<?, ?>> called = kind.meaning(word.text())
                .map(kind.byName()::get)
                .filter(meant -> block.written(meant.name()).isEmpty());
        if (called.isEmpty() && kind.laterWords().contains(word.text())) {
            add(Diagnostic.of(
                            LanguageCodes.NOT_SUPPORTED_YET, word.span(), "`" + word.text() + "` is not supported yet")
                    .help("leave it out"));
            return;
        }
        Optional<Attribute<?, ?>> meant = called.or(() -> {
            Optional<String> same = Similar.same(word.text(), kind.byName().keySet());
            return same.map(kind.byName()::get);
        });
        Optional<String> advice =
                kind.advice(word.text()).or(() -> evaluation.kinds().advice(word.text()));
        if (meant.isEmpty() && advice.isEmpty()) {
            meant = Similar.to(word.text(), kind.byName().keySet()).map(kind.byName()::get);
        }
        Diagnostic said = Diagnostic.of(
                LanguageCodes.UNKNOWN_ATTRIBUTE, word.span(), block.words() + " has no `" + word.text() + "`");
        if (meant.isPresent()) {
            block.damage(meant.get().name());
            add(
                    meant.get().fits(entry)
                            ? written(said, entry, meant.get(), called.isPresent())
                            : said.help("write `" + meant.get().example() + "`"));
        } else if (!(entry instanceof Entry.Statement statement) || statement.whole()) {
            add(advice.map(said::help).orElseGet(() -> known(said, kind.byName().keySet())));
        }
    }

    /** The entry with the right word; where the value is a string that the attribute does not take, with the string mended too. */
    private static Diagnostic written(Diagnostic said, Entry entry, Attribute<?, ?> meant, boolean called) {
        Word word = entry.keyword();
        if (!(meant instanceof Assigned<?, ?, ?> assigned)
                || !(entry instanceof Entry.Assignment assignment)
                || !(assignment.value() instanceof Value.Text text)
                || Credential.in(text.span().text()).isPresent()
                || !called) {
            return meant(said, word, meant.name());
        }
        Optional<TextMistake.Repair> repair = TextMistake.repair(text, assigned.type());
        String value = repair.map(TextMistake.Repair::string).orElse(text.span().text());
        String help = "write `" + meant.name() + " = " + value + "`";
        Edit first = new Edit(word.span(), meant.name());
        List<Edit> edits = repair.map(more -> List.of(first, more.edit())).orElse(List.of(first));
        return said.help(help).fix(new Fix(help, edits, false));
    }

    /** The word that was meant. */
    static Diagnostic meant(Diagnostic said, Word word, String meant) {
        return guess(said, word.span(), meant);
    }

    /** The text that was meant in one place. */
    static Diagnostic guess(Diagnostic said, Span at, String meant) {
        return said.help("did you mean `" + meant + "`?").fix(Fix.guess("write `" + meant + "`", at, meant));
    }

    /** The word of a list that was meant, or the list. */
    static Diagnostic among(Code code, Word word, String message, Collection<String> known) {
        Diagnostic said = Diagnostic.of(code, word.span(), message);
        return Similar.to(word.text(), known)
                .map(near -> meant(said, word, near))
                .orElseGet(() -> known(said, known));
    }

    private static Diagnostic known(Diagnostic said, Collection<String> known) {
        return said.help("known are " + String.join(", ", known));
    }

    private void add(Diagnostic said) {
        evaluation.report().add(said);
    }
}
