package dev.airgapc.target;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Version;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Site;
import dev.airgapc.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The values of a chart, being written. It takes no path that the catalogue does not cite; a path that the stated version lacks
 * is one diagnostic at the version, with the fact that asked for it, and is left out.
 */
public final class ChartValues {
    private final Product product;
    private final Fact<Version> version;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private List<Fact<String>> passed = List.of();
    private BiPredicate<Source, Source> beside = (one, other) -> false;

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

    /** Writes a value that is there only sometimes. */
    public void put(Optional<? extends Fact<? extends Scalar>> value, String... path) {
        value.ifPresent(fact -> put(fact, path));
    }

    /** Writes a part of a tree, such as a list; nothing for an empty one. Every leaf stands under the citation of the part. */
    public void put(Node node, String... path) {
        List<Origin> origins = node.leaves().values().stream().map(Leaf::origin).toList();
        if (!origins.isEmpty() && holds(Origin.all(origins), path)) {
            place(under(node, citation(path)), path);
        }
    }

    /** Writes a part of a tree: entry by entry where the catalogue cites the entries, as a whole where it cites the part. */
    public void putEach(Node node, String... path) {
        if (product.key(List.of(path)).isPresent() || !(node instanceof Mapping mapping)) {
            put(node, path);
            return;
        }
        mapping.entries().forEach((key, value) -> {
            String[] longer = Arrays.copyOf(path, path.length + 1);
            longer[path.length] = key;
            putEach(value, longer);
        });
    }

    /** Whether the stated version reads a path. */
    public boolean supports(String... path) {
        citation(path);
        return product.key(List.of(path)).orElseThrow().gate().holds(version.value());
    }

    /** Whether what is written so far brings images that no public source lists. */
    public boolean isUnlisted() {
        return product.unlisted().filter(path -> path.isEmpty() || isTrue(path)).isPresent();
    }

    /** What to say then. */
    public Optional<Diagnostic> unlisted(String what, String help) {
        return isUnlisted()
                ? Optional.of(Diagnostic.of(
                                CatalogCodes.IMAGES_INCOMPLETE,
                                version.origin().written().orElseThrow().span(),
                                "no public source lists every image of " + what + " "
                                        + version.value().text())
                        .help(help))
                : Optional.empty();
    }

    /** Whether what is written so far says so at a path. */
    public boolean isTrue(List<String> path) {
        Leaf leaf = tree().leaves().get("/" + String.join("/", path));
        return leaf != null && leaf.value().equals(new Flag(true));
    }

    /** Makes an empty mapping, for what is there because it is named: a queue without settings. */
    public void open(String... path) {
        at(path.length, path);
    }

    /** Writes a list without entries, which takes the place of the product's own. */
    public void empty(String... path) {
        citation(path);
        place(Sequence.of(List.of()), path);
    }

    /** Every leaf of a node, under the citation of the key that the node stands under, unless it has one of its own. */
    private static Node under(Node node, Citation citation) {
        if (node instanceof Leaf leaf) {
            return leaf.key().isEmpty() ? leaf.under(citation) : leaf;
        }
        if (node instanceof Sequence sequence) {
            return Sequence.of(
                    sequence.items().stream().map(item -> under(item, citation)).toList());
        }
        if (node instanceof Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, under(value, citation)));
            return new Mapping(entries);
        }
        return node;
    }

    /** One variable of an environment. The name is the product's, the value the site's. */
    public Mapping variable(String name, Fact<? extends Scalar> value) {
        Citation citation = citation("env", name);
        Fact<Text> key = new Fact<>(
                new Text(name), new Origin.Demanded("the name of a variable that the product reads", citation));
        Mapping variable = Mapping.EMPTY.with("name", Leaf.of(key).under(citation));
        Leaf leaf = Leaf.of(value).under(citation);
        return value.value() instanceof SecretName secret
                ? variable.with("valueFrom", Mapping.EMPTY.with("secretKeyRef", reference(leaf, secret)))
                : variable.with("value", leaf);
    }

    /** The first key of a secret's object, by name. */
    public static Mapping reference(Leaf name, SecretName secret) {
        String data = secret.shape().keys().get(0).data();
        Leaf key = new Leaf(new Text(data), name.origin(), name.key());
        return Mapping.EMPTY.with("name", name).with("key", key);
    }

    /** A value that the product demands, whatever the site says; its reason is the citation of its key. */
    public <T extends Scalar> Fact<T> demanded(T value, String because, String... path) {
        return new Fact<>(value, new Origin.Demanded(because, citation(path)));
    }

    /** Lays what the page passes through over what is written, once all is. */
    public void merge(List<Fact<String>> texts, Site site) {
        passed = List.copyOf(texts);
        beside = site.document()::isBeside;
    }

    /** What is written so far. */
    public Mapping tree() {
        return mapping(tree);
    }

    /** The finished tree, with what the stated version cannot say and what is wrong with what was passed through. */
    public Passthrough.Merged finished() {
        Passthrough.Merged merged = Passthrough.yaml(tree(), passed, product, version.value(), beside);
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(merged.diagnostics());
        all.addAll(unlisted());
        return new Passthrough.Merged(merged.tree(), all);
    }

    /** What is written and the list that the site imported does not have, by the first step that it lacks. */
    private List<Diagnostic> unlisted() {
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        if (product.known().isImported()) {
            tree().leaves().forEach((pointer, leaf) -> {
                List<String> path = Mapping.steps(pointer);
                for (int length = 1; length <= path.size(); length++) {
                    List<String> key = path.subList(0, length);
                    if (product.lacks(key, version.value())) {
                        found.putIfAbsent(String.join(".", key), unlisted(String.join(".", key), leaf));
                        return;
                    }
                }
            });
        }
        return List.copyOf(found.values());
    }

    private Diagnostic unlisted(String key, Leaf leaf) {
        Diagnostic diagnostic = Diagnostic.of(
                CatalogCodes.UNLISTED_KEY,
                version.origin().written().orElseThrow().span(),
                "chart `" + product.name() + "` " + version.value().text() + " has no `" + key
                        + "`, which airgapc writes");
        return leaf.origin()
                .written()
                .map(Origin.Written::span)
                .map(from -> diagnostic.related(from, "this is what is written there"))
                .orElse(diagnostic)
                .help("look the key up in the chart's own values: the list that `chart-keys` names lacks it");
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
