package dev.airgapc.catalog;

import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every path of the values of a chart that is public. The table {@code keys/<name>} has a path and its versions on each line; a star at the end
 * leaves open what stands below.
 */
public final class KnownKeys {
    private record Row(List<String> steps, Gate gate) {}

    private final List<Row> rows;

    private KnownKeys(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static KnownKeys parse(String text) {
        List<Row> rows = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] column = line.split(" {2,}", -1);
            rows.add(new Row(List.of(column[0].split("\\.", -1)), Gate.parse(column[1])));
        });
        return new KnownKeys(rows);
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
            if (!steps.get(at).equals("*") && !steps.get(at).equals(path.get(at))) {
                return false;
            }
        }
        return true;
    }
}
