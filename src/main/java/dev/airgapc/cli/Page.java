package dev.airgapc.cli;

import dev.airgapc.cli.format.Names;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.compile.Destination;
import dev.airgapc.compile.Rendering;
import dev.airgapc.source.Columns;
import dev.airgapc.source.Inputs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A page that a command was given, compiled.
 *
 * @param file where it is
 * @param path as the user wrote it
 * @param inputs what was read for it
 */
record Page(Path file, String path, Inputs inputs, Compilation compilation) {
    /** Reads and compiles one page. */
    static Page of(String shown, Terminal terminal) throws Failure {
        return of(shown, terminal, new Compiler(terminal.today())::compile);
    }

    /** Reads and checks one page, which may be a part. */
    static Page checked(String shown, Terminal terminal) throws Failure {
        return of(shown, terminal, new Compiler(terminal.today())::check);
    }

    /** The same page with another text, which is nowhere yet. */
    Page with(byte[] text, Terminal terminal) throws Failure {
        Path changed = file.toAbsolutePath().normalize();
        Inputs other = new Inputs(new Disk() {
            @Override
            public byte[] read(Path one) throws IOException {
                return one.toAbsolutePath().normalize().equals(changed) ? text : super.read(one);
            }
        });
        try {
            return new Page(file, path, other, new Compiler(terminal.today()).check(file, other));
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, path + " cannot be read");
        }
    }

    private interface Work {
        Compilation of(Path file, Inputs inputs) throws IOException;
    }

    private static Page of(String shown, Terminal terminal, Work work) throws Failure {
        Path file = terminal.folder().resolve(shown);
        if (Files.isDirectory(file)) {
            throw new Failure(Exit.FAILED, shown + " is a folder; name a page in it");
        }
        Inputs inputs = new Inputs(new Disk());
        try {
            return new Page(file, shown, inputs, work.of(file, inputs));
        } catch (AccessDeniedException e) {
            throw new Failure(Exit.FAILED, shown + " may not be read");
        } catch (Inputs.Unfit e) {
            throw new Failure(Exit.FAILED, shown + " " + e.getMessage());
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, Files.exists(file) ? shown + " cannot be read" : shown + " does not exist");
        }
    }

    /** As messages name it. */
    String shown() {
        return label(path);
    }

    /** The name of a page within a line for people: no character of it ends the line, and at its beginning none is a command to a log. */
    static String label(String path) {
        String visible = Columns.expand(path);
        return visible.startsWith("::") || visible.startsWith("##") ? "./" + visible : visible;
    }

    /** How the user reaches its folder: put before the name of a source. */
    String folder() {
        return folder(path);
    }

    /** The same of a name that the user wrote. */
    static String folder(String path) {
        return path.substring(0, path.length() - name(Path.of(path)).length());
    }

    /** A file or a folder as a patch names it: from the root of the Git work tree, else from the current folder. */
    static String fromWorkTree(Path file, Terminal terminal) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = Names.workTree(absolute)
                .orElseGet(() -> terminal.folder().toAbsolutePath().normalize());
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
    }

    Destination destination(Optional<Path> out) {
        return Destination.of(file, out, compilation.site());
    }

    Rendering render(Destination destination) {
        return Rendering.of(compilation.files(), destination, file, inputs.read(), Version.released());
    }

    /** The last part of a path. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
