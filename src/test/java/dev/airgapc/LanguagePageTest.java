package dev.airgapc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about the language shows is in order: its files together, and each piece without a name behind the first file. */
class LanguagePageTest {
    private static final Pattern FENCE = Pattern.compile("```ag ?([a-z.]*)\\n([\\s\\S]*?)```");
    private static final Path PAGE = Path.of("docs/language.md");
    private static final String FIRST = "site.ag";

    /** Beside the example, whose certificates are there. */
    private static final Path FOLDER = Corpus.EXAMPLES.resolve("clearml").toAbsolutePath();

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> pieces = new ArrayList<>();

    LanguagePageTest() throws IOException {
        Matcher fence = FENCE.matcher(Files.readString(PAGE));
        while (fence.find()) {
            if (fence.group(1).isEmpty()) {
                pieces.add(fence.group(2));
            } else {
                files.put(fence.group(1), fence.group(2));
            }
        }
    }

    @Test
    void everyFileIsInOrder() throws IOException {
        assertTrue(files.size() > 2, files.keySet().toString());
        for (String name : files.keySet()) {
            inOrder(compile(name, files), "");
        }
    }

    @Test
    void everyPieceIsInOrder() throws IOException {
        assertTrue(pieces.size() > 4, pieces.size() + " pieces");
        for (String piece : pieces) {
            inOrder(compile(FIRST, Map.of(FIRST, files.get(FIRST) + piece)), "unused-declaration");
        }
    }

    @Test
    void isOnePage() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertTrue(lines.size() <= 200, lines.size() + " lines");
        assertEquals(
                List.of(), lines.stream().filter(line -> line.length() > 160).toList());
    }

    /** No error, and no warning but one that an excerpt cannot do without. */
    private static void inOrder(Compilation compilation, String but) {
        boolean found = compilation.report().sorted().stream()
                .filter(one -> one.code().severity() != Severity.NOTE)
                .anyMatch(one -> !one.code().name().equals(but));
        assertFalse(found, () -> compilation.page().source().text() + Rendered.of(compilation.report()));
    }

    private static Compilation compile(String name, Map<String, String> files) throws IOException {
        Inputs inputs = new Inputs(path -> {
            String text =
                    path.startsWith(FOLDER) ? files.get(FOLDER.relativize(path).toString()) : null;
            return text == null ? Files.readAllBytes(path) : text.getBytes(StandardCharsets.UTF_8);
        });
        return new Compiler(Corpus.TODAY).check(FOLDER.resolve(name), inputs);
    }
}
