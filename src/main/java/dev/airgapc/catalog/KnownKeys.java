package dev.airgapc.catalog;

import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every path of the values of a chart: of a public one by the table {@code keys/<name>}, of another by the list that a site imported. Each line has
 * a path and its versions; a star at the end leaves open what stands below.
 */
public final class KnownKeys {
    /** No path holds two blanks outside of quotes, so the last column is what stands behind the last ones. */
    private static final Pattern LINE = Pattern.compile("(.*?\\S) {2,}(\\S+)");

    private static final String ANY = "*";

    private record Row(List<String> steps, Gate gate) {}

    private final List<Row> rows;
    private final boolean imported;

    private KnownKeys(List<Row> rows, boolean imported) {
        this.rows = List.copyOf(rows);
        this.imported = imported;
    }

    static KnownKeys parse(String text) {
        List<Row> rows = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher column = LINE.matcher(line);
            if (!column.matches()) {
                throw new IllegalStateException("`" + line + "` is no path with its versions");
            }
            rows.add(new Row(KeyPath.parse(column.group(1)).orElseThrow(), Gate.parse(column.group(2))));
        });
        return new KnownKeys(rows, false);
    }

    /** The list of one version of a chart, as {@link #print} writes it. What is wrong is said without the line: it may be of any file. */
    public static Parsed<KnownKeys> imported(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.startsWith("#")) {
                continue;
            }
            Matcher column = LINE.matcher(line);
            Optional<List<String>> steps =
                    column.matches() && column.group(2).equals(ANY) ? KeyPath.parse(column.group(1)) : Optional.empty();
            if (steps.isEmpty()) {
                return Parsed.wrong("has no path with a star behind it on line " + number);
            }
            rows.add(new Row(steps.get(), Gate.parse(ANY)));
        }
        return rows.isEmpty() ? Parsed.wrong("holds no key") : Parsed.of(new KnownKeys(rows, true));
    }

    /**
     * A list of paths, in the form of a table.
     *
     * @param comment lines above it
     */
    public static String print(List<List<String>> paths, List<String> comment) {
        StringBuilder out = new StringBuilder();
        comment.forEach(line -> out.append("# ").append(line).append('\n'));
        List<String> texts = paths.stream().map(KeyPath::print).distinct().toList();
        int width = texts.stream().mapToInt(String::length).max().orElse(0);
        texts.forEach(text -> out.append(text)
                .append(" ".repeat(width - text.length() + 2))
                .append(ANY)
                .append('\n'));
        return out.toString();
    }

    /** Whether a site imported them: then they are those of the version that it states, whichever that is. */
    public boolean isImported() {
        return imported;
    }

    /**
     * These, with everything open below a step that the site itself names, such as a queue: there the chart's values show an example at most.
     *
     * @param keys the paths that a product reads; {@code *} is such a step
     */
    KnownKeys openBelow(List<List<String>> keys) {
        return new KnownKeys(
                rows.stream()
                        .map(row -> keys.stream()
                                .filter(key -> named(key) && opens(key, row.steps()))
                                .findFirst()
                                .map(key -> new Row(key.subList(0, key.indexOf(ANY) + 1), row.gate()))
                                .orElse(row))
                        .distinct()
                        .toList(),
                imported);
    }

    private static boolean named(List<String> key) {
        return key.indexOf(ANY) > 0;
    }

    private static boolean opens(List<String> key, List<String> steps) {
        int at = key.indexOf(ANY);
        return steps.size() > at && steps.subList(0, at).equals(key.subList(0, at));
    }

    /** Whether the values of a version have a path, or leave open what stands there; always where no table is. */
    public boolean has(List<String> path, Version version) {
        return rows.isEmpty()
                || rows.stream().filter(row -> row.gate().holds(version)).anyMatch(row -> agrees(row.steps(), path));
    }

    /** The path that is meant by one that they do not have. */
    public Optional<String> meant(List<String> path, Version version) {
        for (int at = 0; at < path.size(); at++) {
            List<String> above = path.subList(0, at);
            int depth = at;
            List<String> there = rows.stream()
                    .filter(row -> row.gate().holds(version))
                    .map(Row::steps)
                    .filter(steps ->
                            steps.size() > depth && steps.subList(0, depth).equals(above))
                    .map(steps -> steps.get(depth))
                    .distinct()
                    .toList();
            if (!there.contains(path.get(at))) {
                return Similar.to(path.get(at), there).map(step -> {
                    List<String> meant = new ArrayList<>(path);
                    meant.set(depth, step);
                    return String.join(".", meant);
                });
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(List<String> steps, List<String> path) {
        for (int at = 0; at < Math.min(steps.size(), path.size()); at++) {
            if (!steps.get(at).equals(ANY) && !steps.get(at).equals(path.get(at))) {
                return false;
            }
        }
        return true;
    }
}
