package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.Site;

/** Without a sum, what is fetched is whatever the address gives on that day. */
final class UncheckedArtifact implements SiteRule<Artifact> {
    @Override
    public Code code() {
        return Code.warning("AG0551", "unchecked-artifact");
    }

    @Override
    public Kind<Artifact> subject() {
        return Artifact.KIND;
    }

    @Override
    public void check(Block<Artifact> artifact, Site site, Report report) {
        if (artifact.get(Artifact.SHA256).isEmpty()) {
            artifact.get(Artifact.SOURCE)
                    .ifPresent(source -> report.add(Diagnostic.of(
                                    code(), Spans.of(source), "nothing proves that this is the file that was approved")
                            .help("write `sha256`, as `sha256sum` prints it for a file that you have checked")));
        }
    }
}
