package dev.airgapc.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Writes a file so that whoever reads it finds the old one or the new one, whole. */
final class AtomicFile {
    private AtomicFile() {}

    /** Returns false, and touches nothing, if the file is as it should be. */
    static boolean write(Path file, byte[] content, boolean executable) throws IOException {
        if (is(file, content, executable)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        exchange(file, content, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        return true;
    }

    /** Whether a file is there, with this content, and may be run or not. */
    static boolean is(Path file, byte[] content, boolean executable) throws IOException {
        return holds(file, content) && executable(file) == executable;
    }

    /** Whether a file is there, with this content. One of another length is not read: it may be of any length. */
    static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Gives a file that is there another content; who may read it stays, and a link stays one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path real = file.toRealPath();
        exchange(real, content, posix(real) ? Files.getPosixFilePermissions(real) : Set.of());
    }

    private static void exchange(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Path temporary = temporary(file);
        Files.deleteIfExists(temporary);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            if (posix(temporary)) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            abandon(temporary, e);
            throw e;
        }
    }

    /** What failed is said, and not that the rest of it cannot be taken away. */
    private static void abandon(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Where a file stands until it is whole: beside its place, because only there it is moved in one step. Its name is short, whatever the file's is. */
    static Path temporary(Path file) {
        return file.resolveSibling(".airgapc-"
                + Integer.toHexString(String.valueOf(file.getFileName()).hashCode()));
    }

    /** Whether its owner may run it; where a disk knows no such thing. */
    static boolean executable(Path file) throws IOException {
        return posix(file) && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static boolean posix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }
}
