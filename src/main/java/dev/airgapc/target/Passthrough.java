package dev.airgapc.target;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
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
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a page passes through to a product's file, laid over what airgapc writes there. */
public final class Passthrough {
    private final Product product;
    private final Version version;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Passthrough(Product product, Version version) {
        this.product = product;
        this.version = version;
    }

    /** The whole, and what is wrong with what was passed. */
    public record Merged(Mapping tree, List<Diagnostic> diagnostics) {
        public Merged {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Values of a chart, in YAML; one text for each layer of the page. */
    static Merged yaml(Mapping ours, List<Fact<String>> texts, Product product, Version version) {
        return texts.isEmpty()
                ? new Merged(ours, List.of())
                : new Passthrough(product, version).merge(ours, texts, YamlReader::read);
    }

    /** More of a {@code clearml.conf}, in HOCON. */
    public static Merged hocon(Mapping ours, List<Fact<String>> texts, Product product) {
        return texts.isEmpty()
                ? new Merged(ours, List.of())
                : new Passthrough(product, product.versions().get(0)).merge(ours, texts, HoconReader::read);
    }

    private Merged merge(Mapping ours, List<Fact<String>> texts, Function<Passage, Passage.Content> reader) {
        Mapping theirs = Mapping.EMPTY;
        for (Fact<String> text : texts) {
            Passage.Content content = reader.apply(new Passage(text));
            diagnostics.addAll(content.diagnostics());
            theirs = Merging.layered(theirs, content.mapping().orElse(Mapping.EMPTY));
        }
        theirs.leaves().forEach(this::check);
        Merging.Merged merged = Merging.over(ours, theirs);
        merged.clashes().forEach(this::clash);
        return new Merged(merged.content(), diagnostics);
    }

    /** A secret is never written into a file, and a key that nobody reads is a mistake that nobody would see. */
    private void check(String pointer, Leaf leaf) {
        List<String> path = Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
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
        product.misspelt(path, version)
                .ifPresent(found -> diagnostics.add(Diagnostic.of(
                                CatalogCodes.KEY_WITHOUT_EFFECT,
                                at,
                                "`" + String.join(".", path) + "` has no effect in " + product.name() + " "
                                        + version.text())
                        .help("write " + (found.right().contains(" ") ? found.right() : "`" + found.right() + "`")
                                + " (" + found.source() + ")")));
    }

    private void clash(Merging.Clash clash) {
        Optional<Span> theirs = clash.theirs().flatMap(Origin::written).map(Origin.Written::span);
        Optional<Span> ours = clash.ours().flatMap(Origin::written).map(Origin.Written::span);
        String path = clash.pointer()
                .substring(1)
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
        theirs.ifPresent(at -> {
            Diagnostic diagnostic = Diagnostic.of(
                    OutputCodes.PASSTHROUGH_CONFLICT,
                    at,
                    "`" + path + "` is written by airgapc, and cannot be written here too");
            diagnostics.add(
                    ours.map(because -> diagnostic.related(because, "from this"))
                            .orElse(diagnostic)
                            .help(
                                    "leave it out here; a list that airgapc writes is written whole, so its entries have words of their own"));
        });
    }
}
