package dev.airgapc.cli;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.compile.Destination;
import dev.airgapc.compile.Rendering;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
import dev.airgapc.syntax.Syntax;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page that a command was given, compiled.
 *
 * @param file where it is
 * @param shown as the user wrote it
 * @param inputs what was read for it
 */
record Page(Path file, String shown, Inputs inputs, Compilation compilation) {
    private static final String USUAL = "site.ag";

    /** Reads and compiles one page. */
    static Page of(String shown, Terminal terminal) throws Failure {
        Path file = terminal.folder().resolve(shown);
        if (Files.isDirectory(file)) {
            throw new Failure(Exit.FAILED, shown + " is a folder; name a page in it");
        }
        Inputs inputs = new Inputs(Files::readAllBytes);
        try {
            return new Page(file, shown, inputs, new Compiler().compile(file, inputs));
        } catch (AccessDeniedException e) {
            throw new Failure(Exit.FAILED, shown + " may not be read");
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, Files.exists(file) ? shown + " cannot be read" : shown + " does not exist");
        }
    }

    /** The pages that a command means: those that are named, else {@code site.ag}, else the only one with a site. */
    static List<String> named(List<String> arguments, Terminal terminal) throws Failure, IOException {
        if (!arguments.isEmpty()) {
            return arguments;
        }
        if (Files.exists(terminal.folder().resolve(USUAL))) {
            return List.of(USUAL);
        }
        try (Stream<Path> files = Files.list(terminal.folder())) {
            List<Path> pages =
                    files.filter(file -> name(file).endsWith(".ag")).sorted().toList();
            List<String> sites =
                    pages.stream().filter(Page::holdsSite).map(Page::name).toList();
            if (sites.size() == 1) {
                return sites;
            }
            throw new Failure(
                    Exit.USAGE,
                    sites.isEmpty()
                            ? "there is no page here; name one"
                            : "there are several pages here; name one: " + String.join(", ", sites));
        }
    }

    /** How the user reaches its folder: put before the name of a source. */
    String folder() {
        return shown.substring(0, shown.length() - name(file).length());
    }

    Destination destination(Optional<Path> out) {
        return Destination.of(file, out, compilation.site().name());
    }

    Rendering render(Destination destination) {
        return Rendering.of(compilation.files(), destination, file, inputs.read(), Version.released());
    }

    private static boolean holdsSite(Path file) {
        try {
            return Syntax.parse(name(file), Files.readAllBytes(file), new Report()).entries().stream()
                    .anyMatch(entry -> entry.keyword().text().equals("site"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
