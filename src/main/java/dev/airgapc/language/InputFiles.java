package dev.airgapc.language;

import dev.airgapc.source.Inputs;
import dev.airgapc.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The files that a page names, each relative to the file that names it.
 *
 * @param folder the folder of the page: names of sources are relative to it
 */
public record InputFiles(Path folder, Inputs inputs) {
    /** Where a file is that a source names. */
    Path resolve(Source from, String path) {
        return folder.resolve(from.name()).resolveSibling(path).normalize();
    }

    /** How a source writes the path of a file. */
    String path(Source from, Path file) {
        return resolve(from, ".").relativize(file).toString().replace('\\', '/');
    }

    /** As outputs and diagnostics call it: relative to the folder of the page. */
    String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * The text of a file.
     *
     * @throws IOException if it cannot be read, with {@link CharacterCodingException} for one that is no text
     */
    String text(Source from, String path) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(inputs.bytes(resolve(from, path))))
                    .toString();
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
