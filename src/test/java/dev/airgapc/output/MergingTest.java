package dev.airgapc.output;

import static dev.airgapc.testing.Trees.leaf;
import static dev.airgapc.testing.Trees.list;
import static dev.airgapc.testing.Trees.map;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Origin;
import dev.airgapc.testing.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers replace each other; nothing replaces what airgapc writes. */
class MergingTest {
    @Test
    void aLaterLayerWins() {
        Mapping earlier =
                map("a", map("x", "1", "y", "2"), "b", list(leaf("1"), leaf("2")), "c", "3", "d", map("e", "4"));
        Mapping later = map("z", "9", "b", list(leaf("3")), "a", map("y", leaf(new Absent()), "w", "5"), "d", "6");
        assertEquals(
                map(
                        "a",
                        map("x", "1", "y", leaf(new Absent()), "w", "5"),
                        "b",
                        list(leaf("3")),
                        "c",
                        "3",
                        "d",
                        "6",
                        "z",
                        "9"),
                Merging.layered(earlier, later));
        assertEquals(
                List.of("a", "b", "c", "d", "z"),
                List.copyOf(Merging.layered(earlier, later).entries().keySet()));
    }

    @Test
    void whatBothWriteIsAClash() {
        Mapping ours = map(
                "a",
                map("x", "1"),
                "list",
                list(leaf("1")),
                "leaf",
                "2",
                "none",
                map(),
                "deep",
                map("a/b", map("c", "1")));
        Mapping theirs = YamlReader.read(
                        Trees.passage(
                                "a:\n  z: \"2\"\nlist: []\nleaf:\n  b: \"1\"\nnone: text\ndeep:\n  a/b:\n    c: \"1\"\n    d: 4\nnew: x\n"))
                .mapping()
                .orElseThrow();
        Merging.Merged merged = Merging.over(ours, theirs);
        assertEquals(
                List.of("/list", "/leaf", "/none", "/deep/a~1b/c"),
                merged.clashes().stream().map(Merging.Clash::pointer).toList());
        assertEquals(
                List.of("-", "b: \"1\"", "none: text", "c: \"1\""),
                merged.clashes().stream()
                        .map(clash -> clash.theirs()
                                .flatMap(Origin::written)
                                .map(written -> written.span().text())
                                .orElse("-"))
                        .toList());
        assertEquals(
                List.of(true, true, false, true),
                merged.clashes().stream().map(clash -> clash.ours().isPresent()).toList());
        assertEquals(
                "{a={x=1, z=2}, list=[1], leaf=2, none={}, deep={a/b={c=1, d=4}}, new=x}",
                String.valueOf(Trees.plain(merged.content())));
    }
}
