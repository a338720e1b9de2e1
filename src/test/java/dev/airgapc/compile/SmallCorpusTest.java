package dev.airgapc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.cli.Rendered;
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
        assertFalse(compilation.report().hasErrors(), () -> Rendered.of(compilation.report()));
        Destination destination = Destination.of(page, Optional.empty(), compilation.site());
        Rendering rendering = Rendering.of(compilation.files(), destination, page, Map.of(), "");
        rendering
                .files()
                .forEach((file, printed) ->
                        assertEquals(text(destination.root().resolve(file.path())), printed.text(), file.path()));
        Lock committed = Lock.parse(text(destination.root().resolve(Lock.NAME))).orElseThrow();
        assertEquals(committed.outputs(), rendering.lock().outputs(), "each file, its side and its reader");
    }

    private static String text(Path file) {
        return new String(Corpus.bytes(file), StandardCharsets.UTF_8);
    }
}
