package dev.airgapc.compile;

import dev.airgapc.output.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The folder that a site is compiled into: what is there, how it differs from what should be, and the writing of it. */
public final class OutputTree {
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
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Lock.parse(Files.readString(file, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A file as it is on disk. */
    record Found(String text, boolean executable) {}

    /** What is at a path, if it is a file. */
    Optional<Found> find(String path) throws IOException {
        byte[] bytes = read(path);
        return bytes == null
                ? Optional.empty()
                : Optional.of(
                        new Found(new String(bytes, StandardCharsets.UTF_8), AtomicFile.executable(inside(path))));
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
                && !Arrays.equals(read(Lock.NAME), rendering.contents().get(Lock.NAME))) {
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
     * Writes what is new or different, each file whole or not at all, the lock last; removes what is no longer produced.
     *
     * @param force whether files that are not ours may be replaced
     * @throws Refused before anything is written
     */
    public Written write(Rendering rendering, boolean force) throws IOException {
        Optional<Lock> before = lock();
        Map<String, byte[]> contents = rendering.contents();
        for (String path : contents.keySet()) {
            claim(path, before, contents.get(path), force);
        }
        int wrote = 0;
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            boolean changed =
                    AtomicFile.write(inside(file.getKey()), file.getValue(), rendering.executable(file.getKey()));
            wrote += changed && !file.getKey().equals(Lock.NAME) ? 1 : 0;
        }
        List<String> kept = new ArrayList<>();
        int removed = before.isPresent() ? remove(before.get(), rendering.lock(), kept) : 0;
        return new Written(wrote, contents.size() - 1 - wrote, removed, kept);
    }

    /** A file is ours if the lock names it or our header stands in it; a new one, and one with the same bytes, is free. */
    private void claim(String path, Optional<Lock> before, byte[] content, boolean force) throws IOException {
        Path file = inside(path);
        if (Files.isSymbolicLink(file)) {
            throw new Refused(file + " is a link; remove it, or compile elsewhere with --out");
        }
        if (Files.isDirectory(file)) {
            throw new Refused(file + " is a folder where a file belongs");
        }
        byte[] found = read(path);
        boolean ours = found == null
                || Arrays.equals(found, content)
                || (path.equals(Lock.NAME) && before.isPresent())
                || before.flatMap(lock -> lock.output(path)).isPresent()
                || Header.in(new String(found, StandardCharsets.UTF_8));
        if (!ours && !force) {
            throw new Refused(file + " was not written by airgapc; move it away, or use --force to replace it");
        }
    }

    private int remove(Lock before, Lock now, List<String> kept) throws IOException {
        int removed = 0;
        for (Lock.Output output : before.outputs()) {
            Path file = inside(output.path());
            if (now.output(output.path()).isPresent() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (untouched(file, output)) {
                Files.delete(file);
                removed++;
                removeEmpty(output.path());
            } else {
                kept.add(output.path());
            }
        }
        return removed;
    }

    /** Removes the folders of a path that hold nothing any more. */
    private void removeEmpty(String path) throws IOException {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            Path folder = root.resolve(path.substring(0, slash));
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    private static boolean untouched(Path file, Lock.Output output) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Rendering.sha256(Files.readAllBytes(file)).equals(output.sha256())
                && AtomicFile.executable(file) == output.mode().equals("0755");
    }

    private byte @org.jspecify.annotations.Nullable [] read(String path) throws IOException {
        Path file = inside(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : null;
    }

    /** The file of a path; no folder on the way to it may lead out of the root through a link. */
    private Path inside(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new Refused(path + " lies outside of the output folder");
        }
        for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            if (Files.isSymbolicLink(folder) && !folder.toRealPath().startsWith(root.toRealPath())) {
                throw new Refused(folder + " is a link that leads out of the output folder");
            }
        }
        return file;
    }
}
