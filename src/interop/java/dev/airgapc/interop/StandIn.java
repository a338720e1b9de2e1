package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that stands in for another one, which is not there or must not be started. */
final class StandIn {
    private StandIn() {}

    /**
     * Writes one.
     *
     * @param text of a script, the line of its interpreter included
     */
    static void write(Path program, String text) throws IOException {
        Files.createDirectories(program.toAbsolutePath().getParent());
        Files.writeString(program, text);
        assertTrue(program.toFile().setExecutable(true));
    }
}
