package dev.airgapc.cli.completion;

import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command as a shell offers it. */
public record Completable(String name, String summary, List<Option> options, List<Argument> arguments) {
    public Completable {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** An option; without values it is a flag. */
    record Option(String name, String words, boolean takesValue, Values values) {}

    /** An argument by its place; the last one may be repeated. */
    record Argument(int index, boolean repeated, Values values) {}

    /** What a command declares. */
    public static Completable of(String name, String summary, CommandSpec spec) {
        return new Completable(
                name,
                summary,
                spec.options().stream().map(Completable::option).toList(),
                spec.positionalParameters().stream()
                        .sorted(Comparator.comparingInt(one -> one.index().min()))
                        .map(Completable::argument)
                        .toList());
    }

    private static Option option(OptionSpec option) {
        return new Option(
                option.longestName(),
                String.join(" ", option.description()),
                option.arity().max() > 0,
                Values.of(option));
    }

    private static Argument argument(PositionalParamSpec argument) {
        return new Argument(
                argument.index().min(),
                argument.index().isVariable() || argument.arity().isVariable(),
                Values.of(argument));
    }

    /** Names of options of any command behind which a value stands. */
    static List<String> withValue(List<Completable> commands) {
        return commands.stream()
                .flatMap(command -> command.options().stream())
                .filter(Option::takesValue)
                .map(Option::name)
                .distinct()
                .sorted()
                .toList();
    }
}
