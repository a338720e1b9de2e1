package dev.airgapc.cli;

import dev.airgapc.cli.completion.BashCompletion;
import dev.airgapc.cli.completion.Completable;
import dev.airgapc.cli.completion.FishCompletion;
import dev.airgapc.cli.completion.ZshCompletion;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: a script for a shell. */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "print the script that completes airgapc in a shell";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc completion bash > ~/.local/share/bash-completion/completions/airgapc",
                "airgapc completion zsh > ~/.zfunc/_airgapc   # ~/.zfunc is in fpath",
                "airgapc completion fish > ~/.config/fish/completions/airgapc.fish");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(Arguments.choice("0", "SHELL", "1", SHELLS, ""));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure {
        String shell = arguments.matchedPositionalValue(0, "");
        List<Completable> commands = Main.COMMANDS.stream()
                .map(command -> Completable.of(command.name(), command.summary(), Main.declared(command)))
                .toList();
        terminal.out()
                .print(
                        switch (shell) {
                            case "bash" -> BashCompletion.of(commands);
                            case "zsh" -> ZshCompletion.of(commands);
                            case "fish" -> FishCompletion.of(commands);
                            default ->
                                throw new Failure(
                                        Exit.USAGE,
                                        "there is no completion for `" + shell + "`; there are "
                                                + String.join(", ", SHELLS));
                        });
        return Exit.CLEAN;
    }
}
