package dev.airgapc.catalog;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The products that airgapc writes for. A table is read when a site first names its product. One fact a line, columns
 * separated by two spaces or more, {@code #} for comments; the last column cites. A table is ours, so a fault in one is a bug.
 *
 * <p>{@code product}, {@code version}, {@code chart}: what it is. {@code cite}: an abbreviation of a source. {@code key}: a path
 * that it reads. {@code secret}: a path that takes a secret as a literal. {@code misspelt}: a path that people write and that it
 * does not read. {@code value}: what belongs at a path. {@code image}: what it runs, always or while a path is true; {@code names}: the path that names it; {@code images
 * incomplete}: not all of it is known, or not while a path is true. {@code gap images}: no path says where they are pulled from. {@code needs
 * kubernetes}: the versions that it installs into.
 */
public final class Catalog {
    private final Map<String, Product> read = new HashMap<>();

    /** The table of one product; {@link IllegalStateException} if there is none or it is malformed. */
    public Product product(String name) {
        return read.computeIfAbsent(name, Catalog::load);
    }

    private static Product load(String name) {
        String table = resource(name).orElseThrow(() -> new IllegalStateException("the catalogue has no " + name));
        return new Table(name)
                .read(table, KnownKeys.parse(resource("keys/" + name).orElse("")));
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = Catalog.class.getResourceAsStream("/catalog/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One table being read. */
    private static final class Table {
        private final String name;
        private final Map<String, String> cited = new HashMap<>();
        private final List<Version> versions = new ArrayList<>();
        private final List<Product.Key> keys = new ArrayList<>();
        private final List<Product.Secret> secrets = new ArrayList<>();
        private final List<Product.Misspelling> misspellings = new ArrayList<>();
        private final List<String> rendering = new ArrayList<>();
        private final List<Product.Stated> values = new ArrayList<>();
        private final List<Product.Carried> images = new ArrayList<>();
        private String title = "";
        private Optional<Product.Sourced> chart = Optional.empty();
        private final List<Product.Named> named = new ArrayList<>();
        private final List<Product.Needed> kubernetes = new ArrayList<>();
        private Optional<List<String>> incomplete = Optional.empty();
        private Optional<String> imageGap = Optional.empty();

        Table(String name) {
            this.name = name;
        }

        Product read(String text, KnownKeys known) {
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::row);
            return new Product(
                    name,
                    title,
                    chart,
                    versions,
                    keys,
                    secrets,
                    misspellings,
                    values,
                    images,
                    named,
                    rendering,
                    incomplete,
                    imageGap,
                    kubernetes,
                    known);
        }

        private void row(String line) {
            int hash = line.indexOf("  #");
            String note = hash < 0 ? "" : line.substring(hash + 3).strip();
            String[] column =
                    (hash < 0 ? line : line.substring(0, hash)).strip().split(" {2,}");
            switch (column[0]) {
                case "product" -> title = column[2];
                case "chart" -> chart = Optional.of(new Product.Sourced(column[1], citation(column[2], note)));
                case "version" ->
                    Arrays.stream(column).skip(1).map(Table::version).forEach(versions::add);
                case "cite" -> cited.put(column[1], column[2]);
                case "key" ->
                    keys.add(new Product.Key(
                            steps(column[1]), column[2], Gate.parse(column[3]), citation(column[4], note)));
                case "secret" -> secrets.add(new Product.Secret(steps(column[1]), citation(column[2], note)));
                case "misspelt" ->
                    misspellings.add(new Product.Misspelling(
                            steps(column[1]), column[2], Gate.parse(column[3]), citation(column[4], note)));
                case "value" ->
                    values.add(new Product.Stated(
                            steps(column[1]), column[2], Gate.parse(column[3]), citation(column[4], note)));
                case "image" ->
                    images.add(new Product.Carried(
                            image(column[1]),
                            column[2],
                            Gate.parse(column[3]),
                            citation(column[4], note),
                            column.length > 5 ? Optional.of(steps(column[5])) : Optional.empty()));
                case "render" -> rendering.add(column[1]);
                case "names" -> named.add(new Product.Named(steps(column[1]), column[2], column.length > 3));
                case "images" -> incomplete = Optional.of(column.length > 2 ? steps(column[2]) : List.of());
                case "needs" ->
                    kubernetes.add(new Product.Needed(
                            Gate.parse(column[2]), Gate.parse(column[3]), citation(column[4], note)));
                case "gap" -> imageGap = Optional.of(column[2]);
                default -> throw new IllegalStateException(name + ": no row begins with `" + column[0] + "`");
            }
        }

        /** {@code RN 6.14.md}: an abbreviation of a {@code cite} row and what follows in the path. */
        private Citation citation(String text, String note) {
            int space = text.indexOf(' ');
            String base = cited.get(space < 0 ? text : text.substring(0, space));
            if (base == null) {
                throw new IllegalStateException(name + ": `" + text + "` is cited and not declared");
            }
            return new Citation(space < 0 ? base : base + text.substring(space + 1), note);
        }

        private static List<String> steps(String path) {
            return List.of(path.split("\\."));
        }

        private static Version version(String text) {
            return Version.parse(text).value().orElseThrow(() -> new IllegalStateException(text + " is no version"));
        }

        private static Image image(String text) {
            return Image.parse(text).value().orElseThrow(() -> new IllegalStateException(text + " is no image"));
        }
    }
}
