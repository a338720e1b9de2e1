package dev.airgapc.target;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Version;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a chart, being written. It takes no path that the catalogue does not cite; a path that the stated version lacks
 * is one diagnostic at the version, with the fact that asked for it, and is left out.
 */
public final class ChartValues {
    private final Product product;
    private final Fact<Version> version;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public ChartValues(Product product, Fact<Version> version) {
        this.product = product;
        this.version = version;
    }

    /** Writes one value. */
    public void put(Fact<? extends Scalar> value, String... path) {
        if (holds(value.origin(), path)) {
            place(Leaf.of(value).under(citation(path)), path);
        }
    }

    /** Makes an empty mapping, for what is there because it is named: a queue without settings. */
    public void open(String... path) {
        at(path.length, path);
    }

    /** Writes a list of maps, such as an environment; every leaf stands under the citation of the list unless it has its own. */
    public void put(List<Mapping> items, String... path) {
        if (!items.isEmpty() && holds(origin(items), path)) {
            place(
                    Sequence.of(items.stream()
                            .map(item -> under(item, citation(path)))
                            .toList()),
                    path);
        }
    }

    private static Origin origin(List<Mapping> items) {
        return Origin.all(
                Sequence.of(items).leaves().values().stream().map(Leaf::origin).toList());
    }

    /** Every leaf of an item, under the citation of its list where it has none of its own. */
    private static Mapping under(Mapping item, Citation citation) {
        Map<String, Node> entries = new LinkedHashMap<>();
        item.entries()
                .forEach((key, node) -> entries.put(
                        key, node instanceof Leaf leaf && leaf.key().isEmpty() ? leaf.under(citation) : node));
        return new Mapping(entries);
    }

    /** One variable of an environment. The name is the product's, the value the site's. */
    public Mapping variable(String name, Fact<? extends Scalar> value) {
        Citation citation = citation("env", name);
        Fact<Text> key = new Fact<>(
                new Text(name), new Origin.Demanded("the name of a variable that the product reads", citation));
        return Mapping.EMPTY
                .with("name", Leaf.of(key).under(citation))
                .with("value", Leaf.of(value).under(citation));
    }

    /** A value that the product demands, whatever the site says; its reason is the citation of its key. */
    public <T extends Scalar> Fact<T> demanded(T value, String because, String... path) {
        return new Fact<>(value, new Origin.Demanded(because, citation(path)));
    }

    /** The finished tree. */
    public Mapping tree() {
        return mapping(tree);
    }

    /** What the stated version cannot say. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    private Citation citation(String... path) {
        return product.key(List.of(path))
                .orElseThrow(
                        () -> new IllegalStateException(product.name() + ": nobody cites " + String.join(".", path)))
                .source();
    }

    private boolean holds(Origin asked, String... path) {
        citation(path);
        Product.Key key = product.key(List.of(path)).orElseThrow();
        if (key.gate().holds(version.value())) {
            return true;
        }
        asked.written()
                .ifPresent(written -> diagnostics.add(Diagnostic.of(
                                CatalogCodes.KEY_NOT_IN_VERSION,
                                version.origin().written().orElseThrow().span(),
                                "chart `" + product.name() + "` "
                                        + version.value().text() + " has no working `" + String.join(".", path) + "`")
                        .related(written.span(), "this is what would be written there")
                        .help("the key works " + key.gate().words() + " (" + key.source() + ")")));
        return false;
    }

    private void place(Node node, String... path) {
        if (at(path.length - 1, path).put(path[path.length - 1], node) != null) {
            throw new IllegalStateException(String.join(".", path) + " is written twice");
        }
    }

    @SuppressWarnings("unchecked") // inner maps are made here, and nowhere else
    private Map<String, Object> at(int steps, String... path) {
        Map<String, Object> at = tree;
        for (int step = 0; step < steps; step++) {
            at = (Map<String, Object>) at.computeIfAbsent(path[step], key -> new LinkedHashMap<String, Object>());
        }
        return at;
    }

    @SuppressWarnings("unchecked") // as above
    private static Mapping mapping(Map<String, Object> map) {
        Map<String, Node> entries = new LinkedHashMap<>();
        map.forEach((key, value) ->
                entries.put(key, value instanceof Node node ? node : mapping((Map<String, Object>) value)));
        return new Mapping(entries);
    }
}
