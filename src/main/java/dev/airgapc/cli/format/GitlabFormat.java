package dev.airgapc.cli.format;

import dev.airgapc.language.Json;
import java.util.List;

/** A report of Code Quality: {@code gitlabhq/gitlabhq:doc/ci/testing/code_quality.md}. */
final class GitlabFormat implements Format {
    @Override
    public boolean isOfForge() {
        return true;
    }

    @Override
    public String print(Run run) {
        List<Finding> findings = Run.most(run.findings());
        Fingerprints fingerprints = new Fingerprints();
        return JsonFindings.items(findings, finding -> issue(finding, fingerprints.next(finding)))
                .print();
    }

    private static Json.Members issue(Finding finding, String fingerprint) {
        Place at = finding.at();
        return Json.members()
                .with("description", finding.sentences())
                .with("check_name", finding.code().number())
                .with("fingerprint", fingerprint)
                .with("severity", severity(finding))
                .with(
                        "location",
                        Json.members()
                                .with("path", at.file())
                                .with(
                                        "lines",
                                        Json.members()
                                                .with("begin", at.start().line())
                                                .with("end", at.end().line())));
    }

    private static String severity(Finding finding) {
        return switch (finding.code().severity()) {
            case ERROR -> finding.code().guardsTheGap() ? "critical" : "major";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
