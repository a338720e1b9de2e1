package dev.airgapc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share, declared in one way. */
final class Arguments {
    private Arguments() {}

    static void common(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--color")
                .type(String.class)
                .paramLabel("WHEN")
                .defaultValue("auto")
                .description("auto, always or never")
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

    static OptionSpec denyWarnings() {
        return value("--deny", "warnings", "exit 1 for warnings too");
    }

    static OptionSpec project() {
        return flag("--project", "every site below the named folders (this one if none is named); parts are skipped");
    }

    /** The folder of {@code --out}, if it was given. */
    static Optional<Path> out(ParseResult arguments, Terminal terminal) {
        return Optional.ofNullable(arguments.<String>matchedOptionValue("--out", null))
                .map(terminal.folder()::resolve);
    }

    /** What goes through the pages, as the options want it. */
    static Findings findings(ParseResult arguments, Terminal terminal) throws Failure {
        return new Findings(style(arguments, terminal), deniesWarnings(arguments), out(arguments, terminal), terminal);
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
        if (!List.of("auto", "always", "never").contains(choice)) {
            throw new Failure(Exit.USAGE, "--color takes auto, always or never, not `" + choice + "`");
        }
        return new Style(terminal.colours(choice));
    }
}
