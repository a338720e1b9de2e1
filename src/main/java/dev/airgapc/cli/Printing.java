package dev.airgapc.cli;

import dev.airgapc.cli.format.Checked;
import dev.airgapc.cli.format.DiagnosticText;
import dev.airgapc.cli.format.Format;
import dev.airgapc.cli.format.Names;
import dev.airgapc.cli.format.Run;
import dev.airgapc.cli.format.Style;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How findings leave the program. */
sealed interface Printing {
    /** What was found in one page, once it is known. */
    void page(Page page);

    /**
     * That was all.
     *
     * @param whole whether every page was read and nothing else failed
     * @param failing what makes the command fail
     */
    void end(boolean whole, Set<Severity> failing);

    /** For people, on stderr, page by page. */
    record Text(Style style, Terminal terminal) implements Printing {
        @Override
        public void page(Page page) {
            Report report = page.compilation().report();
            terminal.err().print(new DiagnosticText(page.folder(), style).report(report));
            count(page, terminal.err());
        }

        @Override
        public void end(boolean whole, Set<Severity> failing) {}
    }

    /** For programs, on stdout, one document; people get the counts. */
    record Document(Format format, boolean quiet, Terminal terminal, List<Checked> pages) implements Printing {
        Document(Format format, boolean quiet, Terminal terminal) {
            this(format, quiet, terminal, new ArrayList<>());
        }

        @Override
        public void page(Page page) {
            Names names =
                    format.isOfForge() ? Names.fromWorkTree(terminal.folder()) : Names.fromHere(terminal.folder());
            pages.add(Checked.of(page.path(), page.folder(), page.compilation().report(), names));
            if (!quiet) {
                count(page, terminal.err());
            }
        }

        @Override
        public void end(boolean whole, Set<Severity> failing) {
            terminal.out().print(format.print(new Run(Version.full(), whole, failing, pages)));
        }
    }

    private static void count(Page page, PrintStream out) {
        String count = DiagnosticText.count(page.compilation().report());
        if (!count.isEmpty()) {
            out.println(count + " in " + page.shown());
        }
    }
}
