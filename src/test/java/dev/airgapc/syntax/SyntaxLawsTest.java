package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Mutation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxLawsTest {
    /** More of them: {@code mvn test -Dtest=SyntaxLawsTest -Dmutations=5000000}. */
    private static final int MUTATIONS = Integer.getInteger("mutations", 200_000) / 2;

    /** Each so-manieth is read on by the language, and what is found is rendered: that costs ten times as much. */
    private static final int READ_ON = 8;

    private static final String SLIPS = "{}[]()=,.\"'#\\\n\t \r;:/->+abc019é😀\0\uFEFF“";

    static List<Path> pages() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void spansNest(Path file) {
        Tree tree = Syntax.parse(Corpus.name(file), Corpus.bytes(file), new Report());
        Span whole = tree.source().span(0, tree.source().text().length());
        tree.entries().forEach(entry -> nests(whole, entry));
    }

    private static void nests(Span outer, Entry entry) {
        assertTrue(
                outer.contains(entry.span()), () -> "entry at " + entry.span().place());
        assertTrue(entry.span().contains(entry.keyword().span()));
        if (entry instanceof Entry.Assignment assignment) {
            nests(entry.span(), assignment.value());
        } else if (entry instanceof Entry.Statement statement) {
            statement.labels().forEach(label -> nests(entry.span(), label));
            statement.arrow().ifPresent(arrow -> nests(entry.span(), arrow));
            statement.body().ifPresent(body -> body.entries().forEach(inner -> nests(body.span(), inner)));
        }
    }

    private static void nests(Span outer, Value value) {
        assertTrue(
                outer.contains(value.span()), () -> "value at " + value.span().place());
        if (value instanceof Value.Items items) {
            items.values().forEach(item -> nests(value.span(), item));
        } else if (value instanceof Value.Call call) {
            call.arguments().forEach(argument -> nests(value.span(), argument));
        } else if (value instanceof Value.Text text) {
            text.parts().forEach(part -> assertTrue(value.span().contains(part.span())));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printingAndParsingGivesTheSameTree(Path file) {
        Report report = new Report();
        Tree tree = Syntax.parse(Corpus.name(file), Corpus.bytes(file), report);
        if (report.hasErrors()) {
            return;
        }
        String printed = Formatter.format(tree);
        Report again = new Report();
        Tree second = Syntax.parse(new Source("printed", printed), again);
        assertEquals("", Rendered.of(again), printed);
        assertEquals(TreeDump.of(tree), TreeDump.of(second), printed);
        assertEquals(printed, Formatter.format(second));
    }

    /** Whatever is deleted, put in or exchanged: a tree and diagnostics, never an exception, and each can be rendered. */
    @Test
    void neverThrows() {
        List<String> pages = Corpus.all().stream()
                .map(Corpus::bytes)
                .filter(bytes -> bytes.length < 20_000)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
        IntStream.range(0, MUTATIONS).parallel().forEach(round -> {
            Random random = new Random(20_260_101L + round);
            String mutated = Mutation.of(pages.get(random.nextInt(pages.size())), SLIPS, random);
            try {
                PageLaws.read(mutated, new Report());
                if (round % READ_ON == 0) {
                    PageLaws.check(mutated);
                }
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("round " + round + " of\n" + mutated, e);
            }
        });
    }
}
