package dev.airgapc.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The folder that a site is compiled into: what is there, how it differs from what should be, and the writing of it. */
public final class OutputTree {
    /** What is longer is no lock, and nothing that a patch is made of. */
    private static final int LARGEST = 64 << 20;

    private final Path root;

    public OutputTree(Path root) {
        this.root = root;
    }

    /** What a write did. */
    public record Written(int wrote, int unchanged, int removed, List<String> kept) {
        public Written {
            kept = List.copyOf(kept);
        }
    }

    /** The folder or a file in it is not ours to write; the message says which and why. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** The lock of the last compile; nothing if there is none, or none that airgapc wrote. */
    public Optional<Lock> lock() throws IOException {
        Path file = root.resolve(Lock.NAME);
        return isFile(file) && Files.size(file) <= LARGEST
                ? Lock.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A file as it is on disk. */
    record Found(String text, boolean executable) {}

    /** What is at a path, if it is a file. */
    Optional<Found> find(String path) throws IOException {
        Path file = inside(path);
        if (!isFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST) {
            throw new Refused(file + " is too long to be compared; move it away");
        }
        return Optional.of(
                new Found(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), AtomicFile.executable(file)));
    }

    /** Whether a compile that no longer produces a path would remove what is there. */
    boolean removable(String path, Lock before) throws IOException {
        Optional<Lock.Output> output = before.output(path);
        return output.isPresent() && find(path).isPresent() && untouched(inside(path), output.get());
    }

    /** How the disk differs, sorted by path; one state a file. */
    public List<Drift> drift(Rendering rendering) throws IOException {
        Lock before = lock().orElseGet(() -> new Lock("", List.of(), List.of()));
        TreeSet<String> paths = new TreeSet<>();
        before.outputs().forEach(output -> paths.add(output.path()));
        rendering.lock().outputs().forEach(output -> paths.add(output.path()));
        List<Drift> drift = new ArrayList<>();
        for (String path : paths) {
            drift(path, before.output(path), rendering.lock().output(path))
                    .ifPresent(state -> drift.add(new Drift(state, path)));
        }
        if (drift.isEmpty()
                && !AtomicFile.holds(inside(Lock.NAME), rendering.contents().getOrDefault(Lock.NAME, new byte[0]))) {
            drift.add(new Drift(Drift.State.STALE, Lock.NAME));
        }
        return drift;
    }

    private Optional<Drift.State> drift(String path, Optional<Lock.Output> before, Optional<Lock.Output> now)
            throws IOException {
        if (before.isEmpty()) {
            return Optional.of(Drift.State.STALE);
        }
        Path file = inside(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Drift.State.MISSING);
        }
        if (!untouched(file, before.get())) {
            return Optional.of(Drift.State.EDITED);
        }
        if (now.isEmpty()) {
            return Optional.of(Drift.State.ORPHAN);
        }
        return now.equals(before) ? Optional.empty() : Optional.of(Drift.State.STALE);
    }

    /**
     * Writes what is new or different, each file whole or not at all, and removes what is no longer produced; the lock last. If that is
     * cut short, the next time does the rest.
     *
     * @param force whether files that are not ours may be replaced
     * @throws Refused before anything is written
     */
    public Written write(Rendering rendering, boolean force) throws IOException {
        Writing writing = new Writing(this, rendering, force);
        if (!Journal.isIn(root) && writing.isDone()) {
            return writing.nothing();
        }
        Files.createDirectories(root);
        try (Journal journal = Journal.open(root)) {
            return writing.write(journal);
        }
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a file is as a lock says. */
    static boolean untouched(Path file, Lock.Output output) throws IOException {
        if (!isFile(file) || AtomicFile.executable(file) != output.mode().equals("0755")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Rendering.sha256(in).equals(output.sha256());
        }
    }

    /** The file of a path. No folder on the way to it is a link: it could lead anywhere. */
    Path inside(String path) throws IOException {
        if (!Lock.liesBelow(path)) {
            throw new Refused(path + " lies outside of the output folder");
        }
        Path file = root.resolve(path);
        for (Path folder : folders(path)) {
            if (Files.isSymbolicLink(folder)) {
                throw new Refused(folder + " is a link; remove it, or compile elsewhere with --out");
            }
        }
        return file;
    }

    /** The folders on the way to a path, the innermost first. */
    List<Path> folders(String path) {
        List<Path> folders = new ArrayList<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(root.resolve(path.substring(0, slash)));
        }
        return folders;
    }
}
