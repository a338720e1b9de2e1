package dev.airgapc.fact;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a strict parser answers: the value, or why the text is none and what would be one.
 *
 * @param problem one clause to stand behind the text in backticks, such as {@code has a scheme}; empty if there is a value
 */
public record Parsed<T>(Optional<T> value, String problem, Remedy remedy) {
    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), "", Remedy.NONE);
    }

    public static <T> Parsed<T> wrong(String problem) {
        return new Parsed<>(Optional.empty(), problem, Remedy.NONE);
    }

    /** This refusal, with the text as it was meant beyond doubt. What is wrong with it still is mended in the next round. */
    public Parsed<T> mended(String text) {
        return with(new Remedy(text, true, remedy.piece(), remedy.advice()));
    }

    /** This refusal, with a text that was probably meant. */
    public Parsed<T> perhaps(String text) {
        return with(new Remedy(text, false, remedy.piece(), remedy.advice()));
    }

    /** This refusal, of a part of the text. */
    public Parsed<T> piece(String part) {
        return with(new Remedy(remedy.mended(), remedy.certain(), part, remedy.advice()));
    }

    /** This refusal, with something to do: {@code write one version}. */
    public Parsed<T> advice(String sentence) {
        return with(new Remedy(remedy.mended(), remedy.certain(), remedy.piece(), sentence));
    }

    /** What to do, where that is more than to write another text; empty if it is not. */
    public String advice() {
        return remedy.advice();
    }

    /** The wrong part, if the parser named one. */
    public String piece() {
        return remedy.piece();
    }

    /** The next step of a parser, if this one went well. */
    public <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return value.map(next).orElseGet(() -> new Parsed<>(Optional.empty(), problem, remedy));
    }

    /** The answer for a text of which only a part was parsed. */
    Parsed<T> within(String before, String behind) {
        return remedy.mended().isEmpty()
                ? this
                : with(new Remedy(
                        before + remedy.mended() + behind, remedy.certain(), remedy.piece(), remedy.advice()));
    }

    private Parsed<T> with(Remedy other) {
        return new Parsed<>(value, problem, other);
    }
}
