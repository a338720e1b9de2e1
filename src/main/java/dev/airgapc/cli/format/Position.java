package dev.airgapc.cli.format;

import dev.airgapc.source.Source;

/**
 * A place between two characters.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param offset counted from 0, in UTF-16 code units from the beginning of the file
 */
public record Position(int line, int column, int offset) {
    static Position of(Source source, int offset) {
        int line = source.lineAt(offset);
        return new Position(line, source.text().codePointCount(source.start(line), offset) + 1, offset);
    }
}
