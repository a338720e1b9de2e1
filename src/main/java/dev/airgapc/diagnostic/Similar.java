package dev.airgapc.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Similar {
    private Similar() {}

    /**
     * The candidate that is the same but for case, hyphens, underscores and a plural; else the nearest one, if at most a third of the
     * letters differ. Of several that are equally near it is the first one.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        Optional<String> same = same(word, candidates);
        if (same.isPresent()) {
            return same;
        }
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < best && distance * 3 <= Math.max(word.length(), candidate.length())) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The candidate that differs in nothing but case, hyphens, underscores and a plural. */
    public static Optional<String> same(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> letters(candidate).equals(letters(word)))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(candidate -> singular(candidate).equals(singular(word)))
                        .findFirst());
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String singular(String word) {
        String letters = letters(word);
        if (letters.endsWith("ies")) {
            return letters.substring(0, letters.length() - 3) + "y";
        }
        return letters.length() > 2 && letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }

    /** Damerau–Levenshtein in its restricted form: two swapped neighbours count as one slip. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
