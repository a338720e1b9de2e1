package dev.airgapc.cli;

import dev.airgapc.cli.format.DiagnosticText;
import dev.airgapc.compile.Formatting;
import dev.airgapc.source.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code fmt}: gives pages their canonical text. A page that cannot be read whole is left alone. */
final class FmtCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    /** What became of a page. */
    private enum State {
        FORMATTED,
        UNCHANGED,
        LEFT
    }

    @Override
    public String name() {
        return "fmt";
    }

    @Override
    public String summary() {
        return "give pages their canonical text";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc fmt site.ag",
                "airgapc fmt --check --project   # every page below this folder; exit 1 if one is to be formatted",
                "airgapc fmt - < site.ag         # the text goes to the standard output");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.flag("--check", "write nothing; name the pages that are to be formatted"));
        spec.addOption(Arguments.flag("--diff", "write nothing; print what would change, as a patch for git apply"));
        spec.addOption(Arguments.flag("--project", "every page below the named folders (this one if none is named)"));
        spec.addPositional(Arguments.pages());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        boolean check = Arguments.has(arguments, "--check");
        boolean diff = Arguments.has(arguments, "--diff");
        if (check && diff) {
            throw new Failure(Exit.USAGE, "--check and --diff exclude each other");
        }
        List<String> pages = Pages.withParts(arguments, terminal);
        Map<State, Integer> count = new EnumMap<>(State.class);
        int exit = Exit.CLEAN;
        for (String shown : pages) {
            try {
                State state = page(shown, arguments, terminal);
                count.merge(state, 1, Integer::sum);
                boolean found = state == State.LEFT || (state == State.FORMATTED && (check || diff));
                exit = Math.max(exit, found ? Exit.FINDINGS : Exit.CLEAN);
            } catch (Failure failure) {
                terminal.complain(failure);
                exit = Math.max(exit, failure.exit());
            }
        }
        if (!Arguments.has(arguments, "--quiet") && !pages.contains(STANDARD_INPUT)) {
            terminal.err()
                    .println((check || diff ? "to format " : "formatted ") + count.getOrDefault(State.FORMATTED, 0)
                            + ", unchanged " + count.getOrDefault(State.UNCHANGED, 0)
                            + ", left " + count.getOrDefault(State.LEFT, 0));
        }
        return exit;
    }

    private static State page(String shown, ParseResult arguments, Terminal terminal) throws Failure {
        boolean given = shown.equals(STANDARD_INPUT);
        Path file = terminal.folder().resolve(shown);
        try {
            byte[] page = given ? Disk.read(terminal.in()) : new Disk().read(file);
            Formatting formatting = Formatting.of(given ? "<stdin>" : Page.name(file), page);
            if (formatting.report().hasErrors()) {
                return leave(shown, formatting, arguments, terminal);
            }
            if (Arguments.has(arguments, "--check")) {
                if (formatting.changes()) {
                    terminal.out().println("unformatted " + Page.label(shown));
                }
            } else if (Arguments.has(arguments, "--diff")) {
                terminal.out().print(formatting.patch(file, Page.fromWorkTree(file, terminal)));
            } else if (given) {
                terminal.out().print(formatting.text());
            } else if (formatting.changes()) {
                formatting.write(file);
            }
            return formatting.changes() ? State.FORMATTED : State.UNCHANGED;
        } catch (NoSuchFileException e) {
            throw new Failure(Exit.FAILED, shown + " does not exist");
        } catch (Inputs.Unfit e) {
            throw new Failure(Exit.FAILED, (given ? "the standard input" : shown) + " " + e.getMessage());
        } catch (IOException e) {
            throw new Failure(
                    Exit.FAILED,
                    shown
                            + (Files.isDirectory(file)
                                    ? " is a folder; --project takes folders"
                                    : " cannot be read or written"));
        }
    }

    private static State leave(String shown, Formatting formatting, ParseResult arguments, Terminal terminal)
            throws Failure {
        String folder = shown.equals(STANDARD_INPUT) ? "" : Page.folder(shown);
        terminal.err()
                .print(new DiagnosticText(folder, Arguments.style(arguments, terminal)).report(formatting.report()));
        terminal.err()
                .println(Page.label(shown) + " was left as it is: " + DiagnosticText.count(formatting.report())
                        + " in it");
        return State.LEFT;
    }
}
