package dev.airgapc.cli;

import dev.airgapc.compile.Destination;
import dev.airgapc.compile.Drift;
import dev.airgapc.compile.OutputTree;
import dev.airgapc.compile.Patch;
import dev.airgapc.compile.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code compile}: writes every file of a site, or says how the files on disk differ. */
final class CompileCommand implements Command {
    @Override
    public String name() {
        return "compile";
    }

    @Override
    public String summary() {
        return "write every file that a site needs";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc compile site.ag",
                "airgapc compile --check site.ag   # exit 1 if a file is not as it should be",
                "airgapc compile --stdout site.ag");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(
                Arguments.flag("--check", "write nothing; name the files that are stale, edited, missing or orphan"));
        spec.addOption(
                Arguments.flag("--diff", "write nothing; print what a compile would change, as a patch for git apply"));
        spec.addOption(Arguments.flag("--stdout", "write nothing; print each file behind a line with its path"));
        spec.addOption(Arguments.value("--out", "DIR", "write to DIR/SITE instead of generated/SITE beside the page"));
        spec.addOption(Arguments.flag("--force", "replace files that airgapc did not write"));
        spec.addOption(Arguments.project());
        spec.addOption(Arguments.denyWarnings());
        spec.addOption(Arguments.format());
        spec.addPositional(Arguments.pages());
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        List<String> instead = Arguments.STDOUT.stream()
                .filter(option -> Arguments.has(arguments, option))
                .toList();
        if (instead.size() > 1) {
            throw new Failure(Exit.USAGE, String.join(" and ", instead) + " exclude each other");
        }
        return Arguments.findings(arguments, terminal)
                .each(Pages.of(arguments, terminal), Page::of, page -> emit(page, arguments, terminal));
    }

    private static int emit(Page page, ParseResult arguments, Terminal terminal) throws Failure {
        long start = System.nanoTime();
        Destination destination = page.destination(Arguments.out(arguments, terminal));
        Rendering rendering = page.render(destination);
        if (Arguments.has(arguments, "--stdout")) {
            rendering
                    .files()
                    .forEach((file, printed) -> terminal.out().print("==> " + file.path() + " <==\n" + printed.text()));
            return Exit.CLEAN;
        }
        OutputTree tree = new OutputTree(destination.root());
        boolean quiet = Arguments.has(arguments, "--quiet");
        try {
            if (Arguments.has(arguments, "--diff")) {
                return diff(tree, rendering, destination, terminal);
            }
            return Arguments.has(arguments, "--check")
                    ? check(tree, rendering, shown(destination, terminal), quiet, terminal)
                    : write(tree, rendering, start, Arguments.has(arguments, "--force"), quiet, terminal);
        } catch (OutputTree.Refused e) {
            throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "cannot write below " + destination.root() + ": " + Failure.reason(e));
        }
    }

    private static int check(OutputTree tree, Rendering rendering, String root, boolean quiet, Terminal terminal)
            throws IOException {
        List<Drift> drift = tree.drift(rendering);
        drift.forEach(one -> terminal.out().println(one.line(root)));
        if (drift.isEmpty() && !quiet) {
            terminal.err().println(files(rendering.files().size()) + " up to date");
        }
        return drift.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static int diff(OutputTree tree, Rendering rendering, Destination destination, Terminal terminal)
            throws IOException {
        String patch = Patch.of(tree, rendering, Page.fromWorkTree(destination.root(), terminal) + "/");
        terminal.out().print(patch);
        return patch.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static int write(
            OutputTree tree, Rendering rendering, long start, boolean force, boolean quiet, Terminal terminal)
            throws IOException {
        OutputTree.Written written = tree.write(rendering, force);
        written.kept()
                .forEach(path -> terminal.err()
                        .println("kept " + path
                                + ": it is no longer produced, and was edited by hand; delete it yourself"));
        if (!quiet) {
            boolean nothing = written.wrote() == 0 && written.removed() == 0;
            double seconds = (System.nanoTime() - start) / 1e9;
            terminal.err()
                    .println(
                            nothing
                                    ? files(written.unchanged()) + " up to date"
                                    : String.format(
                                            Locale.ROOT,
                                            "wrote %d, unchanged %d, removed %d in %.1f s",
                                            written.wrote(),
                                            written.unchanged(),
                                            written.removed(),
                                            seconds));
        }
        return written.kept().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /** The root as the user would type it, with a slash at its end. */
    private static String shown(Destination destination, Terminal terminal) {
        Path root = destination.root();
        boolean below = root.startsWith(terminal.folder())
                && !terminal.folder().toString().isEmpty();
        return (below ? terminal.folder().relativize(root) : root) + "/";
    }
}
