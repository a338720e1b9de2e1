package dev.airgapc.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one seam through which files are read. It remembers what it gave, for the lock; a file is read once, so that all
 * phases see the same bytes. Not safe for use by several threads.
 */
public final class Inputs {
    /** Reads a file whole, or says why not. */
    public interface Reader {
        byte[] read(Path path) throws IOException;

        /** The names of the files in a folder, for a suggestion; none where nobody can tell. */
        default List<String> names(Path folder) {
            return List.of();
        }
    }

    /** A file is there and is none that is read; the message goes on behind its name: {@code is larger than 16 MiB}. */
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1;

        public Unfit(String message) {
            super(message);
        }
    }

    private final Reader reader;
    private final Map<Path, byte[]> read = new LinkedHashMap<>();

    public Inputs(Reader reader) {
        this.reader = reader;
    }

    /** The bytes of a file. */
    public byte[] bytes(Path path) throws IOException {
        Path key = path.normalize();
        byte[] known = read.get(key);
        if (known == null) {
            known = reader.read(key);
            read.put(key, known);
        }
        return known;
    }

    /** The names of the files in a folder, as far as somebody can tell. They are no input: nothing that is compiled depends on them. */
    public List<String> names(Path folder) {
        return reader.names(folder.normalize());
    }

    /** Every file that was read, in the order of reading. */
    public Map<Path, byte[]> read() {
        return Collections.unmodifiableMap(read);
    }
}
