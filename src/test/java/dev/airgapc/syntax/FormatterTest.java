package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Canonical text, and the laws that it keeps. */
class FormatterTest {
    static List<Path> untidy() {
        return Corpus.pages(Corpus.RESOURCES.resolve("fmt"));
    }

    static List<Path> examples() {
        return Corpus.pages(Corpus.EXAMPLES);
    }

    static List<Path> pages() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("untidy")
    void tidiesUp(Path file) {
        Expectation.verify(
                file.resolveSibling(Corpus.name(file).replace(".ag", ".fmt")), format(file, Corpus.bytes(file)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreTidy(Path file) {
        assertEquals(new String(Corpus.bytes(file), StandardCharsets.UTF_8), format(file, Corpus.bytes(file)));
    }

    /** Neither the page nor what it extends and imports means anything else once it is formatted. */
    @ParameterizedTest
    @MethodSource("pages")
    void changesNothingThatIsCompiled(Path file) throws IOException {
        Compilation written = compile(file, false);
        if (written.report().hasErrors()) {
            return; // it compiles to nothing
        }
        Compilation formatted = compile(file, true);
        assertEquals("", formatted.report().hasErrors() ? Rendered.of(formatted.report()) : "");
        assertEquals(leaves(written), leaves(formatted));
    }

    private static Compilation compile(Path file, boolean formatted) throws IOException {
        return new Compiler(Corpus.TODAY).compile(file, new Inputs(path -> {
            byte[] bytes = Files.readAllBytes(path);
            boolean page = path.toString().endsWith(".ag") || path.toString().endsWith(".inc");
            return formatted && page ? format(path, bytes).getBytes(StandardCharsets.UTF_8) : bytes;
        }));
    }

    private static Map<String, String> leaves(Compilation compilation) {
        Map<String, String> leaves = new TreeMap<>();
        compilation
                .files()
                .forEach(output -> output.content()
                        .leaves()
                        .forEach((at, leaf) -> leaves.put(
                                output.path() + ":" + at, leaf.value().text())));
        return leaves;
    }

    private static String format(Path file, byte[] page) {
        Report report = new Report();
        Tree tree = Syntax.parse(Corpus.name(file), page, report);
        assertEquals("", Rendered.of(report));
        return Formatter.format(tree);
    }
}
