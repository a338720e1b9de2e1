package dev.airgapc.interop;

import static dev.airgapc.testing.Trees.leaf;
import static dev.airgapc.testing.Trees.list;
import static dev.airgapc.testing.Trees.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Variable;
import dev.airgapc.output.Header;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.HoconReader;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Passage;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's own reader of HOCON finds what we print, and what we read. */
@ReadBy(
        value = {"clearml-agent"},
        what = "HOCON of the printer, and passed `conf`",
        proves = "it is read as we read it, hostile text included")
class HoconReadersTest {
    private static final String PROGRAM = """
            import json, sys
            from clearml_agent.external.pyhocon import ConfigFactory
            def read(text):
                try:
                    return {"value": ConfigFactory.parse_string(text).as_plain_ordered_dict()}
                except Exception as e:
                    return {"error": repr(e)[:200]}
            with open(sys.argv[1], encoding="utf-8") as file:
                texts = json.load(file)
            print(json.dumps([read(text) for text in texts], default=repr))
            """;
    private static final List<String> HOSTILE = List.of(
            " ",
            "\"",
            "'",
            "\\",
            "\\\\",
            "\\n",
            "\\\"",
            "\"\"\"",
            "a\nb\r\n\tc",
            "\u0007\u0085\u2028\u000b\f",
            "é😀",
            "# x",
            "a # b",
            "// x",
            "a // b",
            "https://h.corp.example:5000/p?q=1&r#frag",
            "${X}",
            "${?X}",
            "$(X)",
            "%(x)s",
            "True",
            "false",
            "null",
            "007",
            "1.10",
            "10s",
            "1e3",
            "-",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "=",
            "+=",
            ";",
            "include",
            "registry.corp.example/a@sha256:0123456789abcdef",
            "C:\\new\\table",
            "\\u0041",
            "\\/",
            "=#!",
            "\\=",
            "a\\",
            " both ends ",
            "\t",
            "x\\\ny");

