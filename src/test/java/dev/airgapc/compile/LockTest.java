package dev.airgapc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void readsWhatItPrints() {
        Lock lock = new Lock(
                "0.1",
                List.of(new Lock.Input("../../a \"b\\c\u0001é.ag", HASH)),
                List.of(
                        new Lock.Output("inside/x", HASH, "0755", "inside", "bash"),
                        new Lock.Output("y", HASH, "0644", "both", "people")));
        assertEquals(Optional.of(lock), Lock.parse(lock.print()));
    }

    @Test
    void anEmptyOneToo() {
        Lock lock = new Lock("0.1", List.of(), List.of());
        assertEquals(Optional.of(lock), Lock.parse(lock.print()));
    }

    @Test
    void readsNothingElse() {
        Lock lock = new Lock("0.1", List.of(new Lock.Input("a", HASH)), List.of());
        for (String text : List.of(
                "",
                "{}",
                lock.print().replace("0.1", "0.1\",\"x\":\""),
                lock.print() + "\n",
                lock.print().replace(HASH, "b"),
                lock.print().replace("\"a\"", "\"\\u12\""),
                lock.print().replace("\"a\"", "\"\\\""),
                lock.print().replace("\"a\"", "\"" + "\\x".repeat(100_000) + "\""),
                "x\n" + lock.print())) {
            assertEquals(Optional.empty(), Lock.parse(text), text);
        }
    }

    /** What a lock names may be overwritten and removed: no output of it lies elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/../../b", "/a", "a//b", "a/", "a/./b", "a\0"})
    void namesNothingOutside(String path) {
        Lock lock = new Lock("0.1", List.of(), List.of(new Lock.Output(path, HASH, "0644", "both", "people")));
        assertEquals(Optional.empty(), Lock.parse(lock.print()));
    }
}
