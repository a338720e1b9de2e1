package dev.airgapc.cli.format;

import dev.airgapc.language.Json;
import java.util.List;

/** An object of JSON a line; the last one says how the run ended, so whoever reads knows that nothing was cut off. */
final class JsonLinesFormat implements Format {
    @Override
    public String print(Run run) {
        List<Finding> findings = run.findings();
        StringBuilder out = new StringBuilder();
        findings.forEach(one -> line("diagnostic", JsonFindings.finding(one), out));
        run.allowed().forEach(one -> line("suppressed", JsonFindings.allowed(one), out));
        line("summary", JsonFindings.summary(run, findings, findings.size()), out);
        return out.toString();
    }

    private static void line(String type, Json.Members members, StringBuilder out) {
        out.append(Json.members().with("type", type).with(members).line()).append('\n');
    }
}
