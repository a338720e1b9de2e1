package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Site;

/** Two releases of one chart in one namespace have one name, and the second replaces the first. */
final class SharedRelease implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0505", "shared-release");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        String namespace = agent.get(ClearmlAgent.NAMESPACE).value();
        for (Block<ClearmlAgent> other : site.all(ClearmlAgent.KIND)) {
            if (other == agent) {
                return;
            }
            if (other.get(ClearmlAgent.NAMESPACE).value().equals(namespace)) {
                Origin.Written written =
                        agent.get(ClearmlAgent.NAMESPACE).origin().written().orElse(null);
                report.add(Diagnostic.of(
                                code(),
                                written == null ? agent.heading() : written.span(),
                                agent.words() + " is installed over " + other.words() + ": both are in namespace `"
                                        + namespace + "`")
                        .related(other.heading(), "the other one")
                        .help("give it a `namespace` of its own"));
                return;
            }
        }
    }
}
