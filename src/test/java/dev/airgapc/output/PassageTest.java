package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Source;
import dev.airgapc.testing.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of a text is a line of the page. */
class PassageTest {
    @Test
    void linesOfATextBlock() {
        Passage passage = Trees.passage("a:\n  b: 1\n\nc: 2\n");
        assertEquals("site.ag:3:1", passage.line(0).span().place());
        assertEquals("b: 1", passage.line(1).span().text());
        assertEquals("", passage.line(2).span().text());
        assertEquals("site.ag:6:1", passage.line(3).span().place());
        assertEquals("\"\"\"", passage.line(99).span().text(), "clamped to the line that closes");
    }

    @Test
    void aTextOnOneLineIsItsLiteral() {
        Source source = new Source("site.ag", "values = \"a: 1\\nb: 2\" # x");
        Origin.Written from = new Origin.Written(Address.of("x"), source.span(0, 1), List.of());
        Origin.Written origin = new Origin.Written(Address.of("a"), source.span(9, 21), List.of(from));
        Origin.Written line = new Passage(new Fact<>("a: 1\nb: 2", origin)).line(1);
        assertEquals(origin, line);
    }

    @Test
    void somebodyWroteIt() {
        Origin assumed = new Origin.Assumed(Address.of("a"), "so", List.of());
        assertThrows(IllegalArgumentException.class, () -> new Passage(new Fact<>("", assumed)));
    }
}
