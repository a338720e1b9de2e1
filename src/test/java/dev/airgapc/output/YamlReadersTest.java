package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            ">");

    private static final List<String> KEYS = List.of(
            "y", "NO", "on", "a", "nvidia.com/gpu", "1", "a b", "", "=", "a:", "null", "~", "0x1F", "agentk8sglue");

    @Test
    void agree(@TempDir Path folder) throws IOException {
        Map<String, Object> expected = new LinkedHashMap<>();
        Mapping values = Mapping.EMPTY;
        for (String value : VALUES) {
            values = values.with("v" + VALUES.indexOf(value), leaf(value));
            expected.put("v" + VALUES.indexOf(value), value);
        }
        Mapping keys = Mapping.EMPTY;
        Map<String, Object> expectedKeys = new LinkedHashMap<>();
        for (String key : KEYS) {
            keys = keys.with(key, leaf("k" + key));
            expectedKeys.put(key, "k" + key);
        }
        expected.put("keys", expectedKeys);
        expected.put("list", List.of("a", Map.of("b", "c"), List.of("d")));
        Node list =
                Sequence.of(List.of(leaf("a"), Mapping.EMPTY.with("b", leaf("c")), Sequence.of(List.of(leaf("d")))));
        expected.put("none", Map.of());
        expected.put("empty", List.of());
        Mapping content = values.with("keys", keys)
                .with("list", list)
                .with("none", Mapping.EMPTY)
                .with("empty", Sequence.of(List.of()));
        String text = new YamlPrinter()
                .print(content, new Header("site.ag", "site.ag"))
                .text();

        assertEquals(expected, new Yaml(new SafeConstructor(new LoaderOptions())).load(text), "YAML 1.1");
        assertEquals(expected, new Load(LoadSettings.builder().build()).loadFromString(text), "YAML 1.2");
        assertEquals(expected, throughGo(folder, text), "Go");
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
            assertTrue(lines.get(mark.line() - 1).contains(value.replace("\n", "\\n")), mark.toString());
        }
    }

    private static Leaf leaf(String text) {
        Origin origin = new Origin.Written(Address.of("a"), new Source("a", "").span(0, 0), List.of());
        return Leaf.of(new Fact<>(new Text(text), origin));
    }
}
