package dev.airgapc.output;

/**
 * A file to be written.
 *
 * @param path below the output root, with {@code /} between its parts
 */
public record OutputFile(String path, Side side, Program reader, Printer printer, Node content) {
    /** Scripts are executable. */
    public boolean executable() {
        return reader == Program.BASH;
    }
}
