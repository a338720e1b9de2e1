package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Tree;
import dev.airgapc.syntax.Value;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fleet of the examples shows what layers are for: each fact stands in one page, and every other has it from there. */
class FleetTest {
    private static final Path FLEET = Corpus.EXAMPLES.resolve("fleet");

    /** Up to so many characters, two values are equal by chance. */
    private static final int SHORT = 3;

    @Test
    void isADozenSites() {
        assertEquals(
                12,
                Examples.sites().stream().filter(page -> page.startsWith(FLEET)).count());
    }

    /**
     * A string, wherever it stands, is in one page only; so is a quantity at its address. Bare words are no literals, paths of other
     * pages and the names of what is amended or taken away have to be said again.
     */
    @Test
    void noValueIsSaidTwice() {
        assertEquals(Map.of(), inTwoPages(FleetTest::values));
    }

    @Test
    void noThreeLinesAreSaidTwice() {
        assertEquals(Map.of(), inTwoPages(FleetTest::triples));
    }

    private static Map<String, Set<String>> inTwoPages(Function<Path, Set<String>> sayings) {
        Map<String, Set<String>> pages = new TreeMap<>();
        for (Path page : Corpus.pages(FLEET)) {
            for (String saying : sayings.apply(page)) {
                pages.computeIfAbsent(saying, word -> new TreeSet<>()).add(Corpus.name(page));
            }
        }
        pages.values().removeIf(names -> names.size() == 1);
        return pages;
    }

    private static Set<String> values(Path page) {
        Report report = new Report();
        Tree tree = Syntax.parse(page.toString(), Corpus.bytes(page), report);
        assertEquals(List.of(), report.sorted());
        Set<String> values = new HashSet<>();
        collect("", tree.entries(), values);
        return values;
    }

    private static void collect(String block, List<Entry> entries, Set<String> values) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.Assignment assignment) {
                if (!assignment.operator().text().equals("-=")) {
                    collect(block + " " + assignment.keyword().text(), assignment.value(), values);
                }
            } else if (entry instanceof Entry.Statement statement) {
                String address = block + " " + address(statement);
                statement.arrow().ifPresent(value -> collect(address, value, values));
                statement.body().ifPresent(body -> collect(address, body.entries(), values));
            }
        }
    }

    /** The same for a block that is declared and for one that is amended. */
    private static String address(Entry.Statement statement) {
        Stream<String> labels =
                statement.labels().stream().map(label -> label.span().text());
        String keyword = statement.keyword().text();
        return String.join(
                " ",
                Stream.concat(Stream.of(keyword).filter(word -> !word.equals("amend")), labels)
                        .toList());
    }

    private static void collect(String address, Value value, Set<String> values) {
        if (value instanceof Value.Text text) {
            String inner = String.join(
                    "", text.parts().stream().map(part -> part.span().text()).toList());
            if (inner.length() > SHORT) {
                values.add(text.span().text());
            }
        } else if (value instanceof Value.Quantity || value instanceof Value.Digits) {
            String text = value.span().text();
            if (text.length() > SHORT) {
                values.add(address + " " + text);
            }
        } else if (value instanceof Value.Items items) {
            items.values().forEach(item -> collect(address, item, values));
        } else if (value instanceof Value.Call call) {
            call.arguments().forEach(argument -> collect(address, argument, values));
        }
    }

    /** Every three lines that follow each other, but for those that hold no word. */
    private static Set<String> triples(Path page) {
        List<String> lines = new String(Corpus.bytes(page), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
        Set<String> triples = new HashSet<>();
        for (int i = 0; i + 3 <= lines.size(); i++) {
            triples.add(String.join("\n", lines.subList(i, i + 3)));
        }
        return triples;
    }
}
