package dev.airgapc.cli;

import dev.airgapc.cli.completion.WordsOrFiles;
import dev.airgapc.cli.format.Format;
import dev.airgapc.cli.format.Formats;
import dev.airgapc.cli.format.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share, declared in one way. */
final class Arguments {
    private static final List<String> WHEN = List.of("auto", "always", "never");

    /** Options whose own result is printed to stdout. */
    static final List<String> STDOUT = List.of("--check", "--diff", "--stdout");

    private Arguments() {}

    static void common(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--color")
                .type(String.class)
                .paramLabel("WHEN")
                .defaultValue("auto")
                .completionCandidates(WHEN)
                .description(String.join(", ", WHEN))
                .build());
        spec.addOption(flag("--quiet", "print nothing but findings"));
        spec.addOption(flag("--debug", "print the stack trace of a bug"));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("print this help")
                .build());
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option that takes one of a few words. */
    private static OptionSpec choice(String name, String label, List<String> words, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .completionCandidates(words)
                .description(description + String.join(", ", words))
                .build();
    }

    static OptionSpec denyWarnings() {
        return choice("--deny", "WHAT", List.of("warnings"), "exit 1 for these too: ");
    }

    static OptionSpec project() {
        return flag("--project", "every site below the named folders (this one if none is named); parts are skipped");
    }

    /** The folder of {@code --out}, if it was given. */
    static Optional<Path> out(ParseResult arguments, Terminal terminal) {
        return Optional.ofNullable(arguments.<String>matchedOptionValue("--out", null))
                .map(terminal.folder()::resolve);
    }

    static OptionSpec format() {
        return choice("--format", "FORMAT", Formats.NAMES, "the form of findings: ");
    }

    /** What goes through the pages, as the options want it. */
    static Findings findings(ParseResult arguments, Terminal terminal) throws Failure {
        return new Findings(
                printing(arguments, terminal), deniesWarnings(arguments), out(arguments, terminal), terminal);
    }

    private static Printing printing(ParseResult arguments, Terminal terminal) throws Failure {
        Style style = style(arguments, terminal);
        return machineFormat(arguments, terminal)
                .<Printing>map(format -> new Printing.Document(format, has(arguments, "--quiet"), terminal))
                .orElseGet(() -> new Printing.Text(style, terminal));
    }

    /** The form that a program is to read from stdout; nothing if people read the findings. */
    private static Optional<Format> machineFormat(ParseResult arguments, Terminal terminal) throws Failure {
        String choice = arguments.matchedOptionValue("--format", Formats.TEXT);
        if (!Formats.NAMES.contains(choice)) {
            throw new Failure(
                    Exit.USAGE, "--format takes one of " + String.join(", ", Formats.NAMES) + ", not `" + choice + "`");
        }
        List<String> others =
                STDOUT.stream().filter(option -> has(arguments, option)).toList();
        if (choice.equals(Formats.AUTO)) {
            return others.isEmpty() ? Formats.named(terminal.forge()) : Optional.empty();
        }
        Optional<Format> format = Formats.named(choice);
        if (format.isPresent() && !others.isEmpty()) {
            throw new Failure(
                    Exit.USAGE,
                    "--format " + choice + " and " + others.get(0) + " both print to stdout; leave one of them out");
        }
        return format;
    }

    static PositionalParamSpec pages() {
        return PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("pages; left out: site.ag of this folder, else its only page with a site")
                .build();
    }

    static PositionalParamSpec word(String index, String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel(label)
                .arity(arity)
                .required(arity.equals("1"))
                .type(String.class)
                .description(description)
                .build();
    }

    /** Any file, not a page alone. */
    static PositionalParamSpec file(String index, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel("FILE")
                .arity("1")
                .required(true)
                .type(String.class)
                .completionCandidates(new WordsOrFiles(List::of))
                .description(description)
                .build();
    }

    /** A word that is one of a few, which {@code completion} offers. */
    static PositionalParamSpec choice(String index, String label, String arity, List<String> words, String more) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel(label)
                .arity(arity)
                .required(arity.equals("1"))
                .type(String.class)
                .completionCandidates(words)
                .description(String.join(", ", words) + more)
                .build();
    }

    static boolean has(ParseResult arguments, String option) {
        return arguments.hasMatchedOption(option);
    }

    static boolean deniesWarnings(ParseResult arguments) throws Failure {
        String denied = arguments.matchedOptionValue("--deny", "");
        if (!denied.isEmpty() && !denied.equals("warnings")) {
            throw new Failure(Exit.USAGE, "--deny takes `warnings`, not `" + denied + "`");
        }
        return !denied.isEmpty();
    }

    static Style style(ParseResult arguments, Terminal terminal) throws Failure {
        String choice = arguments.matchedOptionValue("--color", "auto");
        if (!WHEN.contains(choice)) {
            throw new Failure(Exit.USAGE, "--color takes auto, always or never, not `" + choice + "`");
        }
        return new Style(terminal.colours(choice));
    }
}
