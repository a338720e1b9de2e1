package dev.airgapc.compile;

import dev.airgapc.output.Header;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One compile's writing into a folder. Each step leaves every file old or new, and whole; what the steps before it did is known to the
 * next compile by the journal or by the old lock, whichever step is the last that is taken.
 */
final class Writing {
    /** A header stands in the first lines. */
    private static final int BEGINNING = 16 << 10;

    private final OutputTree tree;
    private final Lock now;
    private final Map<String, byte[]> contents;
    private final Rendering rendering;
    private final boolean force;

    Writing(OutputTree tree, Rendering rendering, boolean force) {
        this.tree = tree;
        this.rendering = rendering;
        this.now = rendering.lock();
        this.contents = rendering.contents();
        this.force = force;
    }

    /** Whether every file and the lock are as they should be: then nothing is touched. */
    boolean isDone() throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            String path = file.getKey();
            if (!AtomicFile.is(tree.inside(path), file.getValue(), rendering.executable(path))) {
                return false;
            }
        }
        return true;
    }

    OutputTree.Written nothing() {
        return new OutputTree.Written(0, contents.size() - 1, 0, List.of());
    }

    /** @throws OutputTree.Refused before anything is written */
    OutputTree.Written write(Journal journal) throws IOException {
        Optional<Lock> last = tree.lock();
        List<Lock> unfinished = journal.unfinished();
        List<Lock> before = Stream.concat(last.stream(), unfinished.stream()).toList();
        Set<String> orphans = paths(before);
        orphans.removeAll(contents.keySet());
        for (String path : contents.keySet()) {
            claim(path, before);
        }
        for (String path : orphans) {
            tree.inside(path);
        }
        journal.note(now);
        if (!unfinished.isEmpty()) {
            sweep(contents.keySet());
            sweep(orphans);
        }
        int wrote = 0;
        for (String path : contents.keySet()) {
            wrote += !path.equals(Lock.NAME) && put(path) ? 1 : 0;
        }
        int removed = 0;
        List<String> kept = new ArrayList<>();
        for (String path : orphans) {
            if (remove(path, before)) {
                removed++;
            } else if (last.flatMap(lock -> lock.output(path)).isPresent() && exists(tree.inside(path))) {
                kept.add(path);
            }
        }
        put(Lock.NAME);
        journal.finish();
        return new OutputTree.Written(wrote, contents.size() - 1 - wrote, removed, kept);
    }

    private boolean put(String path) throws IOException {
        return AtomicFile.write(tree.inside(path), content(path), rendering.executable(path));
    }

    private byte[] content(String path) {
        return contents.getOrDefault(path, new byte[0]);
    }

    private static Set<String> paths(List<Lock> locks) {
        Set<String> paths = new TreeSet<>();
        locks.forEach(lock -> lock.outputs().forEach(output -> paths.add(output.path())));
        return paths;
    }

    /** A file is ours if a lock names it or our header stands in it; a new one, and one with the same bytes, is free. */
    private void claim(String path, List<Lock> before) throws IOException {
        Path file = tree.inside(path);
        for (Path folder : tree.folders(path)) {
            if (exists(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new OutputTree.Refused(folder + " is a file where a folder belongs");
            }
        }
        if (!exists(file)) {
            return;
        }
        if (Files.isSymbolicLink(file)) {
            throw new OutputTree.Refused(file + " is a link; remove it, or compile elsewhere with --out");
        }
        if (Files.isDirectory(file)) {
            throw new OutputTree.Refused(file + " is a folder where a file belongs");
        }
        if (!OutputTree.isFile(file)) {
            throw new OutputTree.Refused(file + " is a device or a pipe where a file belongs; remove it");
        }
        boolean ours = before.stream().anyMatch(lock -> lock.output(path).isPresent())
                || (path.equals(Lock.NAME) && tree.lock().isPresent())
                || AtomicFile.holds(file, content(path))
                || hasHeader(file);
        if (!ours && !force) {
            throw new OutputTree.Refused(
                    file + " was not written by airgapc; move it away, or use --force to replace it");
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean hasHeader(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Header.in(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8));
        }
    }

    /** Removes what a compile was killed in writing. */
    private void sweep(Collection<String> paths) throws IOException {
        for (String path : paths) {
            Path temporary = AtomicFile.temporary(tree.inside(path));
            if (OutputTree.isFile(temporary)) {
                Files.delete(temporary);
            }
        }
    }

    /** Removes a file that is no longer produced, if nobody edited it, and the folders that hold nothing any more. */
    private boolean remove(String path, List<Lock> before) throws IOException {
        Path file = tree.inside(path);
        boolean there = exists(file);
        if (there && !untouched(file, path, before)) {
            return false;
        }
        Files.deleteIfExists(file);
        for (Path folder : tree.folders(path)) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    break;
                }
            }
            Files.delete(folder);
        }
        return there;
    }

    private static boolean untouched(Path file, String path, List<Lock> before) throws IOException {
        for (Lock lock : before) {
            Optional<Lock.Output> output = lock.output(path);
            if (output.isPresent() && OutputTree.untouched(file, output.get())) {
                return true;
            }
        }
        return false;
    }
}
