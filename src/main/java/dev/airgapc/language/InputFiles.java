package dev.airgapc.language;

import dev.airgapc.diagnostic.Similar;
import dev.airgapc.source.Inputs;
import dev.airgapc.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** The path of a file that is there and whose name is near to one that is not. */
    Optional<String> near(Source from, String path) {
        try {
            Path file = resolve(from, path);
            Path folder = file.resolveSibling(".").normalize();
            String name = String.valueOf(file.getFileName());
            String before = path.substring(0, Math.max(0, path.length() - name.length()));
            List<String> others = inputs.names(folder).stream()
                    .filter(other -> !other.equals(name))
                    .sorted()
                    .toList();
            return Similar.to(name, others).map(found -> before + found);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
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
