package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Count;
import dev.airgapc.testing.Trees;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page may say in HOCON, with the line of each value, and what it may not. */
class HoconReaderTest {
    private static final String TEXT = """
            # a comment
            agent {
              python: "3.12", retries = 3 // and another
              pip.flags: [
                "--index-url", "https://h/p#x" # kept
                "a\\t\\"b\\"\\\\"
              ]
              "a.b": -0.50
            }
            agent.more { on: true }
            none = null
            text: \"""raw \\n "quoted" ${X}\"""
            list = [{ a: 1 }, [], {}]
            """;

    @Test
    void readsWithTheLineOfEachValue() {
        Mapping mapping = HoconReader.read(Trees.passage(TEXT)).mapping().orElseThrow();
        Map<String, String> found = new TreeMap<>();
        mapping.leaves()
                .forEach((pointer, leaf) -> found.put(
                        pointer,
                        leaf.origin().written().orElseThrow().span().line() + " "
                                + leaf.value().getClass().getSimpleName() + " "
                                + leaf.value().text()));
        assertEquals(
                new TreeMap<>(Map.of(
                        "/agent/python", "5 Text 3.12",
                        "/agent/retries", "5 Count 3",
                        "/agent/pip/flags/0", "7 Text --index-url",
                        "/agent/pip/flags/1", "7 Text https://h/p#x",
                        "/agent/pip/flags/2", "8 Text a\t\"b\"\\",
                        "/agent/a.b", "10 Decimal -0.50",
                        "/agent/more/on", "12 Flag true",
                        "/none", "13 Absent null",
                        "/text", "14 Text raw \\n \"quoted\" ${X}",
                        "/list/0/a", "15 Count 1")),
                found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a: \"x\";          | 3 the agent takes `;` for a part of the value; delete it",
                "a: x;              | 3 the agent takes `;` for a part of the value; delete it",
                "a += [1]           | 3 the agent cannot append with `+=`; write the whole list with `=`",
                "b: 1\\ninclude \"x\" | 4 `include` reads a file that may not be there; write what it holds",
                "a: some text       | 3 a text stands without quotes; write it in double quotes",
                "a: https://h/p     | 3 a text stands without quotes; write it in double quotes",
                "a: ${X}            | 3 `${…}` takes a value from wherever the file is read; write the value, in double quotes",
                "a: ${?X}           | 3 `${…}` takes a value from wherever the file is read; write the value, in double quotes",
                "a: \"\\u0041\"     | 3 the agent does not know the escape `\\u`; write the character itself",
                "a: \"x\\/y\"       | 3 the agent does not know the escape `\\/`; write the character itself",
                "a: \"\\b\"         | 3 this backslash begins no escape that all readers know; legal are `\\\\`, `\\\"`, `\\n`, `\\r` and `\\t`",
                "a: \"x\\ty\"       | 3 the agent turns a tab in a text into spaces; write `\\t`, in double quotes",
                "\\uFEFFa: 1        | 3 the text begins with a byte order mark; delete it",
                "a: 10s             | 3 `10s` is a duration to the agent; write `\"10s\"`",
                "a: 10 minutes      | 3 `10 minutes` is a duration to the agent; write `\"10 minutes\"`",
                "a: 007             | 3 `007` loses its zeros; write it without them, or `\"007\"`",
                "a: .5              | 3 `.5` is not the same number to all readers; write its digits, as in `-0.5`, or `\".5\"`",
                "a: 1e3             | 3 `1e3` is not the same number to all readers; write its digits, as in `-0.5`, or `\"1e3\"`",
                "a: True            | 3 `True` is text to some readers; write `true` or `\"True\"`",
                "a: 1\\nb: 2\\na: 3 | 5 `a` is set twice; delete one of the two",
                "a: 1\\na.b: 2      | 4 `a` is set twice; delete one of the two",
                "a.b: 1\\na: 2      | 4 `a` is set twice; delete one of the two",
                "a: 1 b: 2          | 3 a text stands without quotes; write it in double quotes",
                "a: \"x\" \"y\"     | 3 two values stand on this line; write a comma between them",
                "a: [1 {}]          | 3 two values stand on this line; write a comma between them",
                "a: [1,,2]          | 3 two commas stand in a row; delete one",
                ",a: 1              | 3 no key begins like this; write `key: \"value\"`",
                "a: [1, \"\"]       | 3 the agent drops an empty text from a list; leave it out",
                "[1]                | 3 the text is a list; begin with a key, as in `agent { … }`",
                "a {\\n b: 1\\n     | 3 what is opened on this line is not closed; write `}` where it ends",
                "a: [\\n 1\\n       | 3 what is opened on this line is not closed; write `]` where it ends",
                "a: 1\\n}           | 4 nothing is open that this could close or continue; delete it",
                "b: 1\\na: [\\n 1\\n | 4 what is opened on this line is not closed; write `]` where it ends",
                "a {\\n  b {\\n  }\\n  c {\\n    d: {}\\n}\\n | 6 what is opened on this line is not closed; write `}` where it ends",
                "a {\\n  b {\\n    c: 1\\n\\n  d {\\n  }\\n}\\n | 4 what is opened on this line is not closed; write `}` where it ends",
                "a { b {\\n}\\n       | 3 what is opened on this line is not closed; write `}` where it ends",
                "a: \"\"\"\\ty\"\"\" | 3 the agent turns a tab in a text into spaces; write `\\t`, in double quotes",
                "a: \"\"\"x\\n\\ty\"\"\" | 4 the agent turns a tab in a text into spaces; write `\\t`, in double quotes",
                "a: \"x             | 3 a text is not closed on its line; write `\\n` for a new line, or `\"\"\"`",
                "b: 1\\na: \"\"\"x  | 4 the text that begins here is not closed; write `\"\"\"` where it ends",
                "a                  | 3 `a` has no value; write `a: \"value\"`",
                "a:                 | 3 here should be a value; write it in double quotes",
                "a b: 1             | 3 after `a` comes no `:`, `=` or `{`; write the whole key in double quotes, or blocks within blocks",
                "a.\"b\": 1         | 3 a path has a part in quotes; write the whole key in double quotes, or blocks within blocks",
                "\"a\".b: 1         | 3 a path has a part in quotes; write the whole key in double quotes, or blocks within blocks",
                "a..b: 1            | 3 `a..b` is no key; write the whole key in double quotes, or blocks within blocks",
                "\"a\\b\": 1        | 3 a key holds a backslash or a control character; name it otherwise",
                "\"\": 1            | 3 no key begins like this; write `key: \"value\"`",
            })
    void saysWhatIsNotTaken(String text, String expected) {
        String raw = text.strip().replace("\\ty", "\ty").replace("\\uFEFF", "\uFEFF");
        assertEquals(expected.strip(), only(raw.contains("\\n") ? raw.replace("\\n", "\n") : raw));
    }

