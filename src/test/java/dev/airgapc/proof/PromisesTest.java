package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Url;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.LinesPrinter;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printer;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that try to break a promise, in every printer's format. */
class PromisesTest {
    private static final Map<String, Printer> PRINTERS = Map.of(
            "yaml",
            new YamlPrinter(),
            "hocon",
            new HoconPrinter(),
            "toml",
            new TomlPrinter(),
            "lines",
            new LinesPrinter(),
            "template",
            new TemplatePrinter("images/mapping.txt", Quoting.PLAIN));

    private static final Scalar TOKEN = new Text("x glp" + "at-abcdefghijklmnopqrst");

    static Stream<Arguments> violations() {
        Map<String, Scalar> cheats = Map.of(
                "AG0601 a host", Host.parse("docker.io").value().orElseThrow(),
                "AG0601 an address",
                        Url.parse("https://hub.example.com/x").value().orElseThrow(),
                "AG0601 text", new Text("--url=https://hub.example.com"),
                "AG0601 a name", new Text("hub.example.com"),
                "AG0601 base64", new Text("c2VlIGh0dHBzOi8vaHViLmV4YW1wbGUuY29tL3g="),
                "AG0408 a placeholder", new Text("see <BASE_DOMAIN>"),
                "AG0601 numbers", new Text("8.8.8.8"),
                "AG0601 a key that nobody mirrors",
                        new UpstreamKey(Image.parse("docker.io/library/redis:7.4")
                                .value()
                                .orElseThrow()),
                "AG0602 a token", TOKEN);
        return PRINTERS.entrySet().stream()
                .flatMap(printer -> cheats.entrySet().stream()
                        .map(cheat ->
                                Arguments.of(cheat.getKey(), printer.getKey(), printer.getValue(), cheat.getValue())));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("violations")
    void isCaughtInEveryFormat(String what, String format, Printer printer, Scalar cheat) {
        Compilation compilation = compile(site ->
                Contribution.of(List.of(file("inside/cheat", Side.INSIDE, printer, leaf(site, cheat))), List.of()));
        String code = what.substring(0, 6);
        assertTrue(
                compilation.report().sorted().stream()
                        .anyMatch(d -> d.code().number().equals(code) && d.at().line() == 2),
                () -> Rendered.of(compilation.report()));
        assertTrue(Rendered.of(compilation.report()).contains("inside/cheat"));
    }

    @Test
    void publicHostsAreLegalOutside() {
        Compilation compilation = compile(site -> Contribution.of(
                List.of(file(
                        "outside/list",
                        Side.OUTSIDE,
                        new LinesPrinter(),
                        leaf(site, new Text("https://hub.example.com")))),
                List.of()));
        assertFalse(compilation.report().hasErrors(), () -> Rendered.of(compilation.report()));
    }

    @Test
    void serversOfTheSiteStayInside() {
        Compilation compilation = compile(site -> Contribution.of(
                List.of(file(
                        "outside/list",
                        Side.OUTSIDE,
                        new LinesPrinter(),
                        leaf(site, new Text("https://registry.ml.corp.example:5000/v2")))),
                List.of()));
        assertEquals(List.of("AG0606"), codes(compilation));
    }

    @Test
    void anUpstreamNameNeedsNodesThatKnowIt() {
        String part = Examples.text("fleet/common.ag");
        List<Target> targets = Targets.ALL.stream()
                .filter(target -> !target.name().equals("nodes"))
                .toList();
        assertEquals(List.of(), codes(Examples.changed("fleet/acme.ag", "fleet/common.ag", part, Targets.ALL)));
        assertEquals(
                List.of("AG0601"),
                codes(Examples.changed(
                        "fleet/acme.ag",
                        "fleet/common.ag",
                        part.replace("ml/python:3.12", "x")
                                .replace("\\(registry.main.host)/x", "docker.io/acme/python:3.12"),
                        targets)));
    }

    @Test
    void noSecretOutsideEither() {
        Compilation compilation = compile(site -> Contribution.of(
                List.of(file("outside/list", Side.OUTSIDE, new LinesPrinter(), leaf(site, TOKEN))), List.of()));
        assertEquals(List.of("AG0602"), codes(compilation));
        assertFalse(Rendered.of(compilation.report()).contains(TOKEN.text()));
    }

    @Test
    void anImageThatNobodyFetchesIsMissed() {
        List<Target> targets = Targets.ALL.stream()
                .filter(target -> !target.name().equals("images"))
                .toList();
        assertEquals(
                List.of("AG0603"),
                codes(new Compiler(Corpus.TODAY, targets)
                        .compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")))));
    }

    @Test
    void onePathHasOneWriter() {
        String path = "inside/kubernetes/CREATE-secrets.sh";
        Compilation compilation = compile(site -> Contribution.of(
                List.of(file(path, Side.INSIDE, new LinesPrinter(), leaf(site, new Text("x")))), List.of()));
        assertEquals(List.of("AG0801"), codes(compilation));
    }

    @Test
    void noPathLeavesTheFolder() {
        for (String path : List.of("../x", "/x", "a//b", "a/./b", "a\\b")) {
            Compilation compilation = compile(site -> Contribution.of(
                    List.of(file(path, Side.INSIDE, new LinesPrinter(), leaf(site, new Text("x")))), List.of()));
            assertEquals(List.of("AG0801"), codes(compilation), path);
        }
    }

    private static Compilation compile(Function<Site, Contribution> cheat) {
        List<Target> targets = new ArrayList<>(Targets.ALL);
        targets.add(new Target() {
            @Override
            public String name() {
                return "cheat";
            }

            @Override
            public Contribution supply(Site site, Plan plan) {
                return cheat.apply(site);
            }
        });
        return new Compiler(Corpus.TODAY, targets)
                .compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
    }

    private static List<String> codes(Compilation compilation) {
        return compilation.report().sorted().stream()
                .map(d -> d.code().number())
                .filter(code -> !code.equals("AG0703"))
                .distinct()
                .toList();
    }

    private static OutputFile file(String path, Side side, Printer printer, Leaf leaf) {
        Node content = printer instanceof LinesPrinter
                ? Sequence.of(List.of(leaf))
                : Mapping.EMPTY.with(
                        "images",
                        Sequence.of(List.of(Mapping.EMPTY.with("upstream", leaf).with("inside", leaf))));
        return new OutputFile(path, side, Program.PEOPLE, printer, content);
    }

    /** Blamed on the line of the domain. */
    private static Leaf leaf(Site site, Scalar value) {
        return Leaf.of(new Fact<>(
                value, site.block().get(dev.airgapc.site.SiteBlock.DOMAIN).origin()));
    }
}
