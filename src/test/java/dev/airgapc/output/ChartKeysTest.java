package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.catalog.KnownKeys;
import dev.airgapc.fact.Version;
import dev.airgapc.source.Source;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys of a chart are read as Helm reads them, and the list that is printed of them is read back. */
class ChartKeysTest {
    private static final Version VERSION = new Version("1.0");

    static List<Path> sites() {
        return Examples.sites();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a: {b: 1, c: x} | a.b a.c",
                "a: {b: {}, c: [], d: , e: ~, f: null} | a.b.* a.c.* a.d.* a.e.* a.f.*",
                "a: {b: \"\", c: yes, d: 0777, e: 'null'} | a.b a.c a.d a.e",
                "a: [{b: {c: 1}}] | a.*",
                "a: {resources: {limits: {cpu: 1}}, podAnnotations: {b: c}} | a.resources.* a.podAnnotations.*",
                "a: {affinity: ''} | a.affinity",
                "a: &x {b: 1}; c: *x | a.b c.b",
                "a: &x {b: 1}; c: {<<: *x, d: 2} | a.b c.b c.d",
                "a: {b.c: 1, 'd e': 2, 'f\"\\': 3, \"g#\": 4} | a.\"b.c\" a.\"d e\" a.\"f\\\"\\\\\" a.\"g#\"",
                "a: 1; a: {b: 2} | a.b",
                "80: a; true: b | 80 true",
                "\"a\\nb\": 1 | *",
                "a: !!str b | a"
            })
    void paths(String yaml, String paths) {
        ChartKeys.Found found = ChartKeys.of(source(yaml.replace("; ", "\n")));
        assertEquals("", found.mistake().map(Object::toString).orElse(""));
        List<String> printed = KnownKeys.print(found.paths(), List.of())
                .lines()
                .map(line -> line.replaceFirst(" +\\*$", ""))
                .toList();
        assertEquals(paths, String.join(" ", printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1 | 1 | is not closed",
                "a: 1;b | 2 | without `:`",
                "a: 1;---;b: 2 | 2 | a second document",
                "- a | 1 | is no mapping",
                "# nothing | 1 | holds no values",
                "{} | 1 | holds no values",
                "{a: 1}: b | 1 | is no text",
                "a: {{ .Values.b }} | 1 | is no text"
            })
    void mistakesHaveTheirPlace(String yaml, int line, String words) {
        ChartKeys.Found found = ChartKeys.of(source(yaml.replace(";", "\n")));
        assertTrue(found.paths().isEmpty());
        assertEquals(line, found.mistake().orElseThrow().at().line());
        assertTrue(found.mistake().orElseThrow().message().contains(words), found.toString());
    }

    @Test
    void whatGrowsWithoutEndIsRefused() {
        StringBuilder aliases = new StringBuilder("a0: &a0 {x: 1, y: 2}\n");
        StringBuilder chain = new StringBuilder("b0: &b0 {x: 1}\n");
        for (int at = 1; at < 5_000; at++) {
            int before = at - 1;
            chain.append("b" + at + ": &b" + at + " {x: *b" + before + "}\n");
            if (at < 40) {
                aliases.append("a" + at + ": &a" + at + " {x: *a" + before + ", y: *a" + before + "}\n");
            }
        }
        for (String text : List.of(aliases.toString(), chain.toString(), "a: " + "[".repeat(60), "{a: ".repeat(60))) {
            assertTrue(ChartKeys.of(source(text)).mistake().isPresent());
        }
    }

    /** Every text that a page could have been made of is answered, and what is answered is read back. */
    @ParameterizedTest
    @MethodSource("sites")
    void everyPathOfAFileIsInItsList(Path site) {
        int seen = 0;
        for (OutputFile file : Examples.compile(site).files()) {
            if (file.path().endsWith(".override.yaml") && file.content() instanceof Mapping values) {
                ChartKeys.Found found = ChartKeys.of(source(Examples.print(file)));
                String list = KnownKeys.print(found.paths(), List.of("a comment"));
                KnownKeys known = KnownKeys.imported(list).value().orElseThrow();
                values.leaves().keySet().forEach(pointer -> {
                    List<String> path = Mapping.steps(pointer);
                    assertTrue(known.has(path, VERSION), pointer);
                    assertFalse(known.has(List.of("no", path.get(0)), VERSION));
                });
                assertEquals(list, KnownKeys.print(found.paths(), List.of("a comment")));
                seen++;
            }
        }
        assertTrue(seen > 0 || !Corpus.folder(site).equals("clearml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '\0',
            value = {
                "a  *|true",
                "a.b.*  *|true",
                "a.\"b  c.d\".e   *|true",
                "a|false",
                "a *|false",
                "a: 1  *|false",
                "a..b  *|false",
                "a.  *|false",
                ".a  *|false",
                "a.\"b  *|false",
                "a  >=1.0|false",
                "# a  *|false",
                "  a  *|false"
            })
    void linesOfAList(String line, boolean legal) {
        assertEquals(legal, KnownKeys.imported(line + "\n").value().isPresent());
        String with = "# first\nz  *\n" + line + "\n";
        String problem = KnownKeys.imported(with).problem();
        boolean comment = line.startsWith("#");
        assertEquals(legal || comment ? "" : "has no path with a star behind it on line 3", problem);
    }

    @Test
    void aNearPathIsMeant() {
        KnownKeys known =
                KnownKeys.imported("a.first  *\na.\"b.c\"  *\n").value().orElseThrow();
        assertEquals("a.first", known.meant(List.of("a", "frist"), VERSION).orElseThrow());
        assertTrue(known.has(List.of("a", "b.c"), VERSION));
        assertFalse(known.has(Arrays.asList("a.b.c".split("\\.")), VERSION));
    }

    private static Source source(String text) {
        return new Source("values.yaml", text);
    }
}
