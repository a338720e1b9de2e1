package dev.airgapc.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in which real programs read what airgapc writes. Where one of them is not installed the test is skipped by name; with {@code
 * AIRGAPC_REQUIRE_CONSUMERS=all} it fails, and so does a test that never starts a program that it names.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("interop")
@ExtendWith(ReadByCondition.class)
@interface ReadBy {
    /** Names in {@code consumers.tsv}. */
    String[] value();

    /** What of the outputs they are given. */
    String what();

    /** What is proven: a clause without a subject, for the page of consumers. */
    String proves();
}
