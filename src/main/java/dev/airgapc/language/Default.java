package dev.airgapc.language;

import java.util.Optional;

/**
 * How a value is found that nobody wrote.
 *
 * @param <A> what the attribute answers: a fact, an optional one, a list
 */
public interface Default<A> {
    /** The answer, or nothing once the reading was told why not. */
    Optional<A> find(Reading reading);

    /** Whether there is none: the value must be written. */
    default boolean isRequired() {
        return false;
    }

    /** For the manual and for {@code explain}: {@code the only registry}. */
    String words();
}
