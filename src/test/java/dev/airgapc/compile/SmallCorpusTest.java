package dev.airgapc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each site of the examples by itself, in memory, against its committed files: what mutation testing can afford to ask often. */
class SmallCorpusTest {
    static List<Path> sites() {
        return Examples.sites();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void printsWhatIsCommitted(Path page) {
        Compilation compilation = Examples.compile(page);
        Destination destination = Destination.of(page, Optional.empty(), compilation.site());
        Rendering.of(compilation.files(), destination, page, Map.of(), "")
                .files()
                .forEach((file, printed) -> {
                    byte[] committed = Corpus.bytes(destination.root().resolve(file.path()));
                    assertEquals(new String(committed, StandardCharsets.UTF_8), printed.text(), file.path());
                });
    }
}
