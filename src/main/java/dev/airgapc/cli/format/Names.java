package dev.airgapc.cli.format;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a document names files: from the folder where a command runs, or from the root of the Git work tree around it.
 *
 * @param here the current folder
 * @param base from where files are named
 */
public record Names(Path here, Path base) {
    /** From the current folder. */
    public static Names fromHere(Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        return new Names(here, here);
    }

    /** From the root of the Git work tree, as forges name files; from the current folder if there is none. */
    public static Names fromWorkTree(Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        return new Names(here, workTree(here).orElse(here));
    }

    /** The root of the Git work tree that a folder is in. */
    public static Optional<Path> workTree(Path absolute) {
        for (Path folder = absolute; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The name of a file that the user reaches by this path. It is absolute or begins with {@code ..} only if it must. */
    String of(String path) {
        Path absolute = here.resolve(path).normalize();
        Path name = absolute.startsWith(base)
                ? base.relativize(absolute)
                : base.equals(here) ? Path.of(path).normalize() : absolute;
        return name.toString().replace(File.separatorChar, '/');
    }
}
