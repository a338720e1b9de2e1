package dev.airgapc.cli;

import dev.airgapc.cli.format.Formats;
import dev.airgapc.source.Columns;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * The outside world of a command: streams, environment, folder, clock.
 *
 * @param in what is given to a command that reads
 * @param out what programs read
 * @param err what people read
 * @param folder the current one
 * @param today the day on which the command is run
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        LocalDate today) {

    /**
     * Whether the stream of people's text is coloured: what the user says, then {@code NO_COLOR}, {@code FORCE_COLOR},
     * {@code CLICOLOR_FORCE}, {@code CLICOLOR}, {@code TERM}, then whether it is a terminal.
     */
    boolean colours(String choice) {
        if (!choice.equals("auto")) {
            return choice.equals("always");
        }
        if (set("NO_COLOR")) {
            return false;
        }
        if (set("FORCE_COLOR") || (set("CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE")))) {
            return true;
        }
        boolean off = "0".equals(environment.get("CLICOLOR")) || "dumb".equals(environment.get("TERM"));
        return !off && isTerminal(2);
    }

    /** Says why a command, or one page of it, cannot go on: on one line, whatever a file is called. */
    void complain(Failure failure) {
        err.println("airgapc: " + Columns.expand(String.valueOf(failure.getMessage())));
    }

    /** What reads the findings of a job here, as a format is called. */
    String forge() {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            return "github";
        }
        return "true".equals(environment.get("GITLAB_CI")) ? "gitlab" : Formats.TEXT;
    }

    private boolean set(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /** Java cannot tell one stream from another; Linux can. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
