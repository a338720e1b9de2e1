package dev.airgapc.compile;

/** How a file on disk differs from what it should be. */
public record Drift(State state, String path) {
    /** In the order in which they win. */
    public enum State {
        /** Its bytes or its mode differ from the lock: somebody changed it by hand. */
        EDITED("edited"),
        /** It is in the lock and not on disk. */
        MISSING("missing"),
        /** It is in the lock and no longer produced. */
        ORPHAN("orphan"),
        /** A compile would write something else, or something new. */
        STALE("stale");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    /** As {@code compile --check} prints it, below the path of the output root. */
    public String line(String root) {
        return state.word + " " + root + path;
    }
}
