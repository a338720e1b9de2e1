package dev.airgapc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Codes;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.report.CodeIndex;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page with a bad and a good example that are what they say, and a folder in the corpus. */
class DocumentationTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("## (Wrong|Right)\\n(?:(?!## )[\\s\\S])*?```ag\\n([\\s\\S]*?)```");

    /**
     * No page alone can cause these: one watches over airgapc itself (PromisesTest), one takes two sites (ProjectTest), and
     * no attribute passes text through yet (YamlReaderTest, HoconReaderTest).
     */
    private static final Set<String> WITHOUT_A_PAGE_OF_A_SITE =
            Set.of("image-without-mirror", "second-way-to-mirrors", "shared-output");

    /** What text in a fence cannot show. */
    private static final Set<String> WITHOUT_AN_EXAMPLE = Set.of(
            "unreadable-input",
            "expired-certificate",
            "inherited-hosts",
            "leaf-certificate",
            "nested-too-deep",
            "not-a-certificate",
            "not-chart-keys",
            "requirement-option",
            "unchecked-despite-trust",
            "unlisted-key",
            "image-without-mirror",
            "second-way-to-mirrors",
            "conflicting-parts",
            "shared-output",
            "shared-place");

    static List<Code> codes() {
        return Codes.all();
    }

    @Test
    void numbersAndNamesAreUnique() {
        Set<String> seen = new HashSet<>();
        codes().forEach(code -> assertTrue(seen.add(code.number()) && seen.add(code.name()), code.toString()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAPage(Code code) {
        String page = Codes.page(code.number()).orElseThrow();
        assertTrue(
                page.startsWith("# " + code.number() + " " + code.name() + "\n"),
                page.lines().findFirst().orElse(""));
        Set<String> shown = new TreeSet<>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            shown.add(example.group(1));
            Report report = new Compiler(Corpus.TODAY)
                    .compile("site.ag", example.group(2).getBytes(StandardCharsets.UTF_8))
                    .report();
            boolean found = report.sorted().stream().anyMatch(d -> d.code().equals(code));
            if (example.group(1).equals("Wrong")) {
                assertTrue(found, () -> example.group(2) + Rendered.of(report));
            } else {
                assertFalse(report.hasErrors(), () -> example.group(2) + Rendered.of(report));
            }
        }
        assertEquals(
                WITHOUT_AN_EXAMPLE.contains(code.name()) ? Set.of() : Set.of("Right", "Wrong"),
                shown.stream()
                        .filter(word -> !WITHOUT_AN_EXAMPLE.contains(code.name()))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasABadAndAGoodInput(Code code) {
        if (WITHOUT_A_PAGE_OF_A_SITE.contains(code.name())) {
            return;
        }
        List<Path> pages = Corpus.pages(Corpus.RESOURCES.resolve("rule").resolve(code.name()));
        assertTrue(pages.stream().anyMatch(page -> Corpus.name(page).startsWith("bad")), "a page that shows it");
        assertTrue(pages.stream().anyMatch(page -> Corpus.name(page).startsWith("good")), "a page that does not");
    }

    @Test
    void theIndexNamesEveryCodeOnce() {
        String index = CodeIndex.print();
        codes().forEach(code ->
                assertEquals(2, index.split("\\Q| [" + code.number() + " \\E", -1).length, "rows of " + code.number()));
        Expectation.verify(Path.of("docs/diagnostics/README.md"), index);
    }

    @Test
    void noPageIsWithoutACode() throws IOException {
        Set<String> names = codes().stream().map(code -> code.name() + ".md").collect(Collectors.toSet());
        names.add("README.md");
        try (Stream<Path> pages = Files.list(Path.of("docs/diagnostics"))) {
            assertEquals(names, pages.map(Corpus::name).collect(Collectors.toSet()));
        }
    }
}
