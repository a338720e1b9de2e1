package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Text;
import dev.airgapc.testing.Mutation;
import dev.airgapc.testing.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever is deleted, put in or exchanged in a passage: a tree or diagnostics, never an exception. */
class PassageLawsTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 200_000) / 10;
    private static final String SLIPS =
            "{}[]:,=\"'#/\\$&*!|>-+.%@`~?<; \n\t\r0aeu_\u0000\u0085\uFEFF\uFFFF\uD83D\uDE00";
    /** What values and keys are made of. */
    private static final String SIGNS = "ab 01.-_:#{}[]()\"'\\/$&*!|>%@`~?<,=+\t\n\ré😀";

    private static final String KEYS = "ab 01.-_:#{}[]()'/$&*!|>%@`~?<,=+é😀";
    private static final List<String> YAML = List.of(
            "a: 1\nb:\n  - x: \"y\\u0041\"\n    z: 'it''s'\n  - [1, {c: 2.5}]\ntext: |\n  one\n\n  two\nfold: >-\n  a\n  b\n",
            "# c\n---\nagent: {flags: [--a, b], none: null, \"y\": true}\n? key\n: value\n...\n",
            "a: &x 1\nb: *x\n<<: {c: !!str d}\nno: 0777\n");
    private static final List<String> HOCON = List.of(
            "agent {\n  a.b: [\"x\\n\", 1, 2.5] // c\n  \"q r\" = {c: null, d = true}\n}\nagent { e: \"\"\"raw \"x\"\"\"\" }\n",
            "{a: 1, b: [[1], {c: \"d\"}],\n# c\n}\n",
            "a: ${X}\nb += 1\ninclude \"x\"\nc: 10s; d: 007\n");

    @Test
    void yamlNeverThrows() {
        neverThrows(YAML, YamlReader::read);
    }

    @Test
    void hoconNeverThrows() {
        neverThrows(HOCON, HoconReader::read);
    }

    private static void neverThrows(List<String> texts, Function<Passage, Passage.Content> reader) {
        Random random = new Random(20_260_101);
        int taken = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            String mutated = Mutation.of(texts.get(random.nextInt(texts.size())), SLIPS, random);
            try {
                Passage.Content content = reader.apply(Trees.passage(mutated));
                assertEquals(content.mapping().isEmpty(), !content.diagnostics().isEmpty());
                for (Diagnostic diagnostic : content.diagnostics()) {
                    assertTrue(diagnostic.at().end()
                            <= diagnostic.at().source().text().length());
                    assertTrue(!diagnostic.message().contains("\n")
                            && !diagnostic.help().isEmpty());
                }
                taken += content.mapping().isPresent() ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + round + " of\n" + mutated, e);
            }
        }
        assertTrue(taken > MUTATIONS / 100 && taken < MUTATIONS * 9 / 10, "some are taken, some are not: " + taken);
    }

    @Test
    void yamlReadsWhatIsPrinted() {
        readsWhatIsPrinted(new YamlPrinter(), YamlReader::read, SIGNS + "\u0085\uFEFF\u0000");
    }

    @Test
    void hoconReadsWhatIsPrinted() {
        readsWhatIsPrinted(new HoconPrinter(), HoconReader::read, SIGNS);
    }

    /** Trees that nobody wrote: what a printer makes of one, its reader takes for the same. */
    private static void readsWhatIsPrinted(Printer printer, Function<Passage, Passage.Content> reader, String signs) {
        Random random = new Random(20_260_101);
        for (int round = 0; round < MUTATIONS / 4; round++) {
            Mapping tree = mapping(random, signs, 4);
            String printed = printer.print(tree, Header.NONE).text();
            try {
                Passage.Content content = reader.apply(Trees.passage(printed));
                assertEquals(List.of(), content.diagnostics());
                assertEquals(Trees.plain(tree), Trees.plain(content.mapping().orElseThrow()));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("round " + round + " of\n" + printed, e);
            }
        }
    }

    private static Mapping mapping(Random random, String signs, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (int more = random.nextInt(5); more > 0; more--) {
            String key = random.nextInt(3) == 0 ? "k" + more : word(random, KEYS) + more;
            entries.put(key, node(random, signs, depth - 1));
        }
        return new Mapping(entries);
    }

    private static Node node(Random random, String signs, int depth) {
        int form = random.nextInt(depth > 0 ? 8 : 5);
        return switch (form) {
            case 0 -> Trees.leaf(new Flag(random.nextBoolean()));
            case 1 -> Trees.leaf(new Count(random.nextInt(4) - 1));
            case 2 -> Trees.leaf(new Decimal("-3.25"));
            case 3, 4 -> Trees.leaf(new Text(word(random, signs) + (random.nextInt(4) == 0 ? "\n" : "x")));
            case 5 -> {
                List<Node> items = new ArrayList<>();
                for (int more = random.nextInt(4); more > 0; more--) {
                    items.add(node(random, signs, depth - 1));
                }
                yield new Sequence(items);
            }
            default -> mapping(random, signs, depth);
        };
    }

    private static String word(Random random, String signs) {
        int[] letters = signs.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int more = random.nextInt(8); more > 0; more--) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return word.toString();
    }
}
