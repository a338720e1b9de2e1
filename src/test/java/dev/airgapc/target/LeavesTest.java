package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Scalar;
import dev.airgapc.output.OutputFile;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Expectation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the words become that no example says: every leaf of every file, but for the values of charts. */
class LeavesTest {
    static List<Path> pages() {
        return Corpus.pages(Corpus.RESOURCES.resolve("target"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areThoseThatAreExpected(Path page) {
        String text = new String(Corpus.bytes(page), StandardCharsets.UTF_8);
        Compilation compilation = Examples.changed("clearml/site.ag", text);
        assertFalse(compilation.report().hasErrors(), () -> Rendered.of(compilation.report()));
        StringBuilder leaves = new StringBuilder();
        for (OutputFile file : compilation.files()) {
            if (!file.path().startsWith("inside/clearml/")) {
                leaves.append(file.path()).append('\n');
                file.content()
                        .leaves()
                        .forEach((pointer, leaf) -> leaves.append("  ")
                                .append(pointer)
                                .append(" = ")
                                .append(firstLine(leaf.value()))
                                .append('\n'));
            }
        }
        Expectation.verify(page.resolveSibling(Corpus.name(page).replace(".ag", ".leaves")), leaves.toString());
    }

    private static String firstLine(Scalar value) {
        return value.text().lines().findFirst().orElse("");
    }
}
