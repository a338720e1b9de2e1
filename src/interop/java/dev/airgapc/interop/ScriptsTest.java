package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** bash and shellcheck take every script that an example comes out as. */
@ReadBy(
        value = {"bash", "shellcheck"},
        what = "every script of the examples",
        proves = "they are taken without a remark")
class ScriptsTest {
    @Test
    void everyScriptOfTheExamples() throws IOException {
        List<String> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Corpus.EXAMPLES)) {
            files.filter(file -> file.toString().endsWith(".sh"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(scripts::add);
        }
        assertFalse(scripts.isEmpty());
        for (String script : scripts) {
            assertEquals(
                    new Processes.Result(0, "", ""),
                    Processes.run(Path.of(""), Map.of(), List.of(Consumer.program("bash"), "-n", script)));
        }
        scripts.add(0, Consumer.program("shellcheck"));
        assertEquals(new Processes.Result(0, "", ""), Processes.run(Path.of(""), Map.of(), scripts));
    }
}
