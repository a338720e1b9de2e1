package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is committed beside the examples is what they compile to. */
class ExamplesTest {
    @Test
    void areUpToDate() {
        Airgapc.Result result = new Airgapc(Path.of("")).run("compile", "--check", "--project", "examples");
        assertEquals("", result.out());
        assertEquals(Exit.CLEAN, result.exit(), result.err());
    }

    @Test
    void partsAreInOrderByThemselves() {
        Airgapc.Result result =
                new Airgapc(Path.of("")).run("check", "examples/fleet/common.ag", "examples/fleet/stage-part.ag");
        assertEquals(Exit.CLEAN, result.exit(), result.err());
        assertEquals("""
                examples/fleet/common.ag is a part: what it refers to elsewhere was left open
                examples/fleet/stage-part.ag is a part: what it refers to elsewhere was left open
                2 pages are in order
                """, result.err());
    }
}
