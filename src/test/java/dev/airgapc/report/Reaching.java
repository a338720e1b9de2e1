package dev.airgapc.report;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.catalog.Product;
import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Kind;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Cluster;
import dev.airgapc.testing.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What comes from each attribute in the outputs of some sites: the origins of every value, walked back to the nearest text. */
final class Reaching {
    /** Whose keys a file holds, by its name. */
    private static final Map<String, String> PRODUCTS = Map.of(
            "/clearml-values.override.yaml",
            ClearmlServer.Edition.ENTERPRISE.chart(),
            "/clearml-agent-values.override.yaml",
            ClearmlServer.Edition.ENTERPRISE.agentChart(),
            "/clearml-app-gateway-values.override.yaml",
            ClearmlGateway.CHART_NAME,
            "/clearml-serving-values.override.yaml",
            ClearmlServing.CHART_NAME,
            "/clearml.conf",
            "clearml-conf");

    private final Words words = new Words();
    private final Catalog catalog = new Catalog();
    private final Map<String, Set<String>> rows = new TreeMap<>();

    /** Adds what every value of a site came from. */
    void add(Compilation compilation) {
        for (OutputFile file : compilation.files()) {
            Map<String, Leaf> leaves = file.content().leaves();
            leaves.forEach((pointer, leaf) -> {
                Set<String> from = new TreeSet<>();
                nearest(leaf.origin(), from);
                String row = row(compilation, file, pointer, leaves).line();
                from.forEach(word -> row(word, row));
            });
        }
    }

    /** Adds what is other in a site without an attribute, if no value comes from it. */
    void without(String word, Compilation with, Compilation without) {
        if (rows.containsKey(word) || without.report().hasErrors()) {
            return;
        }
        Map<String, String> after = printed(without);
        printed(with).forEach((path, text) -> {
            if (!path.equals("RUNBOOK.md") && !text.equals(after.getOrDefault(path, ""))) {
                row(word, new Reaches.Reach(false, general(with, path), "", "", "").line());
            }
        });
    }

    boolean reaches(String word) {
        return rows.containsKey(word);
    }

    /** The table, in the order of the vocabulary. */
    String print() {
        StringBuilder out = new StringBuilder("""
                # Made by ReachesTest from the example pages of the manual. Word, whether it writes or decides, file, product, key, source.
                """);
        new TreeSet<>(words.attributes().keySet())
                .forEach(word -> rows.getOrDefault(word, Set.of())
                        .forEach(
                                row -> out.append(word).append('\t').append(row).append('\n')));
        return out.toString();
    }

    private void row(String word, String row) {
        rows.computeIfAbsent(word, any -> new TreeSet<>()).add(row);
    }

    /** A text ends the walk: what it was made from was the page's wish, not the language's. */
    private void nearest(Origin origin, Set<String> found) {
        if (origin instanceof Origin.Written written) {
            words.at(written.at().steps()).ifPresent(found::add);
            return;
        }
        if (origin instanceof Origin.Assumed assumed) {
            words.at(assumed.at().steps()).ifPresent(found::add);
        }
        origin.from().forEach(from -> nearest(from, found));
    }

    private Reaches.Reach row(Compilation site, OutputFile file, String pointer, Map<String, Leaf> leaves) {
        String path = general(site, file.path());
        Optional<Citation> source = Optional.ofNullable(leaves.get(pointer)).flatMap(Leaf::key);
        if (source.isEmpty()) {
            return new Reaches.Reach(true, path, "", "", "");
        }
        List<String> steps = steps(pointer);
        Optional<String> product = PRODUCTS.entrySet().stream()
                .filter(entry -> file.path().endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        Optional<Product.Key> key = product.flatMap(name -> key(name, steps));
        String shown = key.map(found -> String.join(".", found.steps())).orElseGet(() -> general(steps));
        return new Reaches.Reach(
                true,
                path,
                key.isPresent() ? product.orElseThrow() : "",
                shown + variable(pointer, leaves),
                source.get().toString());
    }

    /** The longest beginning of a pointer that the catalogue has a row for. */
    private Optional<Product.Key> key(String product, List<String> steps) {
        for (int length = steps.size(); length > 0; length--) {
            Optional<Product.Key> key = catalog.product(product).key(steps.subList(0, length));
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    /** Of an item of a list of variables, the name of the variable, if it is the product's. */
    private static String variable(String pointer, Map<String, Leaf> leaves) {
        int item = pointer.indexOf("/env/");
        if (item < 0) {
            return "";
        }
        int end = pointer.indexOf('/', item + 5);
        Leaf name = leaves.get(pointer.substring(0, end) + "/name");
        return name == null
                ? ""
                : "[" + (name.origin() instanceof Origin.Demanded ? name.value().text() : "*") + "]";
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    private static String general(List<String> steps) {
        return String.join(
                ".",
                steps.stream()
                        .filter(step -> !step.matches("[0-9]+"))
                        .map(step -> step.matches("[A-Za-z0-9_-]+") ? step : "*")
                        .toList());
    }

    /** A path with {@code NAME} for the name of a block that has a folder of its own and {@code HOST} for the folder of an upstream. */
    private static String general(Compilation site, String path) {
        List<String> names = new ArrayList<>();
        for (Kind<?> kind : List.of(Cluster.KIND, ClearmlAgent.KIND, ClearmlGateway.KIND, ClearmlServing.KIND)) {
            site.site().all(kind).forEach(block -> names.add(block.name()));
        }
        String[] parts = path.split("/", -1);
        for (int at = 0; at < parts.length - 1; at++) {
            for (String name : names) {
                parts[at] = parts[at].replaceFirst("(^|-)" + name + "$", "$1NAME");
            }
            parts[at] = at > 0 && parts[at - 1].equals("certs.d") ? "HOST" : parts[at];
        }
        return String.join("/", parts);
    }

    private static Map<String, String> printed(Compilation site) {
        Map<String, String> printed = new TreeMap<>();
        site.files().forEach(file -> printed.put(file.path(), Examples.print(file)));
        return printed;
    }
}
