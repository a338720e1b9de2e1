package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.syntax.Entry;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Expectation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The example pages compile and show every word; what they reach is what the manual says. */
class ReachesTest {
    /**
     * Nothing in a file comes from these: rules alone read them, they choose another block whose words are written, or they say
     * where the files lie.
     */
    private static final Set<String> WITHOUT_A_PLACE = Set.of(
            "secret.shared",
            "object-store.shared",
            "cluster.version",
            "cluster.node-ports",
            "clearml-server.edition",
            "clearml-server.cluster",
            "clearml-server.chart-keys",
            "clearml-agent.chart-keys",
            "clearml-gateway.chart-keys",
            "clearml-serving.chart-keys",
            "clearml-serving.cluster",
            "clearml-agent.cluster",
            "clearml-gateway.node-port",
            "outputs.directory");

    private static final Words WORDS = new Words();

    @Test
    void everyPageIsInOrder() {
        for (Kind<?> kind : Vocabulary.ALL.all()) {
            for (String page : new ExamplePage(kind).texts()) {
                Compilation site = compile(page);
                boolean warned = site.report().sorted().stream()
                        .anyMatch(found -> found.code().severity() != Severity.NOTE);
                assertFalse(warned, () -> kind + "\n" + Rendered.of(site.report()));
            }
        }
    }

    @Test
    void everyPageShowsEveryWordOfItsKind() {
        Set<String> missing = new LinkedHashSet<>(WORDS.attributes().keySet());
        missing.removeIf(
                path -> entry(path).isPresent() || !WORDS.home(attribute(path)).equals(path));
        assertEquals(Set.of(), missing);
    }

    @Test
    void isWhatThePagesReach() {
        Reaching reaching = new Reaching();
        for (Kind<?> kind : Vocabulary.ALL.all()) {
            new ExamplePage(kind).texts().forEach(page -> reaching.add(compile(page)));
        }
        Set<String> nowhere = new LinkedHashSet<>();
        WORDS.attributes().forEach((path, attribute) -> {
            boolean block = WORDS.kinds().containsKey(path);
            if (!block && WORDS.home(attribute).equals(path) && !reaching.reaches(path)) {
                entry(path).ifPresent(entry -> {
                    String page = entry.span().source().text();
                    reaching.without(path, compile(page), compile(without(page, entry)));
                });
                if (!reaching.reaches(path)) {
                    nowhere.add(path);
                }
            }
        });
        Expectation.verify(Path.of("src/main/resources/manual/reaches.tsv"), reaching.print());
        assertEquals(WITHOUT_A_PLACE, nowhere);
    }

    private static Object attribute(String path) {
        return Optional.ofNullable(WORDS.attributes().get(path)).orElseThrow();
    }

    private static ExamplePage page(String path) {
        return new ExamplePage(
                Vocabulary.ALL.find(path.replaceFirst("\\..*", "")).orElseThrow());
    }

    private static Optional<Entry> entry(String path) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        return page(path).entry(steps.subList(1, steps.size()));
    }

    private static String without(String page, Entry entry) {
        return page.substring(0, entry.span().start())
                + page.substring(entry.span().end());
    }

    private static Compilation compile(String page) {
        return Examples.changed("clearml/manual.ag", page);
    }
}
