package dev.airgapc.cli;

import dev.airgapc.compile.Destination;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.rule.SharedPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through the pages of a command, hands on what was found in each, and keeps the greatest exit code. */
final class Findings {
    /** What a command does with a page that is in order; it returns an exit code. */
    interface Next {
        int page(Page page) throws Failure;
    }

    /** How a command reads a page. */
    interface Reading {
        Page of(String shown, Terminal terminal) throws Failure;
    }

    private final Printing printing;
    private final Set<Severity> failing;
    private final Optional<Path> out;
    private final Terminal terminal;
    private final Map<Path, Page> byRoot = new LinkedHashMap<>();

    Findings(Printing printing, boolean denyWarnings, Optional<Path> out, Terminal terminal) {
        this.out = out;
        this.printing = printing;
        this.failing = denyWarnings ? Set.of(Severity.ERROR, Severity.WARNING) : Set.of(Severity.ERROR);
        this.terminal = terminal;
    }

    /** Each page by itself: one that fails does not keep the others. */
    int each(List<String> pages, Reading reading, Next next) throws IOException {
        int exit = Exit.CLEAN;
        boolean whole = true;
        for (String shown : pages) {
            try {
                Page page = reading.of(shown, terminal);
                share(page);
                printing.page(page);
                int found = exit(page);
                exit = Math.max(exit, found == Exit.CLEAN ? next.page(page) : found);
            } catch (Failure failure) {
                terminal.complain(failure);
                exit = Math.max(exit, failure.exit());
                whole = false;
            }
        }
        printing.end(whole, failing);
        return exit;
    }

    /** Two sites that are compiled into one folder would undo each other, and so would two that write to one place. */
    private void share(Page page) throws Failure {
        if (page.compilation().report().hasErrors() || page.compilation().isPart()) {
            return;
        }
        Path root = page.destination(out).root().toAbsolutePath().normalize();
        Page same = byRoot.get(root);
        if (same != null) {
            refuse(
                    page,
                    same,
                    Destination.shared(
                            same.compilation().site(), page.compilation().site(), shown(root)));
            return;
        }
        for (Page other : byRoot.values()) {
            for (SharedPlaces.Shared shared : SharedPlaces.between(
                    other.compilation().site(), page.compilation().site())) {
                refuse(page, other, shared.separate());
            }
        }
        byRoot.put(root, page);
    }

    private String shown(Path root) {
        Path here = terminal.folder().toAbsolutePath().normalize();
        return (root.startsWith(here) ? here.relativize(root) : root).toString();
    }

    /** A diagnostic shows the lines of pages in one folder; of pages in two, both places are named. */
    private static void refuse(Page page, Page other, Diagnostic diagnostic) throws Failure {
        if (other.folder().equals(page.folder())) {
            page.compilation().report().add(diagnostic);
            return;
        }
        throw new Failure(
                Exit.FINDINGS,
                diagnostic.at().place(page.folder()) + ": " + diagnostic.message() + "; the other one is at "
                        + diagnostic.related().get(0).at().place(other.folder()) + "; "
                        + diagnostic.help().get(0));
    }

    private int exit(Page page) {
        Report report = page.compilation().report();
        return failing.stream().anyMatch(severity -> report.count(severity) > 0) ? Exit.FINDINGS : Exit.CLEAN;
    }
}
