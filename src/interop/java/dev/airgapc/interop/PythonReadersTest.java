package dev.airgapc.interop;

import static dev.airgapc.testing.Trees.leaf;
import static dev.airgapc.testing.Trees.list;
import static dev.airgapc.testing.Trees.map;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.output.Header;
import dev.airgapc.output.IniPrinter;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's own readers find in an INI and in a TOML file what was put there. */
@ReadBy(
        value = {"python"},
        what = "INI and TOML of the printers",
        proves = "Python finds what was put there, hostile text included")
class PythonReadersTest {
    private static final Header HEADER = new Header("site.ag", "site.ag");
    private static final String INI = """
            import configparser, json, sys
            parser = configparser.RawConfigParser()
            parser.read(sys.argv[1], encoding="utf-8")
            print(json.dumps({name: dict(parser.items(name)) for name in parser.sections()}))
            """;
    private static final String TOML = """
            import json, sys, tomllib
            print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))
            """;
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\"",
            "'",
            "\\",
            "\\n",
            "\"\"\"",
            "a\nb\r\n\tc",
            "\u0000\u0007\u001b\u007f",
            "é😀\u0085\u2028",
            "# x",
            "a = b",
            "[x]",
            "${X}",
            "%(x)s",
            "true",
            "1",
            "2026-01-02");

    @TempDir
    Path folder = Path.of("");

    @Test
    void ini() throws IOException {
        Mapping content = map(
                "global",
                map(
                        "index-url",
                        "https://user%40x:p%23@pypi.corp.example:8443/simple#frag",
                        "trusted-host",
                        list(leaf("a.corp.example"), leaf("b.corp.example:8443"), leaf("[::1]:1")),
                        "find-links",
                        list(leaf("/wheels")),
                        "no-index",
                        leaf(new Flag(true)),
                        "cert",
                        ""),
                "install",
                map("timeout", leaf(new Count(5)), "x_y.z", "%(a)s = : é \"q\" 'r' \\n"));
        assertEquals(
                Map.of(
                        "global",
                        Map.of(
                                "index-url", "https://user%40x:p%23@pypi.corp.example:8443/simple#frag",
                                "trusted-host", "\na.corp.example\nb.corp.example:8443\n[::1]:1",
                                "find-links", "/wheels",
                                "no-index", "true",
                                "cert", ""),
                        "install",
                        Map.of("timeout", "5", "x_y.z", "%(a)s = : é \"q\" 'r' \\n")),
                read(INI, new IniPrinter().print(content, HEADER).text()));
    }

    @Test
    void toml() throws IOException {
        Mapping keys = Mapping.EMPTY;
        for (String hostile : HOSTILE) {
            keys = keys.with(hostile, leaf("v" + hostile));
        }
        Mapping content = map(
                "index",
                list(map("name", "a", "nested", map("deep", "x")), map("name", "b", "list", list(map("c", "d")))),
                "keys",
                keys,
                "a.b",
                map("c d", map("e", map())),
                "hostile",
                list(HOSTILE.stream().map(Trees::leaf).toArray(Node[]::new)),
                "numbers",
                list(leaf(new Count(-9_000_000_000L)), leaf(new Count(0))),
                "decimals",
                list(leaf(new Decimal("0.5")), leaf(new Decimal("-3.250"))),
                "mixed",
                list(list(leaf("x")), list()),
                "flag",
                leaf(new Flag(false)));
        assertEquals(
                Trees.plain(content),
                read(TOML, new TomlPrinter().print(content, HEADER).text()));
    }

    private Object read(String program, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        Processes.Result result = Processes.run(
                folder, Map.of(), List.of(Consumer.program("python"), "-c", program, String.valueOf(file)));
        assertEquals("", result.err(), text);
        return new ObjectMapper().readValue(result.out(), Object.class);
    }
}
