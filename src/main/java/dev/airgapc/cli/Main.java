package dev.airgapc.cli;

import dev.airgapc.diagnostic.Similar;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program. */
public final class Main {
    static final List<Command> COMMANDS = List.of(
            new CompileCommand(),
            new CheckCommand(),
            new FmtCommand(),
            new ExplainCommand(),
            new ListCommand(),
            new ImportCommand(),
            new SchemaCommand(),
            new CompletionCommand(),
            new VersionCommand());

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        int exit = run(
                arguments,
                new Terminal(System.in, out, err, System.getenv(), Path.of(""), LocalDate.now(ZoneId.systemDefault())));
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs one command. Nothing that it is given makes it throw. */
    static int run(String[] arguments, Terminal terminal) {
        try {
            return dispatch(arguments, terminal);
        } catch (Failure failure) {
            terminal.complain(failure);
            return failure.exit();
        } catch (IOException e) {
            terminal.complain(new Failure(Exit.FAILED, Failure.reason(e)));
            return Exit.FAILED;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            terminal.err().println("airgapc: this is a bug in airgapc, not in your page: " + e);
            terminal.err().println("Run it again with --debug and report what it prints, with the page if you may.");
            if (Arrays.asList(arguments).contains("--debug")) {
                e.printStackTrace(terminal.err());
            }
            return Exit.BUG;
        }
    }

    private static int dispatch(String[] arguments, Terminal terminal) throws Failure, IOException {
        String first = arguments.length == 0 ? "--help" : arguments[0];
        if (List.of("--help", "-h", "help").contains(first)) {
            terminal.out().print(help());
            return Exit.CLEAN;
        }
        String name =
                List.of("--version", "-V").contains(first) ? "version" : first.equals("validate") ? "check" : first;
        Command command = COMMANDS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        return run(command, Arrays.copyOfRange(arguments, 1, arguments.length), terminal);
    }

    /** What may be typed behind a command. */
    static CommandSpec declared(Command command) {
        CommandSpec spec = CommandSpec.create().name("airgapc " + command.name());
        command.declare(spec);
        Arguments.common(spec);
        return spec;
    }

    private static int run(Command command, String[] arguments, Terminal terminal) throws Failure, IOException {
        CommandSpec spec = declared(command);
        spec.usageMessage()
                .header(examples(command))
                .description("", command.summary())
                .footer(
                        "",
                        "Exit codes: 0 clean, 1 findings, 2 usage, 3 input or output failed, 70 a bug in airgapc.",
                        "Variables: NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM; GITHUB_ACTIONS, GITLAB_CI for --format auto.");
        CommandLine line = new CommandLine(spec);
        try {
            CommandLine.ParseResult parsed = line.parseArgs(arguments);
            if (parsed.isUsageHelpRequested()) {
                terminal.out().print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
                return Exit.CLEAN;
            }
            return command.run(parsed, terminal);
        } catch (CommandLine.ParameterException e) {
            List<String> options =
                    spec.options().stream().map(option -> option.longestName()).toList();
            Optional<String> near = Arrays.stream(arguments)
                    .filter(word -> word.startsWith("--") && !options.contains(word))
                    .findFirst()
                    .flatMap(word -> Similar.to(word, options));
            String help = near.map(option -> "; did you mean `" + option + "`?")
                    .orElse("; see airgapc " + command.name() + " --help");
            throw new Failure(Exit.USAGE, e.getMessage() + help);
        }
    }

    private static Failure unknown(String name) {
        List<String> names = COMMANDS.stream().map(Command::name).toList();
        String near = Similar.to(name, names)
                .map(found -> "; did you mean `" + found + "`?")
                .orElse("; there are " + String.join(", ", names));
        return new Failure(Exit.USAGE, "`" + name + "` is no command" + near);
    }

    private static String[] examples(Command command) {
        return ("Examples:\n  " + String.join("\n  ", command.examples()) + "\n").split("\n", -1);
    }

    private static String help() {
        StringBuilder out = new StringBuilder(
                "airgapc compile site.ag   # one page in, every file of an air-gapped site out\n\nCommands:\n");
        for (Command command : COMMANDS) {
            out.append("  ")
                    .append(command.name())
                    .append(" ".repeat(12 - command.name().length()))
                    .append(command.summary())
                    .append('\n');
        }
        return out.append(
                        "\nEach has --help. Exit codes: 0 clean, 1 findings, 2 usage, 3 input or output failed, 70 a bug in airgapc.\n")
                .toString();
    }
}
