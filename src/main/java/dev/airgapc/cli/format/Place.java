package dev.airgapc.cli.format;

/**
 * A piece of a file.
 *
 * @param file its path, with {@code /} between its parts
 * @param end behind the last character
 * @param words what is said about it; may be empty
 * @param line its first line, whole, covered where it may be a secret
 */
public record Place(String file, Position start, Position end, String words, String line) {
    /** As people write it: {@code site.ag:3:14}. */
    String shown() {
        return file + ":" + start.line() + ":" + start.column();
    }
}
