package dev.airgapc.cli;

import dev.airgapc.catalog.KnownKeys;
import dev.airgapc.cli.completion.WordsOrFiles;
import dev.airgapc.cli.format.DiagnosticText;
import dev.airgapc.compile.NamedFile;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.ChartKeys;
import dev.airgapc.source.Columns;
import dev.airgapc.source.Inputs;
import dev.airgapc.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code import}: what a vendor's programs print, in a form that a page takes. */
final class ImportCommand implements Command {
    private static final String CHART_VALUES = "chart-values";
    private static final String APP_IMAGES = "app-images";
    private static final String STANDARD_INPUT = "-";

    /** What was given: its name for people, and its text. */
    record Given(String name, String text) {}

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "take in the keys of a chart, or the images of applications";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc import chart-values values.yaml -o charts/agent.keys   # of what `helm show values` printed",
                "airgapc import app-images converted-apps/images.txt            # print blocks for a page",
                "airgapc import app-images converted-apps/images.txt site.ag    # add those that it lacks");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-o", "--output")
                .type(String.class)
                .paramLabel("FILE")
                .completionCandidates(new WordsOrFiles(List::of))
                .description("with chart-values: write the keys to FILE, if they are others")
                .build());
        spec.addPositional(Arguments.choice("0", "WHAT", "1", List.of(CHART_VALUES, APP_IMAGES), ""));
        spec.addPositional(Arguments.file("1", "what was printed; `-` is the standard input"));
        spec.addPositional(Arguments.word("2", "PAGE", "0..1", "with app-images: the page that is to carry them"));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure {
        String what = arguments.matchedPositionalValue(0, "");
        Optional<String> page = Optional.ofNullable(arguments.matchedPositionalValue(2, null));
        Optional<String> output = Optional.ofNullable(arguments.matchedOptionValue("--output", null));
        switch (what) {
            case CHART_VALUES -> {
                if (page.isPresent()) {
                    throw new Failure(Exit.USAGE, "chart-values takes no page; write to a file by --output");
                }
                return chartValues(
                        read(arguments.matchedPositionalValue(1, ""), terminal), output, arguments, terminal);
            }
            case APP_IMAGES -> {
                if (output.isPresent()) {
                    throw new Failure(Exit.USAGE, "app-images takes no --output; name the page behind the file");
                }
                Given given = read(arguments.matchedPositionalValue(1, ""), terminal);
                return new AppImport(given, arguments, terminal).run(page);
            }
            default ->
                throw new Failure(
                        Exit.USAGE, "`" + what + "` cannot be imported; there are " + CHART_VALUES + ", " + APP_IMAGES);
        }
    }

    private static int chartValues(Given given, Optional<String> output, ParseResult arguments, Terminal terminal)
            throws Failure {
        ChartKeys.Found found = ChartKeys.of(new Source(given.name(), given.text()));
        if (found.mistake().isPresent()) {
            Report report = new Report();
            report.add(found.mistake().get());
            terminal.err().print(new DiagnosticText("", Arguments.style(arguments, terminal)).report(report));
            return Exit.FINDINGS;
        }
        String list = KnownKeys.print(
                found.paths(),
                List.of(
                        "Every key of a chart's values, without its value; a star at the end of a path: anything may stand below.",
                        "Made by: airgapc import chart-values " + fileName(given.name())));
        if (output.isEmpty()) {
            terminal.out().print(list);
            return Exit.CLEAN;
        }
        boolean wrote = write(output.get(), list, terminal);
        if (!Arguments.has(arguments, "--quiet")) {
            int keys = found.paths().size();
            terminal.err()
                    .println(Page.label(output.get())
                            + (wrote ? ": wrote " : ": up to date, ")
                            + keys
                            + (keys == 1 ? " key" : " keys"));
        }
        return Exit.CLEAN;
    }

    /** Where a file lies is nobody's business but its owner's. */
    private static String fileName(String name) {
        return name.equals("<stdin>") ? STANDARD_INPUT : Columns.expand(Page.name(Path.of(name)));
    }

    private static boolean write(String output, String list, Terminal terminal) throws Failure {
        try {
            return new NamedFile(terminal.folder().resolve(output)).write(list);
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "cannot write " + output + ": " + Failure.reason(e));
        }
    }

    private static Given read(String shown, Terminal terminal) throws Failure {
        boolean given = shown.equals(STANDARD_INPUT);
        String name = given ? "the standard input" : shown;
        Path file = terminal.folder().resolve(shown);
        try {
            byte[] bytes = given ? Disk.read(terminal.in()) : new Disk().read(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Given(given ? "<stdin>" : shown, text);
        } catch (NoSuchFileException e) {
            throw new Failure(Exit.FAILED, shown + " does not exist");
        } catch (Inputs.Unfit e) {
            throw new Failure(Exit.FAILED, name + " " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new Failure(Exit.FAILED, name + " is no text in UTF-8");
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, shown + (Files.isDirectory(file) ? " is a folder" : " cannot be read"));
        }
    }
}
