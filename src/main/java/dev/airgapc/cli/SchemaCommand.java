package dev.airgapc.cli;

import dev.airgapc.report.SiteSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}. */
final class SchemaCommand implements Command {
    private static final String SITE = "site";
    private static final String DIAGNOSTICS = "diagnostics";

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "print the JSON Schema of a site, or of diagnostics";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "airgapc schema   # of what `explain --json` prints",
                "airgapc schema diagnostics   # of what `check --format json` prints");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(Arguments.choice("0", "WHAT", "0..1", List.of(SITE, DIAGNOSTICS), "; site if left out"));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure {
        String what = arguments.matchedPositionalValue(0, SITE);
        terminal.out()
                .print(
                        switch (what) {
                            case SITE -> SiteSchema.print();
                            case DIAGNOSTICS -> diagnostics();
                            default ->
                                throw new Failure(
                                        Exit.USAGE,
                                        "there is no schema of `" + what + "`; there are " + SITE + ", " + DIAGNOSTICS);
                        });
        return Exit.CLEAN;
    }

    private static String diagnostics() {
        try (InputStream in = SchemaCommand.class.getResourceAsStream("/schemas/diagnostics.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the schema of diagnostics was not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
