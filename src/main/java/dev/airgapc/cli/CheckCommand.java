package dev.airgapc.cli;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: everything that a compile does, but for printing and writing. */
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "find what is wrong with a page; writes nothing";
    }

    @Override
    public List<String> examples() {
        return List.of("airgapc check site.ag", "airgapc check --deny warnings a.ag b.ag");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.denyWarnings());
        spec.addPositional(Arguments.pages());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        boolean deny = Arguments.deniesWarnings(arguments);
        Findings findings = new Findings(Arguments.style(arguments, terminal), deny, terminal);
        List<String> pages = Page.named(arguments.matchedPositionalValue(0, List.of()), terminal);
        int exit = Exit.CLEAN;
        for (String shown : pages) {
            Page page = Page.of(shown, terminal);
            findings.print(page);
            exit = Math.max(exit, findings.exit(page));
        }
        if (exit == Exit.CLEAN && !Arguments.has(arguments, "--quiet")) {
            terminal.err()
                    .println(pages.size() == 1 ? pages.get(0) + " is in order" : pages.size() + " pages are in order");
        }
        return exit;
    }

    /** Prints what was found and says what it is worth. */
    record Findings(Style style, boolean denyWarnings, Terminal terminal) {
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
}
