package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every word of the language has a whole answer. */
class MeaningTest {
    private static final Meaning MEANING = new Meaning();
    private static final Words WORDS = new Words();

    @Test
    void aHandfulOfWords() {
        StringBuilder out = new StringBuilder();
        for (String word : List.of(
                "registry",
                "registry.host",
                "clearml-agent.queue",
                "clearml-agent.queue.gpus",
                "clearml-agent.credentials",
                "clearml-gateway.ingress.tls",
                "index.tls",
                "cluster.version")) {
            out.append("$ explain ")
                    .append(word)
                    .append('\n')
                    .append(MEANING.of(steps(word)).orElseThrow())
                    .append('\n');
        }
        Expectation.verify(Corpus.RESOURCES.resolve("report/meaning.txt"), out.toString());
    }

    @Test
    void everyKindIsExplained() {
        WORDS.kinds().keySet().forEach(path -> {
            String text = MEANING.of(steps(path)).orElseThrow();
            sentence(text.lines().toList().get(1), path);
            assertTrue(text.contains("\nExample:\n  "), text);
        });
    }

    @Test
    void everyAttributeIsExplained() {
        List<String> attributes = new ArrayList<>(WORDS.attributes().keySet());
        attributes.removeAll(WORDS.kinds().keySet());
        assertTrue(attributes.size() > 100, attributes.size() + " words");
        for (String path : attributes) {
            String text = MEANING.of(steps(path)).orElseThrow();
            List<String> lines = text.lines().toList();
            sentence(lines.get(1), path);
            assertTrue(lines.get(3).matches(" {2}takes {6}\\S.*"), text);
            assertTrue(lines.get(4).matches(" {2}left out {3}\\S.*"), text);
            assertTrue(lines.get(5).matches(" {2}since {6}language 1(, chart `.*)?"), text);
            assertTrue(lines.get(6).matches(" {2}(goes to|decides) {4}\\S.*"), text);
            String name = path.substring(path.lastIndexOf('.') + 1);
            String example = text.substring(text.indexOf("\nExample:\n"));
            assertTrue(example.contains("\n  " + name + " "), text);
        }
    }

    private static void sentence(String words, String of) {
        assertTrue(Character.isUpperCase(words.charAt(0)) && words.endsWith("."), of + ": " + words);
    }

    @Test
    void whatIsNoWordHasANearOne() {
        assertEquals(Optional.empty(), MEANING.of(steps("registy")));
        assertEquals(Optional.empty(), MEANING.of(steps("registry.nothing")));
        assertEquals(Optional.of("registry"), MEANING.near(steps("registy")));
        assertEquals(Optional.of("registry.host"), MEANING.near(steps("registry.hots")));
        assertEquals(Optional.empty(), MEANING.near(steps("nothing-like-it")));
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\.", -1));
    }
}
