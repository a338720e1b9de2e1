package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Scalar;
import dev.airgapc.testing.Trees;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may say in YAML, with the line of each value, and what it may not. */
class YamlReaderTest {
    private static final String TEXT = """
            # a comment
            replicas: 123456789012345
            ratio: -123456789012.5
            on-top: {debug: true, none: null, empty: , "y": 'no'}
            args: [--flag, "0777", 10Gi, 1.2.3, 10.0.0.1, 8080/tcp]
            script: |
              one
              two
            folded: >-
              one
              two
            list:
            - a: plain:text
              b: -1
            - []
            """;

    @Test
    void readsWithTheLineOfEachValue() {
        Mapping mapping = YamlReader.read(Trees.passage(TEXT)).mapping().orElseThrow();
        Map<String, String> found = new TreeMap<>();
        mapping.leaves()
                .forEach((pointer, leaf) -> found.put(
                        pointer, leaf.origin().written().orElseThrow().span().line() + " " + shown(leaf.value())));
        Map<String, String> expected = new TreeMap<>(Map.of(
                "/replicas", "4 Count 123456789012345",
                "/ratio", "5 Decimal -123456789012.5",
                "/on-top/debug", "6 Flag true",
                "/on-top/none", "6 Absent null",
                "/on-top/empty", "6 Absent null",
                "/on-top/y", "6 Text no",
                "/script", "8 Text one\ntwo\n",
                "/folded", "11 Text one two",
                "/list/0/a", "15 Text plain:text",
                "/list/0/b", "16 Count -1"));
        List<String> args = List.of("--flag", "0777", "10Gi", "1.2.3", "10.0.0.1", "8080/tcp");
        args.forEach(arg -> expected.put("/args/" + args.indexOf(arg), "7 Text " + arg));
        assertEquals(expected, found);
        assertEquals(
                Sequence.of(List.of()),
                ((Sequence) mapping.entries().getOrDefault("list", mapping))
                        .items()
                        .get(1));
    }

