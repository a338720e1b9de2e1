package dev.airgapc.fact;

/**
 * Where a fact about somebody else's product was read.
 *
 * @param source {@code owner/repository:path}, or a page's title
 * @param note what a reader must know beside it, such as {@code unverified}; may be empty
 */
public record Citation(String source, String note) {
    /** On one line. */
    @Override
    public String toString() {
        return note.isEmpty() ? source : source + " (" + note + ")";
    }
}
