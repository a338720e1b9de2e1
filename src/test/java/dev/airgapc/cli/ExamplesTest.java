package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<Path> sites = Examples.sites();
        List<String> parts = Corpus.pages(Corpus.EXAMPLES).stream()
                .filter(page -> !sites.contains(page))
                .map(Path::toString)
                .toList();
        StringBuilder expected = new StringBuilder();
        parts.forEach(part -> expected.append(part).append(" is a part: what it refers to elsewhere was left open\n"));
        expected.append(parts.size()).append(" pages are in order\n");

        List<String> arguments = new ArrayList<>(parts);
        arguments.add(0, "check");
        Airgapc.Result result = new Airgapc(Path.of("")).run(arguments.toArray(String[]::new));
        assertEquals(Exit.CLEAN, result.exit(), result.err());
        assertEquals(expected.toString(), result.err());
    }
}
