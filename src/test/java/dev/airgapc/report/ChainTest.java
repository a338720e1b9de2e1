package dev.airgapc.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Origin;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Span;
import dev.airgapc.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The chain of a leaf is right: whoever changes the line that it names changes the leaf, or is told that the line is wrong now. */
class ChainTest {
    private static final long SEED = 4;
    private static final int PICKED = 200;

    private record Picked(String file, String pointer, Leaf leaf) {}

    @Test
    void leadsToTheLineThatDecides() {
        String page = Examples.text("clearml/site.ag");
        List<Picked> leaves = leaves(Examples.compile(Path.of("examples/clearml/site.ag")));
        Random random = new Random(SEED);
        int changed = 0;
        for (int pick = 0; pick < PICKED; pick++) {
            Picked picked = leaves.get(random.nextInt(leaves.size()));
            List<Span> typed = new ArrayList<>();
            typed(picked.leaf().origin(), typed);
            boolean decided = typed.stream().anyMatch(span -> differs(picked, other(page, span)));
            changed += decided ? 1 : 0;
            boolean there = decided || typed.stream().anyMatch(span -> differs(picked, without(page, span)));
            assertTrue(there || typed.isEmpty(), () -> picked + " stays as it is, whatever becomes of " + typed);
        }
        assertTrue(changed > PICKED / 4, "values that follow their line: " + changed);
    }

    private static boolean differs(Picked picked, String page) {
        return Examples.changed("clearml/site.ag", page).files().stream()
                .filter(file -> file.path().equals(picked.file()))
                .flatMap(file -> Optional.ofNullable(file.content().leaves().get(picked.pointer())).stream())
                .noneMatch(leaf -> leaf.value().equals(picked.leaf().value()));
    }

    private static List<Picked> leaves(Compilation compilation) {
        List<Picked> leaves = new ArrayList<>();
        for (OutputFile file : compilation.files()) {
            file.content().leaves().forEach((pointer, leaf) -> leaves.add(new Picked(file.path(), pointer, leaf)));
        }
        return leaves;
    }

    /** Every text on the way that somebody typed as a value: a heading and a reference decide nothing by their letters. */
    private static void typed(Origin origin, List<Span> found) {
        if (origin instanceof Origin.Written written && typed(written.span())) {
            found.add(written.span());
        }
        origin.from().forEach(from -> typed(from, found));
    }

    /** The page without the line. */
    private static String without(String page, Span span) {
        List<String> lines = new ArrayList<>(page.lines().toList());
        lines.remove(span.line() - 1);
        return String.join("\n", lines) + "\n";
    }

    private static boolean typed(Span span) {
        String text = span.text();
        return text.matches("[0-9]+[A-Za-z]*|true|false")
                || (text.startsWith("\"")
                        && !text.contains("ca/")
                        && span.source().name().equals("site.ag"))
                || text.matches("(env|vault|existing)\\(.*\\)");
    }

    /** The page with another value there. */
    private static String other(String page, Span span) {
        String text = span.text();
        String changed = text.equals("true") ? "false" : text.equals("false") ? "true" : text;
        if (text.matches("[0-9]+[A-Za-z]*")) {
            changed = "1" + text;
        } else if (changed.equals(text)) {
            int quote = text.lastIndexOf('"');
            String before = text.substring(0, quote);
            boolean number = before.matches(".*[0-9]$");
            changed = before + (number ? "1" : "x") + text.substring(quote);
        }
        return page.substring(0, span.start()) + changed + page.substring(span.end());
    }
}