    @Test
    void aTextMayBeginWithBracesOrAnEmptyLine() {
        for (String text : List.of("{a: 1}", "\na: 1\n", " { a: 1 }\n")) {
            assertEquals(
                    Trees.plain(Trees.map("a", Trees.leaf(new Count(1)))),
                    Trees.plain(HoconReader.read(Trees.passage(text)).mapping().orElseThrow()),
                    text);
        }
    }

    @Test
    void saysWhereTheFirstOneIs() {
        Diagnostic again = HoconReader.read(Trees.passage("b: 1\na: 2\na: 3\n"))
                .diagnostics()
                .get(0);
        assertEquals(4, again.related().get(0).at().line());
    }

    @Test
    void hasLimits() {
        assertTrue(only("a: " + "[".repeat(29) + "]".repeat(29) + "\nb: x").startsWith("4 "), "29 are fine");
        assertTrue(only("a: " + "[".repeat(100_000)).contains("nested deeper than 30 levels"));
        assertTrue(only("a {".repeat(100_000)).contains("nested deeper than 30 levels"));
        assertTrue(only("a.".repeat(100) + "b {").contains("nested deeper than 30 levels"));
        assertTrue(only("a: \"" + "x".repeat(1 << 20)).contains("longer than a mebibyte"));
        assertEquals(
                2,
                HoconReader.read(Trees.passage("a: 10s\nb: x\n")).diagnostics().size(),
                "both are said");
        assertTrue(HoconReader.read(Trees.passage(""))
                .mapping()
                .orElseThrow()
                .entries()
                .isEmpty());
    }

    private static String only(String text) {
        Passage.Content content = HoconReader.read(Trees.passage(text));
        assertTrue(content.mapping().isEmpty(), text);
        assertEquals(1, content.diagnostics().size(), content.diagnostics().toString());
        Diagnostic diagnostic = content.diagnostics().get(0);
        assertEquals(OutputCodes.NOT_HOCON, diagnostic.code());
        return diagnostic.at().line() + " " + diagnostic.message() + "; " + String.join("; ", diagnostic.help());
    }
}
