package dev.airgapc.compile;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Formatter;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A page and its canonical text.
 *
 * @param text the canonical text; of a page that cannot be read whole, the page as it is
 * @param report why it cannot be read whole, if so
 */
public record Formatting(String page, String text, Report report) {
    /** Formats a page, unless there is a mistake in it: then it is left alone. */
    public static Formatting of(String name, byte[] page) {
        Report report = new Report();
        Tree tree = Syntax.parse(name, page, report);
        String before = new String(page, StandardCharsets.UTF_8);
        return new Formatting(before, report.hasErrors() ? before : Formatter.format(tree), report);
    }

    /** Whether the page is not in its canonical form. */
    public boolean changes() {
        return !page.equals(text);
    }

    /** Gives the file of the page its canonical text. */
    public void write(Path file) throws IOException {
        AtomicFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The difference as a patch of a file with this name; empty if there is none. */
    public String patch(Path file, String name) throws IOException {
        return changes() ? Patch.of(name, page, text, AtomicFile.executable(file)) : "";
    }
}
