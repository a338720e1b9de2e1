package dev.airgapc.cli;

import dev.airgapc.cli.completion.WordsOrFiles;
import dev.airgapc.compile.Codes;
import dev.airgapc.compile.Destination;
import dev.airgapc.compile.Lock;
import dev.airgapc.compile.OutputTree;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.fact.Address;
import dev.airgapc.language.Kind;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printed;
import dev.airgapc.report.Explain;
import dev.airgapc.report.Meaning;
import dev.airgapc.site.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: a code, a word of the language, an address of a site, a value in an output, or a whole site as JSON. */
final class ExplainCommand implements Command {
    private static final Pattern OUTPUT = Pattern.compile("(.*?)(?::(/.*|[0-9]+|))?");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "say where a value comes from, or what a code or a word means";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc explain AG0301",
                "airgapc explain registry.main.host",
                "airgapc explain generated/SITE/RUNBOOK.md:12",
                "airgapc explain --json site.ag");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.flag("--json", "what the page says, its layers merged; then FILE alone is named"));
        spec.addPositional(
                Arguments.word(
                                "0",
                                "WHAT",
                                "0..1",
                                "CODE, KIND, KIND.ATTRIBUTE, ADDRESS, or OUTPUT[:LINE | :JSON-POINTER]")
                        .toBuilder()
                        .completionCandidates(new WordsOrFiles(ExplainCommand::words))
                        .build());
        spec.addPositional(Arguments.word("1", "FILE", "0..1", "the page"));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        String what = arguments.matchedPositionalValue(0, "");
        String file = arguments.matchedPositionalValue(1, "");
        boolean json = Arguments.has(arguments, "--json");
        if (json ? !file.isEmpty() : what.isEmpty()) {
            throw new Failure(Exit.USAGE, "explain takes WHAT and perhaps FILE, or --json and perhaps FILE");
        }
        terminal.out().print(json ? json(what, terminal) : explained(what, file, terminal));
        return Exit.CLEAN;
    }

    /** Every code and every kind. */
    private static List<String> words() {
        return Stream.concat(
                        Codes.all().stream().map(Code::number),
                        Vocabulary.ALL.all().stream().map(Kind::name))
                .toList();
    }

    private static String json(String file, Terminal terminal) throws Failure, IOException {
        return page(file, terminal).compilation().site().document().json().print();
    }

    private static String explained(String what, String file, Terminal terminal) throws Failure, IOException {
        if (what.matches("AG[0-9]{4}")) {
            return Codes.page(what).orElseThrow(() -> new Failure(Exit.USAGE, "there is no code " + what));
        }
        Matcher output = OUTPUT.matcher(what);
        if (output.matches() && Files.isRegularFile(terminal.folder().resolve(output.group(1)))) {
            return output(output.group(1), output.group(2) == null ? "" : output.group(2), file, terminal);
        }
        List<String> steps = Address.parse(what)
                .map(Address::steps)
                .orElseThrow(() -> new Failure(
                        Exit.USAGE,
                        "`" + what + "` is neither a code nor a word nor an address nor a file that exists"));
        Meaning meaning = new Meaning();
        Optional<String> word = meaning.of(steps);
        if (word.isPresent() && (file.isEmpty() || steps.size() == 1)) {
            return word.get();
        }
        if (word.isEmpty() && steps.size() == 1) {
            throw new Failure(Exit.USAGE, "`" + what + "` is no word of the language" + near(meaning, steps));
        }
        return address(what, steps, meaning, file, terminal);
    }

    private static String near(Meaning meaning, List<String> steps) {
        return meaning.near(steps)
                .map(found -> "; did you mean `" + found + "`?")
                .orElse("");
    }

    private static String address(String what, List<String> steps, Meaning meaning, String file, Terminal terminal)
            throws Failure, IOException {
        Page page = page(file, terminal);
        Optional<String> found = new Explain(page.folder()).address(page.compilation(), steps);
        return found.or(() -> meaning.of(steps))
                .orElseThrow(() -> new Failure(
                        Exit.USAGE, page.shown() + " has nothing at `" + what + "`" + near(meaning, steps)));
    }

    private static String output(String path, String at, String file, Terminal terminal) throws Failure, IOException {
        Path written = terminal.folder().resolve(path).toAbsolutePath().normalize();
        Page page = whole(file.isEmpty() ? pageOf(written, path, terminal) : file, terminal);
        Destination destination = page.destination(Optional.empty());
        Path root = destination.root().toAbsolutePath().normalize();
        Path below = written.startsWith(root)
                ? root.relativize(written)
                : rootOf(written).map(found -> found.relativize(written)).orElse(written);
        for (var entry : page.render(destination).files().entrySet()) {
            OutputFile candidate = entry.getKey();
            if (candidate.path().equals(below.toString())) {
                Printed printed = entry.getValue();
                return new Explain(page.folder())
                        .output(candidate, printed, at)
                        .orElseThrow(() ->
                                new Failure(Exit.USAGE, "no value of the site stands at `" + at + "` of " + path));
            }
        }
        throw new Failure(Exit.USAGE, page.shown() + " does not produce " + path);
    }

    /** The page that the nearest lock above an output names. */
    private static String pageOf(Path written, String path, Terminal terminal) throws Failure, IOException {
        Path root = rootOf(written)
                .orElseThrow(() -> new Failure(
                        Exit.USAGE, path + " lies in no folder that airgapc wrote; name the page behind it"));
        Lock lock = new OutputTree(root)
                .lock()
                .filter(found -> !found.inputs().isEmpty())
                .orElseThrow(() -> new Failure(Exit.USAGE, root.resolve(Lock.NAME) + " is not as airgapc wrote it"));
        Path page = root.resolve(lock.inputs().get(0).path()).normalize();
        Path here = terminal.folder().toAbsolutePath().normalize();
        return (page.startsWith(here) ? here.relativize(page) : page).toString();
    }

    private static Optional<Path> rootOf(Path written) {
        for (Path folder = written.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(Lock.NAME))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The page that is named, else the one of this folder. */
    private static Page page(String file, Terminal terminal) throws Failure, IOException {
        List<String> named = file.isEmpty() ? List.of() : List.of(file);
        return whole(Pages.named(named, terminal).get(0), terminal);
    }

    private static Page whole(String shown, Terminal terminal) throws Failure {
        Page page = Page.of(shown, terminal);
        if (page.compilation().report().hasErrors()) {
            throw new Failure(Exit.FINDINGS, shown + " has errors; airgapc check " + shown + " says which");
        }
        return page;
    }
}
