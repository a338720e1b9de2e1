package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed manual is the one of the vocabulary. */
class ManualTest {
    private static final Path FOLDER = Path.of("docs/manual");

    @Test
    void isCommitted() throws IOException {
        Map<String, String> pages = new Manual().pages();
        pages.forEach((name, text) -> Expectation.verify(FOLDER.resolve(name), text));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    new TreeSet<>(pages.keySet()),
                    files.map(Corpus::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
