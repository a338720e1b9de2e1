package dev.airgapc.language;

/** What two texts have in common at their ends. */
final class Edges {
    private Edges() {}

    /** How many characters are the same from the beginning; none if the other text is the end of this one. */
    static int before(String one, String other) {
        if (one.endsWith(other)) {
            return 0;
        }
        int same = 0;
        int most = Math.min(one.length(), other.length());
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** How many are the same at the end, without those at the beginning. */
    static int behind(String one, String other) {
        int same = 0;
        int most = Math.min(one.length(), other.length()) - before(one, other);
        while (same < most && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }
}
