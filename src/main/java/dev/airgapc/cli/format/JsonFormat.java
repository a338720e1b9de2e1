package dev.airgapc.cli.format;

import java.util.List;

/** One object of JSON. */
final class JsonFormat implements Format {
    @Override
    public String print(Run run) {
        List<Finding> findings = run.findings();
        return JsonFindings.summary(run, findings)
                .with("diagnostics", JsonFindings.items(findings, JsonFindings::finding))
                .with("suppressed", JsonFindings.items(run.allowed(), JsonFindings::allowed))
                .print();
    }
}
