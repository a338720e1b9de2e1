package dev.airgapc.fact;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a strict parser answers: the value, or why the text is none.
 *
 * @param problem one clause to stand behind the text in backticks, such as {@code has a scheme}; empty if there is a value
 */
public record Parsed<T>(Optional<T> value, String problem) {
    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), "");
    }

    public static <T> Parsed<T> wrong(String problem) {
        return new Parsed<>(Optional.empty(), problem);
    }

    /** The next step of a parser, if this one went well. */
    public <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return value.map(next).orElseGet(() -> wrong(problem));
    }
}
