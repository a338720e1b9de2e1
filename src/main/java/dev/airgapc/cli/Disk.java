package dev.airgapc.cli;

import dev.airgapc.source.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The files of this machine. What may never end, and what no page can be, is not begun. */
class Disk implements Inputs.Reader {
    private static final int MEBIBYTES = 16;

    @Override
    public byte[] read(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        if (file.isOther()) {
            throw new Inputs.Unfit("is a device or a pipe, and no file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(in);
        }
    }

    @Override
    public List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Page::name).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A stream up to its end, which must come before memory does. */
    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((MEBIBYTES << 20) + 1);
        if (bytes.length > MEBIBYTES << 20) {
            throw new Inputs.Unfit("is larger than " + MEBIBYTES + " MiB");
        }
        return bytes;
    }
}
