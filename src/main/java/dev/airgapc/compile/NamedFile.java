package dev.airgapc.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file beside the pages that a user names for a result: one that somebody keeps, and no output of a compile. */
public record NamedFile(Path path) {
    /** Gives it a text; false, and nothing is touched, if it has that already. A link stays one, and who may read it stays. */
    public boolean write(String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Path file = path.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            return AtomicFile.write(file, content, false);
        }
        if (AtomicFile.holds(file.toRealPath(), content)) {
            return false;
        }
        AtomicFile.replace(file, content);
        return true;
    }
}
