package dev.airgapc.testing;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.output.Header;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Inputs;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sites of the examples, compiled in memory, and pages made of them. */
public final class Examples {
    private static final Header HEADER = new Header("../../site.ag", "site.ag");

    private Examples() {}

    /** A page, or a part, from its file. */
    public static Compilation compile(Path page) {
        try {
            return new Compiler(Corpus.TODAY).check(page, new Inputs(Files::readAllBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every site of the examples; parts have no files. */
    public static List<Path> sites() {
        return Corpus.pages(Corpus.EXAMPLES).stream()
                .filter(page -> !compile(page).isPart())
                .toList();
    }

    /** The text of an example's page. */
    public static String text(String page) {
        return new String(Corpus.bytes(Corpus.EXAMPLES.resolve(page)), StandardCharsets.UTF_8);
    }

    /** A page that was changed, with the files that lie beside the example. */
    public static Compilation changed(String page, String text) {
        return changed(page, text, Targets.ALL);
    }

    /** The same with other targets. */
    public static Compilation changed(String page, String text, List<Target> targets) {
        return changed(page, page, text, targets);
    }

    /** A page of which one layer was changed: itself, or a part that it is made of. */
    public static Compilation changed(String page, String layer, String text, List<Target> targets) {
        Path file = Corpus.EXAMPLES.resolve(layer).toAbsolutePath().normalize();
        Inputs inputs = new Inputs(
                path -> path.equals(file) ? text.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(path));
        try {
            return new Compiler(Corpus.TODAY, targets).compile(Corpus.EXAMPLES.resolve(page), inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the errors that a page has, each once. */
    public static List<String> errors(Compilation compilation) {
        return compilation.report().sorted().stream()
                .filter(said -> said.code().severity() == Severity.ERROR)
                .map(said -> said.code().number())
                .distinct()
                .toList();
    }

    /** The file of a site whose path ends so. */
    public static OutputFile file(Compilation compilation, String end) {
        return compilation.files().stream()
                .filter(file -> file.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    public static String print(OutputFile file) {
        return file.printer().print(file.content(), HEADER).text();
    }

    /** Writes every file of a site below a folder, as a compile does. */
    public static void write(Compilation compilation, Path folder) throws IOException {
        for (OutputFile file : compilation.files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, print(file));
            if (!path.toFile().setExecutable(file.executable())) {
                throw new IOException(path + " cannot be made executable");
            }
        }
    }
}
