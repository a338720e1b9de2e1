package dev.airgapc.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of airgapc. Its options are declared when it is asked for, and no other's. */
interface Command {
    String name();

    /** What it is for, on one line. */
    String summary();

    /** Whole lines that somebody could type, with what they do behind {@code #}. */
    List<String> examples();

    /** Declares its own options and arguments; those of every command are there already. */
    void declare(CommandSpec spec);

    /** Does it, and returns the exit code. */
    int run(ParseResult arguments, Terminal terminal) throws Failure, IOException;
}
