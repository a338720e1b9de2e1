package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Text;
import dev.airgapc.output.Side;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that try to write where no target may. */
class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/x",
                "a//b",
                "a/./b",
                "a/",
                "",
                "a\\b",
                "c:x",
                "a\nb",
                "what?",
                "con",
                "inside/NUL.txt",
                "inside/aux .tar.gz",
                "com1/x",
                "inside/lpt9.yaml",
                "ends.",
                "ends /x",
                ".git/config",
                "inside/.GIT/config",
                "airgapc.lock.json",
                ".airgapc-unfinished",
                "inside/AIRGAPC.LOCK.JSON"
            })
    void isNoPath(String path) {
        assertEquals(List.of("AG0801"), codes(path));
    }

    @Test
    void isTooLong() {
        assertEquals(List.of("AG0801"), codes("inside/" + "é".repeat(116)));
        assertEquals(List.of(), codes("inside/" + "é".repeat(115)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inside/kubernetes/create-secrets.sh",
                "inside/kubernetes/CREATE-secrets.sh",
                "INSIDE/kubernetes/create-secretſ.sh",
                "inside/kubernetes/create-secrets.sh/x",
                "inside/KUBERNETES"
            })
    void collides(String path) {
        assertEquals(List.of("AG0801"), codes(path));
    }

    @Test
    void accentsAreSpelledInTwoWays() {
        assertEquals(List.of("AG0801"), codes("inside/caf\u00e9", "inside/cafe\u0301"));
        assertEquals(List.of(), codes("inside/caf\u00e9", "inside/cafe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside/con-fig", "inside/console", "inside/.gitattributes", "inside/a.b..c", "inside/x y"})
    void isInOrder(String path) {
        assertEquals(List.of(), codes(path));
    }

    @Test
    void saysWhereAndWhatToDo() {
        String rendered = Cheat.rendered(compile(Stream.of("inside/con")));
        assertTrue(rendered.contains("`inside/con` has the part `con`, which is a device on some systems"), rendered);
        assertTrue(rendered.contains("site.ag:2:") && rendered.contains("another name"), rendered);
        Map.of(
                        "inside/x.", "ends with a dot",
                        "inside/x ", "ends with a space",
                        "inside/kubernetes/create-secrets.sh", "would be written twice",
                        "inside/kubernetes/CREATE-secrets.sh", "are one file on a disk that folds case")
                .forEach((path, why) -> {
                    String said = Cheat.rendered(compile(Stream.of(path)));
                    assertTrue(said.contains(why), said);
                });
    }

    private static List<String> codes(String... paths) {
        return Cheat.codes(compile(Stream.of(paths)));
    }

    private static Compilation compile(Stream<String> paths) {
        return Cheat.compile(
                "minimal/site.ag",
                (site, plan) -> paths.map(path -> Cheat.list(path, Side.INSIDE, Cheat.leaf(site, new Text("x"))))
                        .toList());
    }
}
