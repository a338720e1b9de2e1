package dev.airgapc.report;

import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a value is what it is: the line, walked backwards. */
public final class Explain {
    /** How the user reaches the folder of the page: put before every name of a source. */
    private final String folder;

    public Explain(String folder) {
        this.folder = folder;
    }

    /** What stands at an address of a site, where each value came from, and which values of outputs it reaches. */
    public Optional<String> address(Compilation compilation, List<String> steps) {
        return compilation.site().document().at(steps).map(facts -> {
            StringBuilder out = new StringBuilder();
            compilation
                    .site()
                    .document()
                    .docs(steps)
                    .forEach(doc -> doc.lines()
                            .forEach(line -> out.append("## ").append(line).append('\n')));
            out.append(facts.isEmpty() ? "has no value\n" : "");
            facts.forEach(fact -> out.append(fact(fact)));
            return out.append(reached(compilation, steps)).toString();
        });
    }

    private static String reached(Compilation compilation, List<String> steps) {
        StringBuilder out = new StringBuilder();
        for (OutputFile file : compilation.files()) {
            file.content().leaves().forEach((pointer, leaf) -> {
                if (from(leaf.origin(), steps)) {
                    out.append("  ")
                            .append(file.path())
                            .append(':')
                            .append(pointer)
                            .append('\n');
                }
            });
        }
        return out.isEmpty() ? "" : "reaches\n" + out;
    }

    /** Whether a value was made from what stands at an address or below it. */
    private static boolean from(Origin origin, List<String> steps) {
        List<String> at = origin instanceof Origin.Written written
                ? written.at().steps()
                : origin instanceof Origin.Assumed assumed ? assumed.at().steps() : List.of();
        boolean here = at.size() >= steps.size() && at.subList(0, steps.size()).equals(steps);
        return here || origin.from().stream().anyMatch(from -> from(from, steps));
    }

    private String fact(Fact<String> fact) {
        StringBuilder out = new StringBuilder(shown(fact.value())).append('\n');
        chain(fact.origin(), 0, out);
        return out.toString();
    }

    /** One leaf of a file: its value, the chain of its origins, the citation of its key. */
    public String leaf(String pointer, Leaf leaf) {
        StringBuilder out = new StringBuilder(pointer)
                .append(" = ")
                .append(shown(leaf.value().text()))
                .append('\n');
        chain(leaf.origin(), 0, out);
        leaf.key().ifPresent(citation -> out.append("key: ").append(citation).append('\n'));
        return out.toString();
    }

    /**
     * The leaves of a file that a path means: all of them for an empty one, those on a line for a number, else the one that the
     * JSON pointer names and those below it. Nothing if there is none.
     */
    public Optional<String> output(OutputFile file, Printed printed, String path) {
        Map<String, Leaf> leaves = file.content().leaves();
        List<String> wanted = new ArrayList<>();
        if (path.chars().allMatch(Character::isDigit) && !path.isEmpty()) {
            wanted.addAll(path.length() > 9 ? List.of() : printed.at(Integer.parseInt(path)));
        } else {
            leaves.keySet().stream()
                    .filter(at -> at.equals(path) || at.startsWith(path + "/"))
                    .forEach(wanted::add);
        }
        StringBuilder out = new StringBuilder();
        for (String pointer : wanted) {
            Leaf leaf = leaves.get(pointer);
            if (leaf != null) {
                out.append(out.isEmpty() ? "" : "\n").append(leaf(pointer, leaf));
            }
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
    }

    private void chain(Origin origin, int depth, StringBuilder out) {
        String indent = "  ".repeat(depth);
        if (origin instanceof Origin.Written written) {
            out.append(indent)
                    .append(written.span().place(folder))
                    .append(' ')
                    .append(written.at())
                    .append('\n');
        } else if (origin instanceof Origin.Assumed assumed) {
            out.append(indent)
                    .append("not written: ")
                    .append(assumed.at())
                    .append(": ")
                    .append(assumed.because())
                    .append('\n');
        } else if (origin instanceof Origin.Demanded demanded) {
            out.append(indent)
                    .append(demanded.because())
                    .append(" -- ")
                    .append(demanded.source())
                    .append('\n');
        }
        int below = origin instanceof Origin.Made ? depth : depth + 1;
        origin.from().forEach(from -> chain(from, below, out));
    }

    private static String shown(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
