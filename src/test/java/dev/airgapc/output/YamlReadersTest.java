package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A reader of YAML 1.1, a reader of 1.2 and Go read the same strings as we wrote, whatever they look like. */
class YamlReadersTest {
    private static final List<String> VALUES = List.of(
            "no",
            "on",
            "y",
            "0777",
            "1_000",
            "12:30",
            "1e3",
            "~",
            "2026-01-02",
            "0x1F",
            "0o17",
            ".5",
            "=",
            "<<",
            "null",
            "true",
            "",
            " ",
            "- a",
            "a: b",
            "# x",
            "a #b",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "{a}",
            "[a]",
            "'a'",
            "\"a\"",
            "\\",
            "a\nb",
            "a\tb",
            "\u0007",
            "\u0085",
            "\u2028",
            "é😀",
            "---",
            "...",
            ".inf",
            ".nan",
            "${X}",
            "{{ x }}",
            "1.10",
            "+1",
            "1,000",
            "?",
            "|",
            ">",
            "one\n",
            "one\ntwo",
            "one\n\n  three\n",
            "- a\nb: c\n# d\n",
            "---\n...\n",
            "#!/bin/sh\nset -eu\necho \"$X\" 'y' \\\\ %\n",
            "-----BEGIN CERTIFICATE-----\nMIIB+/=\n-----END CERTIFICATE-----\n",
            "\nfirst is empty\n",
            " first is indented\n",
            "blank at end \nb",
            "a\n\n",
            "a\n \nb",
            "é\n😀\n",
            "\n");

    private static final List<String> KEYS = List.of(
            "y", "NO", "on", "a", "nvidia.com/gpu", "1", "a b", "", "=", "a:", "null", "~", "0x1F", "agentk8sglue");

    /** Values without quotes; some mean several things. */
    private static final List<String> BARE = List.of(
            "0",
            "7",
            "-1",
            "123456789012345",
            "9007199254740993",
            "0777",
            "1_000",
            "1__0",
            "0x1F",
            "0o17",
            "0b11",
            "1.5",
            "-0.25",
            "100.0",
            "01.5",
            ".5",
            "5.",
            "1e3",
            "1.5e3",
            "1E-2",
            "+1",
            "-0",
            "1.2.3",
            "10.0.0.1",
            "1:2",
            "12:30:45",
            "8080:80",
            "10Gi",
            "500m",
            "12-13",
            "1-2-3",
            "2026-01-02",
            "2026-1-2",
            "2026-01-02 03:04:05",
            "2026-01",
            "true",
            "True",
            "TRUE",
            "false",
            "yes",
            "Yes",
            "no",
            "NO",
            "on",
            "off",
            "y",
            "Y",
            "n",
            "null",
            "Null",
            "~",
            "",
            "=",
            "<<",
            "nan",
            ".nan",
            ".NaN",
            "inf",
            "-.inf",
            "+.INF",
            "infinity",
            "text",
            "two words",
            "a:b",
            "a#b",
            "--flag",
            "-x",
            "a/b",
            "https://h.corp.example/p#x",
            "'single'",
            "'it''s'",
            "\"a\\tb\\u0041\"",
            "[1, no-way]",
            "{a: b}",
            "[]",
            "{}",
            "1,000",
            "0.1.0",
            "v1",
            "1a",
            "0xg",
            "0o9",
            "e3",
            "1e",
            ".e3",
            "._",
            "1._5",
            "_1",
            "-",
            "+",
            ".",
            "..",
            "a b: c",
            "1_2_3.4_5",
            "0_7",
            "-0x1F",
            "-.5",
            "+.5e1",
            "4_",
            "1e400",
            "y#",
            "no ",
            "no # comment",
            "truely",
            "%",
            "a%b",
            "$x");

