package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A file has a name of its own on the medium, and programs must be able to find it within the gap. */
final class ArtifactName implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0550", "artifact-name");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        Map<String, Block<Artifact>> names = new HashMap<>();
        for (Block<Artifact> artifact : site.all(Artifact.KIND)) {
            Optional<Fact<String>> name = Artifact.name(artifact);
            if (name.isEmpty()) {
                report.add(Diagnostic.of(
                                code(), artifact.heading(), artifact.words() + " does not say how its file is called")
                        .help(
                                artifact.get(Artifact.SOURCE).isPresent()
                                        ? "write `file`: the address ends without a name"
                                        : "write `source`, or `file` for one that you bring yourself"));
                continue;
            }
            Block<Artifact> other = names.putIfAbsent(name.get().value(), artifact);
            if (other != null) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(name.get()),
                                "two files would be called `" + name.get().value() + "` on the medium")
                        .related(other.heading(), "the other one")
                        .help("write `file` with a name of its own"));
            }
        }
    }
}