    private static String shown(Scalar value) {
        return value.getClass().getSimpleName() + " " + value.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only this\n"})
    void nothingIsAnEmptyMapping(String text) {
        assertEquals(
                Mapping.EMPTY, YamlReader.read(Trees.passage(text)).mapping().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "true, yes ON y True",
        "false, No off N FALSE",
        "null, Null ~",
        "a number, 0777 0o17 0x1F 0b1 1_000 +1_000 12:30 8080:50 .5 5. 1e3 1.5e3 +1 -0 .inf -.inf .NaN nan inf",
        "a number, 1234567890123456 9007199254740993 12345678901234.5 0.12345678901234567890",
        "a date, 2026-01-02 2026-01-02T03:04:05Z",
        "a sign of YAML, ="
    })
    void refusesWhatReadersDisagreeOn(String what, String values) {
        for (String bare : values.split(" ", -1)) {
            String diagnostic = only("ok: 1\nkey: " + bare + "\n");
            assertTrue(diagnostic.startsWith("4 `" + bare + "` is " + what + " to some readers"), diagnostic);
            assertTrue(diagnostic.contains("`\"" + bare + "\"`"), diagnostic);
            assertTrue(only("ok: 1\n" + bare + ": x\n").startsWith("4 the key `" + bare + "` is no text"), bare);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: no                  | 3 `no` is false to some readers and not to others; write `false` or `\"no\"`",
                "a: 1\\n---\\nb: 2      | 4 a second document begins here; write one document, without `---`",
                "a: &x 1                | 3 anchors and aliases are not taken here; write the value where it is used",
                "a: *x                  | 3 anchors and aliases are not taken here; write the value where it is used",
                "a: !!str 1             | 3 tags are not taken here; write the value without `!`",
                "a: !x [1]              | 3 tags are not taken here; write the value without `!`",
                "b: 1\\n<<: {a: 1}      | 4 `<<` merges for some readers only; write the keys out that it would merge",
                "a: 1\\nb: 2\\na: 3     | 5 `a` is set twice; delete one of the two",
                "[a]: 1                 | 3 a key is no text; write a key in double quotes",
                "&x a: 1                | 3 anchors and aliases are not taken here; write the value where it is used",
                "!!str a: 1             | 3 tags are not taken here; write the value without `!`",
                "a: {{ x }}             | 3 `{{ … }}` is a template of Helm, and a page holds none; write the value itself",
                "true: 1                | 3 the key `true` is no text to some readers; write `\"true\"`",
                "1: 1                   | 3 the key `1` is no text to some readers; write `\"1\"`",
                "- a                    | 3 the text is no mapping; begin with a key, as in `key: \"value\"`",
                "text                   | 3 the text is no mapping; begin with a key, as in `key: \"value\"`",
                "replicas:3             | 3 `replicas:3` is a text, and no key with a value; write `replicas: 3`",
                "debug true             | 3 `debug true` is a text, and no key with a value; write `debug: true`",
                "a:\\n  b:3            | 4 `b:3` is a text, and no key with a value; write `b: 3`",
                "\"b:3\"               | 3 the text is no mapping; begin with a key, as in `key: \"value\"`",
                "password:hunter2       | 3 the text is no mapping; begin with a key, as in `key: \"value\"`",
                "x:AKI" + "AIOSFODNN7EXAMPL0 | 3 the text is no mapping; begin with a key, as in `key: \"value\"`",
                "b: 1\\na: [1\\n       | 4 `[` on this line is not closed; write `]` where it ends",
                "b: 1\\na: {c: 1\\n    | 4 `{` on this line is not closed; write `}` where it ends",
                "a: 1\\nb\\nc: 2       | 4 this line has a key without `:`; write it as in `key: \"value\"`",
                "a:\\n  b: 1\\n - c     | 5 this line is not indented like those that it stands with; begin it in the column of its neighbours",
                "b: 1\\na: \"x           | 4 a text in quotes is not closed; write its quotation mark where it ends",
                "a: @x                  | 3 no value begins with `@`; write the value in double quotes",
                "a:\\n\tb: 1          | 4 this line is indented with a tab, and YAML takes spaces; put spaces there",
                "%YAML 1.1\\n---\\na: 1 | 3 directives are not taken here; delete what begins with `%`",
                "a: 1\\nb: x\\u0085y    | 4 an invisible character on this line is a line break to some readers; delete it, or write it in double quotes as `\\u` and four digits",
                "a: 1\\n\\u2028b: 1     | 4 an invisible character on this line is a line break to some readers; delete it, or write it in double quotes as `\\u` and four digits",
                "a: b: c                | 3 a value on this line holds `: `; write the value in double quotes",
                "a: 1\\n b: x           | 4 this line is indented deeper than the one above, which has its value already; begin both in the same column",
            })
    void saysWhatIsNotTaken(String text, String expected) {
        String raw = text.strip()
                .replace("\\n", "\n")
                .replace("\\u0085", "\u0085")
                .replace("\\u2028", "\u2028")
                .replace("\\t", "\t");
        assertEquals(expected.strip(), only(raw));
    }

    @Test
    void hasLimits() {
        assertTrue(only("a: " + "[".repeat(100_000)).contains("nested deeper than 50 levels"));
        assertTrue(only("{a: ".repeat(51)).contains("nested deeper than 50 levels"));
        assertTrue(only("a: " + "[".repeat(49) + "]".repeat(49) + "\nb: 0777").startsWith("4 "), "49 are fine");
        assertTrue(only("a: " + "x".repeat(1 << 20)).contains("longer than a mebibyte"));
        assertEquals(
                2,
                YamlReader.read(Trees.passage("a: no\nb: 0777\n")).diagnostics().size(),
                "both are said");
    }

    private static String only(String text) {
        Passage.Content content = YamlReader.read(Trees.passage(text));
        assertTrue(content.mapping().isEmpty(), text);
        assertEquals(1, content.diagnostics().size(), content.diagnostics().toString());
        Diagnostic diagnostic = content.diagnostics().get(0);
        assertEquals(OutputCodes.NOT_YAML, diagnostic.code());
        return diagnostic.at().line() + " " + diagnostic.message() + "; " + String.join("; ", diagnostic.help());
    }
}
