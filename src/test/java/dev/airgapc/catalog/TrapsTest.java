package dev.airgapc.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of traps says the truth: what it names is there, or is called planned. */
class TrapsTest {
    private static final Path TABLE = Path.of("src/main/resources/catalog/traps");
    private static final List<String> ANSWERS =
            List.of("type", "construction", "gate", "promise", "rule", "runbook", "later");

    static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void eachTrapHasOneRow() throws IOException {
        List<String> names = rows().stream().map(row -> row.substring(0, 5)).toList();
        assertEquals(names.stream().sorted().distinct().toList(), names);
        names.forEach(name -> assertTrue(name.matches("CL\\d{3}"), name));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatAnswersIsThere(String row) throws IOException {
        boolean planned = row.endsWith("  # planned");
        String[] column = row.replace("  # planned", "").split(" {2,}", -1);
        String what = column[2];
        assertTrue(ANSWERS.contains(column[1]), row);
        switch (column[1]) {
            case "type", "promise", "rule" -> assertEquals(!planned, exists("src/main/java", what), row);
            case "construction" -> {
                if (what.contains("#")) {
                    assertEquals(!planned, tested(what), row);
                }
            }
            case "gate" -> {
                assertFalse(planned, row);
                assertTrue(inTable(what.split(" ", -1)[0], List.of(what.split(" ", -1)[1].split("\\.", -1))), row);
            }
            case "runbook" -> assertTrue(Files.exists(Path.of("templates", what)), row);
            default -> assertFalse(planned, row);
        }
    }

    private static boolean inTable(String name, List<String> path) {
        Product product = new Catalog().product(name);
        return product.key(path)
                        .filter(key -> !key.gate().words().equals("always"))
                        .isPresent()
                || product.isSecret(path)
                || product.misspellings().stream()
                        .anyMatch(misspelling -> misspelling.steps().equals(path));
    }

    private static boolean exists(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }

    private static boolean tested(String what) throws IOException {
        String[] part = what.split("#", -1);
        for (String folder : List.of("src/test/java", "src/interop/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                Path test = files.filter(file -> file.endsWith(part[0] + ".java"))
                        .findFirst()
                        .orElse(null);
                if (test != null) {
                    return Files.readString(test).contains("void " + part[1] + "(");
                }
            }
        }
        return false;
    }
}
