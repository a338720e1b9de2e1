package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that mean something to the reader are quoted; the loader of Docker Compose itself reads them in {@code ComposeTest}. */
class EnvFilePrinterTest {
    @Test
    void plainValuesStandAsTheyAre() {
        assertEquals("A=https://api.ml.corp.example:8008/x\n", print("https://api.ml.corp.example:8008/x"));
        assertEquals("A=3.25.5-on-prem-128\n", print("3.25.5-on-prem-128"));
    }

    @Test
    void whatMeansSomethingIsQuoted() {
        assertEquals("A=\"a b\"\n", print("a b"));
        assertEquals("A=\"\"\n", print(""));
        assertEquals("A=\"a#b\"\n", print("a#b"));
        assertEquals("A=\"it's \\\"\\\\\\$X\\\"\"\n", print("it's \"\\$X\""));
    }

    @Test
    void aSecondLineWouldBeAnotherVariable() {
        assertThrows(IllegalStateException.class, () -> print("a\nB=c"));
    }

    private static String print(String value) {
        Origin origin = new Origin.Assumed(Address.of("x"), "a test", List.of());
        return new EnvFilePrinter()
                .print(Mapping.EMPTY.with("A", Leaf.text(new Fact<>(value, origin))), Header.NONE)
                .text();
    }
}
