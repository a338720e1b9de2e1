package dev.airgapc.compile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a compile is about to write into a folder, noted before it begins and gone when it is done: if it is killed, the next one
 * knows by the note which files it left. One compile at a time holds the journal of a folder; another one waits.
 */
final class Journal implements Closeable {
    static final String NAME = ".airgapc-unfinished";

    /** Between notes, and before the first: what a compile was killed in writing does not spoil the next note. */
    private static final String BETWEEN = "\n\n";

    private static final int LARGEST = 16 << 20;

    private final Path file;
    private final FileChannel channel;
    private boolean finished;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Whether a compile writes into a folder, or was killed when it did. */
    static boolean isIn(Path root) {
        return Files.exists(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** Waits until nobody else writes into the folder. */
    static Journal open(Path root) throws IOException {
        Path file = root.resolve(NAME);
        Optional<FileChannel> held = Optional.empty();
        while (held.isEmpty()) {
            held = held(file);
        }
        return new Journal(file, held.get());
    }

    /** The file, locked; nothing if somebody took it away before it was: then it is not the one that others wait for. */
    private static Optional<FileChannel> held(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Somebody holds it, or was killed.
        }
        try {
            Object before = key(file);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            lock(channel);
            if (Objects.equals(before, key(file))) {
                return Optional.of(channel);
            }
            channel.close();
        } catch (NoSuchFileException e) {
            // Somebody was done with it.
        }
        return Optional.empty();
    }

    private static Object key(Path file) throws IOException {
        BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!there.isRegularFile()) {
            throw new OutputTree.Refused(file + " is no file; remove it");
        }
        return Optional.ofNullable(there.fileKey());
    }

    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            // A disk that knows no locks: nobody waits there, and two compiles at a time are the user's to avoid.
        }
    }

    /** What compiles that were killed were about to write, and perhaps did. */
    List<Lock> unfinished() throws IOException {
        if (channel.size() > LARGEST) {
            throw new OutputTree.Refused(file + " was not written by airgapc; remove it");
        }
        // Not through the path: whoever closes a second channel of a file gives up its lock.
        ByteBuffer notes = ByteBuffer.allocate((int) channel.size());
        while (notes.hasRemaining() && channel.read(notes) >= 0) {
            // a read may give less than was asked for
        }
        return Stream.of(new String(notes.array(), StandardCharsets.UTF_8).split(BETWEEN, -1))
                .map(note -> Lock.parse(note.endsWith("\n") ? note : note + "\n"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Notes what is about to be written. */
    void note(Lock lock) throws IOException {
        ByteBuffer note = ByteBuffer.wrap((BETWEEN + lock.print()).getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (note.hasRemaining()) {
            channel.write(note);
        }
        channel.force(true);
    }

    /** All that was noted is done. */
    void finish() {
        finished = true;
    }

    /** Lets the next one in. The notes stay if what they say is not done. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (finished || channel.size() == 0) {
                Files.deleteIfExists(file);
            }
        }
    }
}