    /** Some are taken and some are not; what is taken means the same to the agent. */
    private static final List<String> TEXTS = List.of(
            "",
            "# c",
            "{}",
            "{a: 1}",
            "{a: 1,}",
            "a: 1",
            "a = 1, b = 2",
            "a=1\nb {c=1}",
            "a.b: 1\na.c: 2",
            "\"a.b\": 1",
            "\"a b\": {\"c@d\": 1}",
            "a b: 1",
            "a: [1,2,]",
            "a: [1\n2\n]",
            "a: [\n]",
            "a: [1\n,2]",
            "a: [1,,2]",
            "a: [\"\"]",
            "a: \"\"",
            "a: [null, 1, true]",
            "a: [{b:1}\n {c:2}]",
            "a: [{b:1} {c:2}]",
            "a: [[1,2],[3]]",
            "a: \"x\" // c",
            "a: \"x\"#c\nb: 1//d",
            "a: \"\"\"x\ny\"\"\"",
            "a: \"\"\"x\"y\"\"\"\"",
            "a: \"\"\"\"\"\"",
            "a: \"\"\"\\n${X}\"\"\"",
            "a: \"\"\"a\tb\"\"\"",
            "a: \"a\tb\"",
            "a: \"\\u0041\"",
            "a: \"\\/\"",
            "a: \"\\b\"",
            "a: \"\\=\"",
            "a: \"\\\\n\\\"\"",
            "a: \"\\\\\\\\\"",
            "a: ${X}",
            "a: \"${X}\"",
            "a: 10s",
            "a: 10 s",
            "a: 007",
            "a: -0.50",
            "a: 1.10",
            "a: 0",
            "a: -0",
            "a: 1e3",
            "a: .5",
            "a: 1.",
            "a: +1",
            "a: 123456789012345678",
            "a: 12345678901234567890",
            "a: True",
            "a: true",
            "a: null",
            "a: Null",
            "a: None",
            "a: text",
            "a: yes",
            "a {b:1}\na {c:2}",
            "a {b:1}\na.b: 2",
            "a: 1\na: 2",
            "a: {b:1} {c:2}",
            "a\n{b:1}",
            "a:\n1",
            "a: # c\n 1",
            "a // c\n: 1",
            "a: 1\r\nb: 2\r\n",
            "a: \"x\";",
            "a: 1;",
            "a += [1]",
            "include \"x\"",
            "include: 1",
            "\"include\": 1",
            "a: 1\n\n,\n\nb: 1",
            ",a: 1",
            "1: 2",
            "a.1: 2",
            "-a: 1",
            "true: 1",
            "null.a: 1",
            "a.\"b\": 1",
            "\"a\\\\b\": 1",
            "\"$a\": 1",
            "\"\": 1",
            "a: [ # c\n 1 # d\n # e\n 2\n]",
            "a: [1 # c\n, 2 // d\n]",
            "{\n# c\na: 1 # d\n}\n# e\n",
            "a: \u00e9",
            "a: \"\u00e9\u0085\u2028\"",
            "\u00e9: 1",
            "a: {b: {c: [{d: {e: []}}]}}",
            "a: {}\nb: []",
            "a: [{}, []]",
            "agent.package_manager { type = pip }",
            "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z: 1",
            "a: " + "[".repeat(28) + "]".repeat(28),
            "a {".repeat(28) + "b: 1" + "}".repeat(28),
            "_a-b_c: 1",
            "a: [1 2]",
            "a: 5\nd: 1",
            "a: [5\n]",
            "a: 1 ,b: \"x\" ,c: []",
            "\"a\" {x: 1}\na {y: 2}",
            "a: null\na.b: 1",
            "a: true false",
            "a: \"b\" \"c\"");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theAgentReadsWhatWePrint() throws IOException {
        Mapping values = Mapping.EMPTY;
        Mapping keys = Mapping.EMPTY;
        for (String hostile : HOSTILE) {
            values = values.with("v" + HOSTILE.indexOf(hostile), leaf(hostile));
            if (hostile.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
                keys = keys.with(hostile, leaf("k" + hostile)).with(hostile + ".x", map("y", "z"));
            }
        }
        Mapping content = map(
                "values",
                values,
                "keys",
                keys,
                "list",
                list(HOSTILE.stream().map(Trees::leaf).toArray(Node[]::new)),
                "empty",
                "",
                "scalars",
                list(leaf(new Count(-7)), leaf(new Decimal("0.50")), leaf(new Flag(false)), leaf(new Absent())),
                "none",
                leaf(new Absent()),
                "blocks",
                list(map("a", "b", "c", map("d", list())), map(), list(leaf("x"), list(leaf("y")))),
                "open",
                map());
        Mapping printed = content.with("unset", leaf(new Variable("AIRGAPC_NOT_SET")));
        String text = new HoconPrinter()
                .print(printed, new Header("site.ag", "site.ag"))
                .text();
        assertEquals(value(Trees.plain(content)), agent(List.of(text)).get(0), text);
    }

    @Test
    void theAgentReadsWhatWeRead() throws IOException {
        List<String> taken = new ArrayList<>();
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (String text : TEXTS) {
            Optional<Mapping> mapping = HoconReader.read(Trees.passage(text)).mapping();
            if (mapping.isPresent()) {
                taken.add(text);
                expected.add(value(Trees.plain(mapping.get())));
            }
        }
        assertTrue(taken.size() > TEXTS.size() / 3 && taken.size() < TEXTS.size() * 2 / 3, taken.toString());
        List<?> found = agent(taken);
        for (int index = 0; index < taken.size(); index++) {
            assertEquals(expected.get(index), found.get(index), taken.get(index));
        }
    }

    @Test
    void whatWePrintWeRead() {
        Mapping content = map("a", map("b", "x\n\"\\\t", "c d", list(leaf("y"), map("e", leaf(new Decimal("1.5"))))));
        String text = new HoconPrinter().print(content, Header.NONE).text();
        Passage.Content read = HoconReader.read(Trees.passage(text));
        assertEquals(Trees.plain(content), Trees.plain(read.mapping().orElseThrow()), text);
    }

    private static Map<String, @Nullable Object> value(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("value", value);
        return map;
    }

    private List<?> agent(List<String> texts) throws IOException {
        String python = Consumer.program("clearml-agent");
        ObjectMapper json = new ObjectMapper();
        Path file = Files.writeString(folder.resolve("texts.json"), json.writeValueAsString(texts));
        Processes.Result result = Processes.run(folder, Map.of(), List.of(python, "-c", PROGRAM, String.valueOf(file)));
        assertEquals(0, result.exit(), result.err());
        return json.readValue(result.out(), List.class);
    }
}