    @Test
    void agree(@TempDir Path folder) throws IOException {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        Mapping values = Mapping.EMPTY;
        for (String value : VALUES) {
            values = values.with("v" + VALUES.indexOf(value), leaf(value));
            expected.put("v" + VALUES.indexOf(value), value);
        }
        Mapping keys = Mapping.EMPTY;
        Map<String, @Nullable Object> expectedKeys = new LinkedHashMap<>();
        for (String key : KEYS) {
            keys = keys.with(key, leaf("k" + key));
            expectedKeys.put(key, "k" + key);
        }
        expected.put("keys", expectedKeys);
        expected.put("list", List.of("a", Map.of("b", "c"), List.of("d"), "two\nlines\n"));
        values = values.with("flag", Trees.leaf(new Flag(true)))
                .with("count", Trees.leaf(new Count(-3)))
                .with("none", Trees.leaf(new Absent()));
        expected.put("flag", true);
        expected.put("count", -3);
        expected.put("none", null);
        for (String decimal : List.of("0.5", "-3.25", "1.10", "100.0", "-0.0")) {
            values = values.with("d" + decimal, Trees.leaf(new Decimal(decimal)));
            expected.put("d" + decimal, Double.valueOf(decimal));
        }
        Node list = Sequence.of(List.of(
                leaf("a"), Mapping.EMPTY.with("b", leaf("c")), Sequence.of(List.of(leaf("d"))), leaf("two\nlines\n")));
        expected.put("open", Map.of());
        expected.put("empty", List.of());
        Mapping content = values.with("keys", keys)
                .with("list", list)
                .with("open", Mapping.EMPTY)
                .with("empty", Sequence.of(List.of()));
        String text = new YamlPrinter()
                .print(content, new Header("site.ag", "site.ag"))
                .text();

        assertEquals(expected, new Yaml(new SafeConstructor(new LoaderOptions())).load(text), "YAML 1.1");
        assertEquals(expected, new Load(LoadSettings.builder().build()).loadFromString(text), "YAML 1.2");
        assertEquals(withoutFractionsOfZero(expected), throughGo(folder, text), "Go");
    }

    /** JSON from Go writes {@code 100.0} as {@code 100}. */
    private static Map<String, @Nullable Object> withoutFractionsOfZero(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(values);
        map.replaceAll((key, value) ->
                value instanceof Double number && number == Math.rint(number) ? (Object) number.intValue() : value);
        return map;
    }

    /** What is taken from a page means the same to all three as to us; what they would not agree on is not taken. */
    @Test
    void agreeOnWhatIsRead(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        for (String bare : BARE) {
            String line = "k" + BARE.indexOf(bare) + ": " + bare + "\n";
            YamlReader.read(Trees.passage(line)).mapping().ifPresent(mapping -> {
                text.append(line);
                mapping.entries().forEach((key, node) -> expected.put(key, Trees.plain(node)));
            });
        }
        assertTrue(expected.size() > BARE.size() / 3 && expected.size() < BARE.size(), expected.toString());
        assertEquals(expected, new Yaml(new SafeConstructor(new LoaderOptions())).load(text.toString()), "YAML 1.1");
        assertEquals(expected, new Load(LoadSettings.builder().build()).loadFromString(text.toString()), "YAML 1.2");
        assertEquals(withoutFractionsOfZero(expected), throughGo(folder, text.toString()), "Go");
    }

    /** What Go made of the values, as JSON, which a third reader turns into Java. */
    private static Object throughGo(Path folder, String values) throws IOException {
        Path chart = Files.createDirectories(folder.resolve("probe"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: probe\nversion: 1.0.0\n");
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(chart.resolve("templates/all.yaml"), "{{ omit .Values \"global\" | toJson }}\n");
        Path file = folder.resolve("values.yaml");
        Files.writeString(file, values);
        String rendered = new Helm(chart).template().withValuesFile(file).call();
        String json = rendered.lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
        return new Load(LoadSettings.builder().build()).loadFromString(json);
    }

    @Test
    void eachLeafIsOnTheLineThatItsMarkSays() {
        Mapping content = Mapping.EMPTY
                .with("a", Mapping.EMPTY.with("b", Sequence.of(List.of(leaf("one"), leaf("two\nlines")))))
                .with("c", leaf("three"));
        Printed printed = new YamlPrinter().print(content, new Header("site.ag", "site.ag"));
        List<String> lines = printed.text().lines().toList();
        Map<String, Leaf> leaves = content.leaves();
        assertEquals(
                List.copyOf(leaves.keySet()),
                printed.marks().stream().map(Printed.Mark::pointer).toList());
        for (Printed.Mark mark : printed.marks()) {
            String value = leaves.getOrDefault(mark.pointer(), leaf("")).value().text();
            String shown = value.contains("\n") ? "|-" : value;
            assertTrue(lines.get(mark.line() - 1).contains(shown), mark.toString());
        }
    }

    private static Leaf leaf(String text) {
        return Trees.leaf(text);
    }
}
