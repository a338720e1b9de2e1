package dev.airgapc.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace wrote down of a script and all that it starts: the words of every process, and the files that it opens. */
record CallTrace(Path file) {
    private static final Pattern OPENED = Pattern.compile("open(?:at|at2)?\\([^\"]*\"([^\"]*)\", [^)]*?([A-Z_|]+)");

    /**
     * What stands before a command that is to be traced.
     *
     * @param environment whether the environment of each process is written down too
     */
    List<String> command(boolean environment) {
        List<String> words = new ArrayList<>(List.of(
                Consumer.program("strace"),
                "--follow-forks",
                "--seccomp-bpf",
                "-qq",
                "--string-limit=100000",
                "--trace=execve,execveat,open,openat,openat2,creat",
                "--output=" + file));
        if (environment) {
            words.add("--no-abbrev");
        }
        return words;
    }

    String calls() throws IOException {
        return Files.readString(file);
    }

    /** The files that were opened to be written, devices apart; one as often as it was. */
    List<String> written() throws IOException {
        List<String> paths = new ArrayList<>();
        Matcher opened = OPENED.matcher(calls());
        while (opened.find()) {
            if (opened.group(2).matches(".*(O_WRONLY|O_RDWR|O_CREAT).*")
                    && !opened.group(1).startsWith("/dev/")) {
                paths.add(opened.group(1));
            }
        }
        return paths;
    }
}
