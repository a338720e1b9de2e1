package dev.airgapc.diagnostic;

import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing to say about a source: what, where, and what to do.
 *
 * @param message one sentence, lower case, no full stop, the thing in backticks
 * @param primary the smallest wrong piece
 * @param related other places that explain it
 * @param help what to write, one sentence each
 * @param fix the same as an edit, where there is one
 * @param conceals whether the primary piece may be a secret, which no renderer shows
 */
public record Diagnostic(
        Code code,
        String message,
        Label primary,
        List<Label> related,
        List<String> help,
        Optional<Fix> fix,
        boolean conceals) {
    public Diagnostic {
        related = List.copyOf(related);
        help = List.copyOf(help);
    }

    public static Diagnostic of(Code code, Span at, String message) {
        return new Diagnostic(code, message, new Label(at, ""), List.of(), List.of(), Optional.empty(), false);
    }

    public Span at() {
        return primary.at();
    }

    /** This, with words under the primary place. */
    public Diagnostic label(String words) {
        return new Diagnostic(code, message, new Label(at(), words), related, help, fix, conceals);
    }

    /** This, with one more place. */
    public Diagnostic related(Span at, String words) {
        return new Diagnostic(code, message, primary, with(related, new Label(at, words)), help, fix, conceals);
    }

    /** This, with one more remedy. */
    public Diagnostic help(String sentence) {
        return new Diagnostic(code, message, primary, related, with(help, sentence), fix, conceals);
    }

    /** This, with an edit that mends it. */
    public Diagnostic fix(Fix edits) {
        return new Diagnostic(code, message, primary, related, help, Optional.of(edits), conceals);
    }

    /** This, of a piece that may be a secret. */
    public Diagnostic concealed() {
        return new Diagnostic(code, message, primary, related, help, fix, true);
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
