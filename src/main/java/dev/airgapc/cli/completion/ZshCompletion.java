package dev.airgapc.cli.completion;

import java.util.ArrayList;
import java.util.List;

/** The script for zsh. */
public final class ZshCompletion {
    private ZshCompletion() {}

    /** To be read with {@code source} behind {@code compinit}, or to be put into a folder of {@code fpath} as {@code _airgapc}. */
    public static String of(List<Completable> commands) {
        StringBuilder out = new StringBuilder("""
                #compdef airgapc
                # Completes airgapc in zsh: source <(airgapc completion zsh)

                _airgapc_words_or_files() { _alternative "words:word:($*)" 'files:file:_files' }

                _airgapc() {
                  local state line
                  local -a commands
                  commands=(
                """);
        commands.forEach(command -> out.append("    ")
                .append(quoted(command.name() + ":" + command.summary()))
                .append('\n'));
        out.append("""
                  )
                  _arguments -C '--help[print the commands]' '--version[print the version]' '1: :->command' '*:: :->rest' && return
                  case $state in
                    command) _describe command commands ;;
                    rest)
                      case $words[1] in
                """);
        for (Completable command : commands) {
            out.append("        ").append(command.name()).append(") _arguments");
            specs(command).forEach(spec -> out.append(" \\\n          ").append(quoted(spec)));
            out.append(" ;;\n");
        }
        return out.append("""
                      esac
                      ;;
                  esac
                }
                if [[ $funcstack[1] == _airgapc ]]; then
                  _airgapc "$@"
                else
                  compdef _airgapc airgapc
                fi
                """).toString();
    }

    private static List<String> specs(Completable command) {
        List<String> specs = new ArrayList<>();
        command.options()
                .forEach(option -> specs.add(option.name() + (option.takesValue() ? "=[" : "[") + plain(option.words())
                        + "]" + (option.takesValue() ? ": :" + action(option.values()) : "")));
        command.arguments()
                .forEach(argument -> specs.add((argument.repeated() ? "*" : String.valueOf(argument.index() + 1))
                        + ": :" + action(argument.values())));
        return specs;
    }

    private static String action(Values values) {
        String words = "(" + String.join(" ", values.words()) + ")";
        return switch (values.files()) {
            case NONE -> values.words().isEmpty() ? " " : words;
            case PAGES -> "_files -g \"*.ag\"";
            case FOLDERS -> "_files -/";
            case ANY -> "{_airgapc_words_or_files " + String.join(" ", values.words()) + "}";
        };
    }

    /** Words within a spec of {@code _arguments}. */
    private static String plain(String words) {
        return words.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
