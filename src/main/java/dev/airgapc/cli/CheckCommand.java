package dev.airgapc.cli;

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
        return List.of(
                "airgapc check site.ag",
                "airgapc check --project   # every site below this folder",
                "airgapc check --project --format auto   # in CI: as the forge shows findings");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.project());
        spec.addOption(Arguments.denyWarnings());
        spec.addOption(Arguments.format());
        spec.addPositional(Arguments.pages());
    }

    /** A part is in order as far as it goes, and says so. */
    private static int part(Page page, Terminal terminal) {
        if (page.compilation().isPart()) {
            terminal.err().println(page.shown() + " is a part: what it refers to elsewhere was left open");
        }
        return Exit.CLEAN;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        List<String> pages = Pages.of(arguments, terminal);
        int exit = Arguments.findings(arguments, terminal).each(pages, Page::checked, page -> part(page, terminal));
        if (exit == Exit.CLEAN && !Arguments.has(arguments, "--quiet")) {
            terminal.err()
                    .println(
                            pages.size() == 1
                                    ? Page.label(pages.get(0)) + " is in order"
                                    : pages.size() + " pages are in order");
        }
        return exit;
    }
}
