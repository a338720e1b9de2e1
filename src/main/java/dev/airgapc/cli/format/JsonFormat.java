package dev.airgapc.cli.format;

import java.util.List;

/** One object of JSON. */
final class JsonFormat implements Format {
    @Override
    public String print(Run run) {
        List<Finding> findings = run.findings();
        List<Finding> most = Run.most(findings);
        return JsonFindings.summary(run, findings, most.size())
                .with("diagnostics", JsonFindings.items(most, JsonFindings::finding))
                .with("suppressed", JsonFindings.items(run.allowed(), JsonFindings::allowed))
                .print();
    }
}
