package dev.airgapc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
                "x\n" + lock.print())) {
            assertEquals(Optional.empty(), Lock.parse(text), text);
        }
    }
}
