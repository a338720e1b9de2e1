package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Origin;
import dev.airgapc.output.Header;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printed;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every output can be walked back to where it came from. */
class ExplainTest {
    private static final Explain EXPLAIN = new Explain("");

    /** Every site of the examples; a part has no files. */
    static List<Path> examples() throws IOException {
        List<Path> sites = new ArrayList<>();
        for (Path page : Corpus.pages(Corpus.EXAMPLES)) {
            if (!compile(page).isPart()) {
                sites.add(page);
            }
        }
        return sites;
    }

    private static Compilation compile(Path page) throws IOException {
        return new Compiler(Corpus.TODAY).check(page, new Inputs(Files::readAllBytes));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyLeafHasAnOriginThatExists(Path page) throws IOException {
        Compilation compilation = compile(page);
        assertFalse(compilation.files().isEmpty());
        for (OutputFile file : compilation.files()) {
            file.content()
                    .leaves()
                    .forEach((pointer, leaf) -> ends(compilation, leaf.origin(), file.path() + ":" + pointer));
        }
    }

    /** A written origin is the text of its span, at an address that answers; a default has a reason, a demand a source. */
    private static void ends(Compilation compilation, Origin origin, String where) {
        if (origin instanceof Origin.Written written) {
            assertFalse(written.span().text().isBlank(), where);
            assertTrue(
                    compilation.site().document().at(written.at().steps()).isPresent(),
                    () -> where + " comes from " + written.at());
        } else if (origin instanceof Origin.Assumed assumed) {
            assertFalse(assumed.because().isBlank(), where);
        } else if (origin instanceof Origin.Demanded demanded) {
            assertTrue(demanded.source().source().contains(":"), where);
        }
        origin.from().forEach(from -> ends(compilation, from, where));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyLeafIsExplainedByPointerAndByLine(Path page) throws IOException {
        Compilation compilation = compile(page);
        for (OutputFile file : compilation.files()) {
            Printed printed = file.printer().print(file.content(), new Header("../../site.ag", "site.ag"));
            List<String> lines = printed.text().lines().toList();
            Map<String, Leaf> leaves = file.content().leaves();
            assertEquals(
                    new TreeSet<>(leaves.keySet()),
                    new TreeSet<>(
                            printed.marks().stream().map(Printed.Mark::pointer).toList()),
                    file.path() + " prints every leaf");
            for (Printed.Mark mark : printed.marks()) {
                Leaf leaf = Optional.ofNullable(leaves.get(mark.pointer())).orElseThrow();
                assertTrue(
                        shown(lines, mark.line()).contains(unquoted(firstLine(leaf))),
                        file.path() + ":" + mark.line() + " holds "
                                + leaf.value().text());
                String byPointer = EXPLAIN.output(file, printed, mark.pointer()).orElseThrow();
                String byLine = EXPLAIN.output(file, printed, Integer.toString(mark.line()))
                        .orElseThrow();
                assertTrue(byLine.contains(byPointer.strip()), byLine);
                assertTrue(byPointer.lines().count() >= 2, byPointer);
            }
        }
    }

    /** A text of several lines begins below its key. */
    private static String shown(List<String> lines, int number) {
        String below = number < lines.size() ? "\n" + lines.get(number) : "";
        return unquoted(lines.get(number - 1) + below);
    }

    private static String firstLine(Leaf leaf) {
        return leaf.value().text().lines().findFirst().orElse("");
    }

    private static String unquoted(String text) {
        return text.replace("\\", "").replace("\"", "");
    }

    @Test
    void theWalkOfTheRegistry() {
        Path page = Corpus.EXAMPLES.resolve("minimal/site.ag");
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", Corpus.bytes(page));
        StringBuilder out = new StringBuilder();
        for (String address : List.of(
                "registry.main.host",
                "clearml-agent.main.registry",
                "clearml-server.api",
                "clearml-agent.main.queue.gpu.gpus",
                "secret.clearml-agent",
                "registry.main.mirror")) {
            out.append("$ explain ")
                    .append(address)
                    .append('\n')
                    .append(EXPLAIN.address(
                                    compilation,
                                    Address.parse(address).orElseThrow().steps())
                            .orElseThrow())
                    .append('\n');
        }
        for (OutputFile file : compilation.files()) {
            Printed printed = file.printer().print(file.content(), new Header("../../site.ag", "site.ag"));
            out.append("$ explain ")
                    .append(file.path())
                    .append('\n')
                    .append(EXPLAIN.output(file, printed, "").orElse("holds no value of the site\n"))
                    .append('\n');
        }
        Expectation.verify(Corpus.RESOURCES.resolve("report/explain-minimal.txt"), out.toString());
    }
}
