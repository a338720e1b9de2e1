package dev.airgapc.target;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Version;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.output.HoconReader;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Merging;
import dev.airgapc.output.OutputCodes;
import dev.airgapc.output.Passage;
import dev.airgapc.output.YamlReader;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What a page passes through to a product's file, laid over what airgapc writes there. */
public final class Passthrough {
    private final Product product;
    private final Version version;
    private final BiPredicate<Source, Source> beside;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Passthrough(Product product, Version version, BiPredicate<Source, Source> beside) {
        this.product = product;
        this.version = version;
        this.beside = beside;
    }

    /** The whole, and what is wrong with what was passed. */
    public record Merged(Mapping tree, List<Diagnostic> diagnostics) {
        public Merged {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Values of a chart, in YAML; one text for each layer of the page. */
    static Merged yaml(
            Mapping ours,
            List<Fact<String>> texts,
            Product product,
            Version version,
            BiPredicate<Source, Source> beside) {
        return texts.isEmpty()
                ? new Merged(ours, List.of())
                : new Passthrough(product, version, beside).merge(ours, texts, YamlReader::read);
    }

    /** More of a {@code clearml.conf}, in HOCON. */
    public static Merged hocon(
            Mapping ours, List<Fact<String>> texts, Product product, BiPredicate<Source, Source> beside) {
        return texts.isEmpty()
                ? new Merged(ours, List.of())
                : new Passthrough(product, product.versions().get(0), beside).merge(ours, texts, HoconReader::read);
    }

    private Merged merge(Mapping ours, List<Fact<String>> texts, Function<Passage, Passage.Content> reader) {
        Mapping theirs = Mapping.EMPTY;
        List<Map<String, Leaf>> layers = new ArrayList<>();
        for (Fact<String> text : texts) {
            Passage.Content content = reader.apply(new Passage(text));
            diagnostics.addAll(content.diagnostics());
            layers.add(content.mapping().orElse(Mapping.EMPTY).leaves());
            theirs = Merging.layered(theirs, content.mapping().orElse(Mapping.EMPTY));
        }
        contradictions(layers);
        theirs.leaves().forEach(this::check);
        Merging.Merged merged = Merging.over(ours, theirs);
        merged.clashes().forEach(this::clash);
        return new Merged(merged.content(), diagnostics);
    }

    /** Two parts that stand beside each other write one path differently, and no layer above writes it: which one counts is chance. */
    private void contradictions(List<Map<String, Leaf>> layers) {
        for (int later = 1; later < layers.size(); later++) {
            List<Map<String, Leaf>> above = layers.subList(later + 1, layers.size());
            for (Map<String, Leaf> earlier : layers.subList(0, later)) {
                layers.get(later).forEach((path, leaf) -> {
                    Leaf other = earlier.get(path);
                    if (other == null
                            || other.value().equals(leaf.value())
                            || !beside.test(source(other), source(leaf))) {
                        return;
                    }
                    boolean settled = above.stream()
                            .flatMap(layer -> Optional.ofNullable(layer.get(path)).stream())
                            .map(Passthrough::source)
                            .anyMatch(file -> !beside.test(file, source(leaf)) && !beside.test(file, source(other)));
                    if (!settled) {
                        diagnostics.add(Diagnostic.of(
                                        LanguageCodes.CONFLICTING_PARTS,
                                        span(leaf),
                                        "two parts set `" + dotted(path) + "` to different values")
                                .related(span(other), "the other part sets it here")
                                .help("write it by `+=` in the page that imports both"));
                    }
                });
            }
        }
    }

    private static Span span(Leaf leaf) {
        return leaf.origin().written().orElseThrow().span();
    }

    private static Source source(Leaf leaf) {
        return span(leaf).source();
    }

    private static String dotted(String pointer) {
        return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    /** A secret is never written into a file, and a key that nobody reads is a mistake that nobody would see. */
    private void check(String pointer, Leaf leaf) {
        List<String> path = Mapping.steps(pointer);
        Span at = leaf.origin().written().orElseThrow().span();
        String key = path.get(path.size() - 1);
        boolean literal = leaf.value() instanceof Text text && !text.text().isEmpty();
        if (literal && (product.isSecret(path) || Credential.named(key))) {
            diagnostics.add(Diagnostic.of(
                            LanguageCodes.TYPED_SECRET,
                            at,
                            "`" + String.join(".", path) + "` holds a secret, and a page never holds one")
                    .help(
                            "declare `secret NAME { from = env(\"VARIABLE\") }`, and use the words that take a secret, or the chart's key for the name of one")
                    .help("change this secret now: it has been in a file")
                    .concealed());
        }
        Optional<Product.Misspelling> misspelt = product.misspelt(path, version);
        if (misspelt.isEmpty() && product.lacks(path, version)) {
            Diagnostic strange = Diagnostic.of(
                    CatalogCodes.NO_SUCH_KEY,
                    at,
                    "chart `" + product.name() + "` " + version.text() + " has no `" + String.join(".", path) + "`");
            diagnostics.add(product.known()
                    .meant(path, version)
                    .map(meant -> strange.help("write `" + meant + "`"))
                    .orElse(strange.help("remove it: no template reads it")));
        }
        misspelt.ifPresent(found -> diagnostics.add(Diagnostic.of(
                        CatalogCodes.KEY_WITHOUT_EFFECT,
                        at,
                        "`" + String.join(".", path) + "` has no effect in " + product.name() + " " + version.text())
                .help((found.right().contains(" ") ? found.right() : "write `" + found.right() + "`") + " ("
                        + found.source() + ")")));
    }

    private void clash(Merging.Clash clash) {
        Optional<Span> theirs = clash.theirs().flatMap(Origin::written).map(Origin.Written::span);
        Optional<Span> ours = clash.ours().flatMap(Origin::written).map(Origin.Written::span);
        String path = dotted(clash.pointer());
        theirs.ifPresent(at -> {
            Diagnostic diagnostic = Diagnostic.of(
                    OutputCodes.PASSTHROUGH_CONFLICT,
                    at,
                    "`" + path + "` is written by airgapc, and cannot be written here too");
            diagnostics.add(
                    ours.map(because -> diagnostic.related(because, "from this"))
                            .orElse(diagnostic)
                            .help(
                                    clash.ours()
                                            .flatMap(Passthrough::decides)
                                            .map(word -> "leave it out here: `" + word + "` decides it")
                                            .orElse(
                                                    "leave it out here; a list that airgapc writes is written whole, so its entries have words of their own")));
        });
    }

    /** The address of the attribute that a value comes from, if it comes from one. */
    private static Optional<Address> decides(Origin origin) {
        Optional<Address> at = origin instanceof Origin.Assumed assumed
                ? Optional.of(assumed.at())
                : origin.written().map(Origin.Written::at);
        return at.filter(address -> {
            List<String> steps = address.steps();
            return steps.size() > 1
                    && Vocabulary.ALL
                            .find(steps.get(0))
                            .filter(kind -> kind.byName().containsKey(steps.get(steps.size() - 1)))
                            .isPresent();
        });
    }
}
