package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import java.util.List;

/** With one cluster whoever runs a script may say which it is; with two, half of the scripts would reach the wrong one. */
final class ContextMissing implements SiteRule<Cluster> {
    @Override
    public Code code() {
        return Code.error("AG0525", "context-missing");
    }

    @Override
    public Kind<Cluster> subject() {
        return Cluster.KIND;
    }

    @Override
    public void check(Block<Cluster> cluster, Site site, Report report) {
        List<Block<Cluster>> all = site.all(Cluster.KIND);
        if (all.size() < 2 || cluster.get(Cluster.CONTEXT).isPresent()) {
            return;
        }
        Block<Cluster> other =
                all.stream().filter(one -> one != cluster).findFirst().orElseThrow();
        report.add(Diagnostic.of(
                        code(), cluster.heading(), cluster.words() + " has no `context`, and it is not the only one")
                .related(other.heading(), "another one")
                .help("write `context = \"…\"`, as `kubectl config get-contexts` has it"));
    }
}
