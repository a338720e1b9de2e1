package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show. */
class ProcessTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void page() throws IOException {
        Files.write(folder.resolve("site.ag"), Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=US-ASCII",
                "-Dline.separator=\r\n",
                "-Duser.language=ar -Duser.country=EG"
            })
    void theSameBytesEverywhere(String options) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("another/place"));
        Files.copy(folder.resolve("site.ag"), elsewhere.resolve("site.ag"));
        Processes.Result result = Processes.airgapc(List.of(options.split(" ", -1)), elsewhere, "compile");
        assertEquals(0, result.exit(), result.err());
        Map<String, String> expected = texts(Corpus.EXAMPLES.resolve("minimal/generated"));
        assertEquals(expected, texts(elsewhere.resolve("generated")));
    }

    /** A check prints no file, so it loads none of the libraries that print or read formats. */
    @Test
    void checkLoadsNoHeavyLibrary() {
        Processes.Result result = Processes.airgapc(List.of("-verbose:class"), folder, "check");
        assertEquals(0, result.exit(), result.err());
        for (String heavy : List.of(
                "com.hubspot.",
                "com.fasterxml.",
                "com.networknt.",
                "org.snakeyaml.",
                "org.yaml.",
                "com.google.",
                "com.github.",
                "org.slf4j.",
                "java.net.http.")) {
            List<String> loaded = result.out()
                    .lines()
                    .filter(line -> line.contains(" " + heavy))
                    .toList();
            assertEquals(List.of(), loaded);
        }
        assertTrue(result.out().contains("org.antlr."), "the test sees classes");
        for (String command : List.of("CompileCommand", "ExplainCommand")) {
            assertFalse(result.out().contains("dev.airgapc.cli." + command + "$"), command);
        }
    }

    @Test
    void dataGoesToStdoutAndWordsToStderr() {
        Processes.Result list = Processes.airgapc(List.of(), folder, "list", "secrets");
        assertEquals("clearml-agent/clearml-agent\n", list.out());
        assertEquals("", list.err());
        Processes.Result check = Processes.airgapc(List.of(), folder, "check", "--quiet");
        assertEquals("", check.out());
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
