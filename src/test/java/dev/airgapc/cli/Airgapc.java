package dev.airgapc.cli;

import dev.airgapc.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Commands within this JVM, in a folder of their own. */
record Airgapc(Path folder) {
    /** What a command ended with and printed. */
    record Result(int exit, String out, String err) {
        /** This, without the diagnostics that are notes. */
        Result withoutNotes() {
            return new Result(exit, out, err.replaceAll("(?s)note\\[.*?\n\n", ""));
        }
    }

    Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, String... arguments) {
        return run(environment, new byte[0], arguments);
    }

    /** @param given on the standard input */
    Result run(Map<String, String> environment, byte[] given, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(given), print(out), print(err), environment, folder, Corpus.TODAY);
        int exit = Main.run(arguments, terminal);
        terminal.out().flush();
        terminal.err().flush();
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
