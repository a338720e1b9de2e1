package dev.airgapc.testing;

import static dev.airgapc.testing.Trees.leaf;
import static dev.airgapc.testing.Trees.list;
import static dev.airgapc.testing.Trees.map;

import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.output.Header;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Program;
import dev.airgapc.output.YamlDocumentsPrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.output.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of YAML, and what every reader must find in it.
 *
 * @param reader whom it is written for
 * @param documents as Java's own collections
 */
public record YamlTexts(String name, Program reader, String text, List<@Nullable Object> documents) {
    private static final Header HEADER = new Header("site.ag", "site.ag");
    private static final Path MANUAL = Path.of("src/main/resources/manual");

    /** Where a reader found something else than was written, in its own words. */
    public List<String> differences(TypedValues found, TypedValues.Words words) {
        return TypedValues.of(documents, words).differences(found).stream()
                .map(difference -> name + " " + difference)
                .toList();
    }

    /** What our printer makes of hostile keys and values. */
    public static YamlTexts printed() {
        Mapping values = Mapping.EMPTY;
        for (String text : HostileYaml.TEXTS) {
            values = values.with("v" + HostileYaml.TEXTS.indexOf(text), leaf(text));
        }
        Mapping keys = Mapping.EMPTY;
        for (String key : HostileYaml.KEYS) {
            keys = keys.with(key, leaf("of " + key));
        }
        Mapping numbers = Mapping.EMPTY;
        for (String number : List.of("0.5", "-3.25", "1.10", "100.0", "-0.0")) {
            numbers = numbers.with("n" + number, leaf(new Decimal(number)));
        }
        Mapping content = map(
                "values",
                values,
                "keys",
                keys,
                "list",
                list(leaf("a"), map("b", "c"), list(leaf("d")), leaf("two\nlines\n")),
                "numbers",
                numbers.with("count", leaf(new Count(-3))).with("long", leaf(new Count(123_456_789_012_345L))),
                "flag",
                leaf(new Flag(true)),
                "none",
                leaf(new Absent()),
                "open",
                map(),
                "empty",
                list());
        return of(
                "hostile text, printed",
                Program.HELM,
                new YamlPrinter().print(content, HEADER).text(),
                content);
    }

    /** What {@link YamlReader} takes of values without quotes; what readers would not agree on it does not take. */
    public static YamlTexts taken() {
        StringBuilder text = new StringBuilder();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String bare : HostileYaml.BARE) {
            String line = "k" + HostileYaml.BARE.indexOf(bare) + ": " + bare + "\n";
            YamlReader.read(Trees.passage(line)).mapping().ifPresent(mapping -> {
                text.append(line);
                mapping.entries().forEach((key, node) -> values.put(key, Trees.plain(node)));
            });
        }
        List<@Nullable Object> documents = new ArrayList<>();
        documents.add(values);
        return new YamlTexts("values without quotes, taken from a page", Program.HELM, text.toString(), documents);
    }

    /** Every YAML file of every site of the examples and of the manual's pages, in which every word stands. */
    public static List<YamlTexts> ofSites() {
        return OfSites.ALL;
    }

    /** Those of the manual's pages. */
    public static List<YamlTexts> ofManual() {
        return Corpus.pages(MANUAL).stream()
                .flatMap(page -> of(page, manual(Corpus.name(page))))
                .toList();
    }

    /** The page of the manual that shows every word of a kind, compiled beside the files of an example. */
    public static Compilation manual(String page) {
        return Examples.changed(
                "clearml/site.ag", new String(Corpus.bytes(MANUAL.resolve(page)), StandardCharsets.UTF_8));
    }

    /** Compiled once for all tests. */
    private static final class OfSites {
        static final List<YamlTexts> ALL = Stream.concat(
                        Examples.sites().stream().flatMap(page -> of(page, Examples.compile(page))),
                        ofManual().stream())
                .toList();
    }

    private static Stream<YamlTexts> of(Path page, Compilation site) {
        return site.files().stream()
                .filter(file -> file.printer() instanceof YamlPrinter || file.printer() instanceof YamlDocumentsPrinter)
                .map(file -> of(page + " " + file.path(), file.reader(), Examples.print(file), file.content()));
    }

    private static YamlTexts of(String name, Program reader, String text, Node content) {
        Object plain = Trees.plain(content);
        List<@Nullable Object> documents = new ArrayList<>();
        if (plain instanceof List<?> several) {
            documents.addAll(several);
        } else {
            documents.add(plain);
        }
        return new YamlTexts(name, reader, text, documents);
    }
}
