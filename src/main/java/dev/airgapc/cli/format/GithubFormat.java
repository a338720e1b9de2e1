package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Severity;
import dev.airgapc.source.Columns;
import java.util.List;

/**
 * A workflow command of GitHub for each finding, errors first: only ten of a kind are shown for a step. Forms and escapes:
 * {@code actions/toolkit:packages/core/src/command.ts}.
 */
final class GithubFormat implements Format {
    @Override
    public boolean isOfForge() {
        return true;
    }

    @Override
    public String print(Run run) {
        StringBuilder out = new StringBuilder();
        List<Finding> findings = run.findings();
        for (Severity severity : Severity.values()) {
            findings.stream()
                    .filter(finding -> finding.code().severity() == severity)
                    .forEach(finding -> out.append(command(finding)).append('\n'));
        }
        return out.toString();
    }

    private static String command(Finding finding) {
        Place at = finding.at();
        boolean oneLine = at.start().line() == at.end().line();
        StringBuilder words = new StringBuilder(data(finding.message()));
        finding.help().forEach(help -> words.append("%0Ahelp: ").append(data(help)));
        return "::" + level(finding.code().severity())
                + " file=" + property(at.file())
                + ",line=" + at.start().line()
                + ",endLine=" + at.end().line()
                + (oneLine
                        ? ",col=" + at.start().column() + ",endColumn="
                                + at.end().column()
                        : "")
                + ",title=" + finding.code().number()
                + "::" + words;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Words of a finding: no character of a page ends the line. */
    private static String data(String words) {
        return Columns.expand(words).replace("%", "%25");
    }

    private static String property(String name) {
        return name.replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace(":", "%3A")
                .replace(",", "%2C");
    }
}
