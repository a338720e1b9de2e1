package dev.airgapc.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code version}. */
final class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "print the version";
    }

    @Override
    public List<String> examples() {
        return List.of("airgapc version", "airgapc version --json");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addOption(Arguments.flag("--json", "for machines"));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        String version = dev.airgapc.cli.Version.full();
        terminal.out()
                .println(
                        Arguments.has(arguments, "--json")
                                ? "{\"airgapc\":\"" + version + "\",\"language\":1}"
                                : "airgapc " + version);
        return Exit.CLEAN;
    }
}
