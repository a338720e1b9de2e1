package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.testing.Mutation;
import dev.airgapc.testing.Trees;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever is deleted, put in or exchanged in a passage: a tree or diagnostics, never an exception. */
class PassageLawsTest {
    private static final int MUTATIONS = 20_000;
    private static final String SLIPS =
            "{}[]:,=\"'#/\\$&*!|>-+.%@`~?<; \n\t\r0aeu_\u0000\u0085\uFEFF\uFFFF\uD83D\uDE00";
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
}
