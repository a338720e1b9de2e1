package dev.airgapc.report;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which values of which outputs come from an attribute. The table is made from the origins of every value of the example pages,
 * and a test holds it against them; so it says nothing that airgapc does not do.
 */
final class Reaches {
    private static final String TABLE = "/manual/reaches.tsv";
    private static final String NOTHING = "-";

    /**
     * One place that an attribute reaches.
     *
     * @param writes whether a value comes from it; else the place is another one, or is not there, without it
     * @param file with {@code NAME} and {@code HOST} for what the page calls so
     * @param product whose key it is; empty where it is nobody's
     * @param key a path in the file, joined by dots, with {@code *} for what the page calls so; may be empty
     * @param source where the key was read, and what a reader must know; may be empty
     */
    record Reach(boolean writes, String file, String product, String key, String source) {
        String line() {
            return Stream.of(writes ? "writes" : "decides", file, product, key, source)
                    .map(column -> column.isEmpty() ? NOTHING : column)
                    .reduce((one, other) -> one + "\t" + other)
                    .orElseThrow();
        }

        private static Reach parse(String[] columns) {
            return new Reach(
                    columns[1].equals("writes"),
                    columns[2],
                    column(columns[3]),
                    column(columns[4]),
                    column(columns[5]));
        }

        private static String column(String text) {
            return text.equals(NOTHING) ? "" : text;
        }
    }

    private final Map<String, List<Reach>> byWord = new LinkedHashMap<>();
    private final Catalog catalog = new Catalog();

    Reaches() {
        try (InputStream in = Reaches.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> byWord.computeIfAbsent(columns[0], word -> new ArrayList<>())
                            .add(Reach.parse(columns)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of a word, by its home. */
    List<Reach> of(String home) {
        return byWord.getOrDefault(home, List.of());
    }

    /** The charts of a word with the version that knew it first, if every one learned it later than its first known one. */
    List<String> gates(String home) {
        Map<String, List<Product.Key>> keys = new LinkedHashMap<>();
        for (Reach reach : of(home)) {
            if (reach.writes() && !reach.product().isEmpty()) {
                catalog.product(reach.product())
                        .key(List.of(reach.key().replaceAll("\\[.*", "").split("\\.", -1)))
                        .ifPresent(key -> keys.computeIfAbsent(reach.product(), product -> new ArrayList<>())
                                .add(key));
            }
        }
        List<String> gates = new ArrayList<>();
        keys.forEach((name, rows) -> {
            List<Version> known = catalog.product(name).versions();
            known.stream()
                    .filter(version -> rows.stream().anyMatch(row -> row.gate().holds(version)))
                    .findFirst()
                    .filter(first -> !first.equals(known.get(0)))
                    .ifPresent(first -> gates.add("chart `" + name + "` " + first.text()));
        });
        return gates.size() == keys.size() ? gates : List.of();
    }
}
