package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bash, zsh and fish complete a line with what our script says. */
@ReadBy(
        value = {"bash", "zsh", "fish", "shellcheck"},
        what = "scripts of `airgapc completion`",
        proves = "each shell offers the words that the command line takes")
class CompletionTest {
    /** What stands before the cursor ({@code _} is nothing), and what each shell offers. */
    private static final List<String> LINES = List.of(
            "airgapc che | check",
            "airgapc com | compile completion",
            "airgapc check _ | site.ag parts folder",
            "airgapc check s | site.ag",
            "airgapc check site.ag --quiet p | parts",
            "airgapc check parts/ | lab.ag",
            "airgapc compile --f | --force --format",
            "airgapc check --format _ | text json jsonl sarif github gitlab junit checkstyle auto",
            "airgapc check --format=js | json jsonl",
            "airgapc check --format json si | site.ag",
            "airgapc check --format=json si | site.ag",
            "airgapc compile --deny _ | warnings",
            "airgapc compile --out _ | parts folder",
            "airgapc list _ | images charts secrets hosts targets",
            "airgapc list --color never im | images",
            "airgapc list images s | site.ag",
            "airgapc explain AG080 | AG0801 AG0802 AG0803 AG0804 AG0805",
            "airgapc explain clearml-a | clearml-agent",
            "airgapc explain si | site site.ag",
            "airgapc explain site s | site.ag",
            "airgapc import _ | chart-values app-images",
            "airgapc import chart-values o | other.txt",
            "airgapc import chart-values --output o | other.txt",
            "airgapc import app-images other.txt s | site.ag",
            "airgapc schema _ | site diagnostics",
            "airgapc completion _ | bash zsh fish");

    /** Fills the words of a line as bash does, and asks. */
    private static final String ASK_BASH = """
            set -euo pipefail
            source ./script
            while IFS= read -r line; do
              read -ra COMP_WORDS <<<"${line//=/ = }"
              if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
              COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
              _airgapc
              printf '%s\\n' "${COMPREPLY[@]-}" end:
            done <lines
            """;

    /** A shell on a terminal of its own, with a completer that tells what it was given. */
    private static final String ASK_ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            for line in 'PROMPT= RPROMPT=; unsetopt prompt_sp prompt_cr; autoload -Uz compinit; compinit -D -u; source ./script' \\
              'compadd() { local -a hits; [[ " $*" == *" -"[ADO]" "* ]] || builtin compadd -A hits "$@"; print -rl -- "hit:"$^hits; builtin compadd "$@" }' \\
              'told() { _main_complete "$@"; print -r -- "en""d:" }; zle -C told complete-word told; bindkey "^I" told; bindkey "^U" kill-whole-line; print rea"dy:"'
            do zpty -w shell $line; done
            zpty -r shell before '*ready:*'
            for line in ${(f)"$(<lines)"}; do
              zpty -n -w shell $'\\C-u'$line$'\\t'
              zpty -r shell answer '*end:*'
              print -rl -- ${${(M)${(f)${answer//$'\\r'/}}:#*hit:?*}##*hit:} end:
            done
            zpty -d shell
            """;

    private static final String ASK_FISH = """
            source ./script
            while read -l line
                complete -C $line | string replace -r '\\t.*' ''
                echo end:
            end <lines
            """;

    private static final Map<String, String> ASK = Map.of("bash", ASK_BASH, "zsh", ASK_ZSH, "fish", ASK_FISH);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("w"));
        for (String made : List.of("parts", "folder")) {
            Files.createDirectory(folder.resolve("w").resolve(made));
        }
        Files.createFile(folder.resolve("w/site.ag"));
        Files.createFile(folder.resolve("w/other.txt"));
        Files.createFile(folder.resolve("w/parts/lab.ag"));
    }

    private void script(String shell) throws IOException {
        Processes.Result script = Processes.airgapc(List.of(), folder, "completion", shell);
        assertEquals(0, script.exit(), script.err());
        Files.writeString(folder.resolve("w/script"), script.out());
    }

    /** What a shell offers for each line, without the folder, the option or the quoting that it puts around. */
    private List<Set<String>> answers(String shell, List<String> lines) throws IOException {
        Files.writeString(folder.resolve("w/lines"), String.join("\n", lines) + "\n");
        Path ask = Files.writeString(folder.resolve("ask"), ASK.get(shell));
        Map<String, String> environment = Map.of("HOME", folder.toString(), "TERM", "xterm");
        Processes.Result told = Processes.run(
                folder.resolve("w"),
                environment,
                List.of(Consumer.program(shell), ask.toAbsolutePath().toString()));
        assertEquals("", told.err());
        return List.of(told.out().split("end:\n")).stream()
                .map(answer -> answer.lines()
                        .map(word -> word.replaceFirst("/$", "")
                                .replaceFirst("^.*[/=]", "")
                                .strip())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .<Set<String>>map(words -> words)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void offersWhatFits(String shell) throws IOException {
        script(shell);
        List<String> lines = LINES.stream()
                .map(line -> line.split(" \\| ", 2)[0].replaceFirst("_$", ""))
                .toList();
        List<Set<String>> answers = answers(shell, lines);
        assertEquals(lines.size(), answers.size(), answers.toString());
        for (int number = 0; number < lines.size(); number++) {
            String[] expected = LINES.get(number).split(" \\| ", 2)[1].split(" ", -1);
            assertEquals(new TreeSet<>(List.of(expected)), answers.get(number), lines.get(number));
        }
    }

    @Test
    void everyOptionOfEveryCommandIsOffered() throws IOException {
        script("bash");
        List<String> commands = answers("bash", List.of("airgapc ")).get(0).stream()
                .filter(word -> !word.startsWith("-"))
                .toList();
        assertTrue(commands.size() > 5, commands.toString());
        List<Set<String>> offered = answers(
                "bash",
                commands.stream().map(command -> "airgapc " + command + " --").toList());
        for (int number = 0; number < commands.size(); number++) {
            String help = Processes.airgapc(List.of(), folder, commands.get(number), "--help")
                    .out();
            Set<String> options = new TreeSet<>();
            Matcher option =
                    Pattern.compile("(?m)^ {2,6}(?:-[a-z], )?(--[a-z]+)").matcher(help);
            while (option.find()) {
                options.add(option.group(1));
            }
            assertEquals(options, offered.get(number), help);
        }
    }

    @Test
    void shellcheckTakesTheScriptOfBash() throws IOException {
        script("bash");
        assertEquals(
                new Processes.Result(0, "", ""),
                Processes.run(folder.resolve("w"), Map.of(), List.of(Consumer.program("shellcheck"), "script")));
    }
}
