package dev.airgapc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each site of the examples by itself, in memory, against its committed files: what mutation testing can afford to ask often. */
class SmallCorpusTest {
    private static final Pattern SITE = Pattern.compile("^(?:site|extends)\\b", Pattern.MULTILINE);

    static List<Path> sites() {
        return Corpus.pages(Corpus.EXAMPLES).stream()
                .filter(page -> SITE.matcher(text(page)).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void printsWhatIsCommitted(Path page) {
        Compilation compilation = Examples.compile(page);
        Destination destination = Destination.of(page, Optional.empty(), compilation.site());
        Rendering.of(compilation.files(), destination, page, Map.of(), "")
                .files()
                .forEach((file, printed) ->
                        assertEquals(text(destination.root().resolve(file.path())), printed.text(), file.path()));
    }

    private static String text(Path file) {
        return new String(Corpus.bytes(file), StandardCharsets.UTF_8);
    }
}
