package dev.airgapc.cli;

import dev.airgapc.compile.Destination;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the pages of a command, prints what was found in each, and keeps the greatest exit code. */
final class Findings {
    /** What a command does with a page that is in order; it returns an exit code. */
    interface Next {
        int page(Page page) throws Failure;
    }

    private final Style style;
    private final boolean denyWarnings;
    private final Optional<Path> out;
    private final Terminal terminal;
    private final Map<Path, Page> byRoot = new HashMap<>();

    Findings(Style style, boolean denyWarnings, Optional<Path> out, Terminal terminal) {
        this.out = out;
        this.style = style;
        this.denyWarnings = denyWarnings;
        this.terminal = terminal;
    }

    /** Each page by itself: one that fails does not keep the others. */
    int each(List<String> pages, Next next) throws IOException {
        int exit = Exit.CLEAN;
        for (String shown : pages) {
            try {
                Page page = Page.of(shown, terminal);
                share(page);
                print(page);
                int found = exit(page);
                exit = Math.max(exit, found == Exit.CLEAN ? next.page(page) : found);
            } catch (Failure failure) {
                terminal.err().println("airgapc: " + failure.getMessage());
                exit = Math.max(exit, failure.exit());
            }
        }
        return exit;
    }

    /** Two sites that are compiled into one folder would undo each other. */
    private void share(Page page) throws Failure {
        if (page.compilation().report().hasErrors()) {
            return;
        }
        Path root = page.destination(out).root().toAbsolutePath().normalize();
        Page first = byRoot.putIfAbsent(root, page);
        if (first != null && first.folder().equals(page.folder())) {
            page.compilation()
                    .report()
                    .add(Destination.shared(
                            first.compilation().site(), page.compilation().site()));
        } else if (first != null) {
            throw new Failure(
                    Exit.FINDINGS,
                    page.shown() + " and " + first.shown() + " would both be written to " + root
                            + "; give one of them another `name`");
        }
    }

    void print(Page page) {
        Report report = page.compilation().report();
        terminal.err().print(new DiagnosticText(page.folder(), style).report(report));
        String count = DiagnosticText.count(report);
        if (!count.isEmpty()) {
            terminal.err().println(count + " in " + page.shown());
        }
    }

    int exit(Page page) {
        Report report = page.compilation().report();
        boolean denied = denyWarnings && report.count(Severity.WARNING) > 0;
        return report.hasErrors() || denied ? Exit.FINDINGS : Exit.CLEAN;
    }
}
