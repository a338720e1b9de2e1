package dev.airgapc.cli;

import dev.airgapc.report.SiteSchema;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}. */
final class SchemaCommand implements Command {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "print the JSON Schema of what `explain --json` prints";
    }

    @Override
    public List<String> examples() {
        return List.of("airgapc schema", "airgapc schema > site.schema.json");
    }

    @Override
    public void declare(CommandSpec spec) {}

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        terminal.out().print(SiteSchema.print());
        return Exit.CLEAN;
    }
}
