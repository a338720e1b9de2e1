package dev.airgapc.cli.completion;

import java.util.List;

/** The script for fish. */
public final class FishCompletion {
    private FishCompletion() {}

    /** To be read with {@code source}, or to be put into {@code ~/.config/fish/completions} as {@code airgapc.fish}. */
    public static String of(List<Completable> commands) {
        StringBuilder out = new StringBuilder("""
                # Completes airgapc in fish: airgapc completion fish | source

                # Whether the line is of this command, and so many arguments stand before the cursor.
                function __airgapc_at --argument-names command index
                    set -l words (commandline -opc)
                    test (count $words) -ge 2; and test "$words[2]" = $command; or return 1
                    test -n "$index"; or return 0
                    set -l arguments 0
                    set -l skip no
                    for at in (seq 3 (count $words))
                        if test $skip = yes
                            set skip no
                            continue
                        end
                        switch $words[$at]
                """);
        out.append("            case ")
                .append(String.join(" ", Completable.withValue(commands)))
                .append('\n');
        out.append("""
                                set skip yes
                            case '-*'
                            case '*'
                                set arguments (math $arguments + 1)
                        end
                    end
                    test $index = any; or test $arguments = $index
                end

                function __airgapc_pages
                    set -l token (commandline -ct)
                    set -l pages $token*.ag
                    string join \\n -- $pages
                    __fish_complete_directories "$token" ''
                end

                complete -c airgapc -f
                complete -c airgapc -n __fish_use_subcommand -l help -d 'print the commands'
                complete -c airgapc -n __fish_use_subcommand -l version -d 'print the version'
                """);
        for (Completable command : commands) {
            out.append("complete -c airgapc -n __fish_use_subcommand -a ")
                    .append(command.name())
                    .append(" -d ")
                    .append(quoted(command.summary()))
                    .append('\n');
        }
        for (Completable command : commands) {
            command.options()
                    .forEach(option -> out.append(head(command, ""))
                            .append(" -l ")
                            .append(option.name().substring(2))
                            .append(option.takesValue() ? required(option.values()) : "")
                            .append(" -d ")
                            .append(quoted(option.words()))
                            .append('\n'));
            command.arguments()
                    .forEach(argument -> out.append(
                                    head(command, argument.repeated() ? " any" : " " + argument.index()))
                            .append(values(argument.values()))
                            .append('\n'));
        }
        return out.toString();
    }

    private static String head(Completable command, String place) {
        return "complete -c airgapc -n '__airgapc_at " + command.name() + place + "'";
    }

    /** A value behind an option; {@code -x} would forbid the files that {@code -F} offers. */
    private static String required(Values values) {
        return (values.files() == Values.Files.ANY ? " -r" : " -x") + values(values);
    }

    private static String values(Values values) {
        String words = String.join(" ", values.words());
        return switch (values.files()) {
            case NONE -> words.isEmpty() ? "" : " -a " + quoted(words);
            case PAGES -> " -a '(__airgapc_pages)'";
            case FOLDERS -> " -a '(__fish_complete_directories (commandline -ct) \"\")'";
            case ANY -> " -F -a " + quoted(words);
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
