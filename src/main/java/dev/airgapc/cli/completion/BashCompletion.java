package dev.airgapc.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** The script for bash, from 3.2 up. */
public final class BashCompletion {
    private BashCompletion() {}

    /** To be read with {@code source}, or to be put into a folder of bash-completion as {@code airgapc}. */
    public static String of(List<Completable> commands) {
        StringBuilder out = new StringBuilder("""
                # shellcheck shell=bash
                # Completes airgapc in bash: source <(airgapc completion bash)

                _airgapc_take() {
                  local word
                  while IFS= read -r word; do COMPREPLY+=("$word"); done
                }
                _airgapc_words() { _airgapc_take < <(compgen -W "$1" -- "$2"); }
                _airgapc_files() {
                  compopt -o filenames 2>/dev/null || :
                  case $1 in
                    pages) _airgapc_take < <(compgen -f -X '!*.ag' -- "$2" || :; compgen -d -- "$2") ;;
                    folders) _airgapc_take < <(compgen -d -- "$2") ;;
                    any) _airgapc_take < <(compgen -f -- "$2") ;;
                  esac
                }

                _airgapc() {
                  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} index=0 at
                  COMPREPLY=()
                  # bash makes three words of --option=value.
                  if [[ $word == "=" ]]; then
                    word=''
                  elif [[ $before == "=" ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                  fi
                  if ((COMP_CWORD == 1)); then
                """);
        out.append("    _airgapc_words '")
                .append(commands.stream().map(Completable::name).collect(Collectors.joining(" ")))
                .append(" --help --version' \"$word\"\n    return\n  fi\n");
        out.append("  case \"$command $before\" in\n");
        for (Completable command : commands) {
            command.options().stream()
                    .filter(Completable.Option::takesValue)
                    .forEach(option -> branch(command.name() + " " + option.name(), option.values(), out));
        }
        out.append("  esac\n  if [[ $word == -* ]]; then\n    case $command in\n");
        for (Completable command : commands) {
            out.append("      ")
                    .append(command.name())
                    .append(") _airgapc_words '")
                    .append(command.options().stream()
                            .map(Completable.Option::name)
                            .collect(Collectors.joining(" ")))
                    .append("' \"$word\" ;;\n");
        }
        out.append(
                "    esac\n    return\n  fi\n  for ((at = 2; at < COMP_CWORD; at++)); do\n    case ${COMP_WORDS[at]} in\n");
        out.append("      ")
                .append(String.join(" | ", Completable.withValue(commands)))
                .append(")\n");
        out.append("""
                        [[ ${COMP_WORDS[at + 1]:-} != "=" ]] || at=$((at + 1))
                        at=$((at + 1))
                        ;;
                      -*) ;;
                      *) index=$((index + 1)) ;;
                    esac
                  done
                  case "$command $index" in
                """);
        for (Completable command : commands) {
            for (Completable.Argument argument : command.arguments()) {
                branch(command.name() + " " + (argument.repeated() ? "*" : argument.index()), argument.values(), out);
            }
        }
        return out.append("  esac\n}\ncomplete -F _airgapc airgapc\n").toString();
    }

    private static void branch(String line, Values values, StringBuilder out) {
        out.append("    \"").append(line.replace(" *", " \"*")).append(line.endsWith("*") ? ")" : "\")");
        if (!values.words().isEmpty()) {
            out.append(" _airgapc_words '")
                    .append(String.join(" ", values.words()))
                    .append("' \"$word\";");
        }
        if (values.files() != Values.Files.NONE) {
            out.append(" _airgapc_files ").append(kind(values.files())).append(" \"$word\";");
        }
        out.append(" return ;;\n");
    }

    private static String kind(Values.Files files) {
        return switch (files) {
            case PAGES -> "pages";
            case FOLDERS -> "folders";
            default -> "any";
        };
    }
}
