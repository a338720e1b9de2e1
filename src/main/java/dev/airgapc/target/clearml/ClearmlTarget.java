package dev.airgapc.target.clearml;

import dev.airgapc.language.Block;
import dev.airgapc.plan.Contribution;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;

/** ClearML's own charts: values, and the steps that install them. */
public final class ClearmlTarget implements Target {
    @Override
    public String name() {
        return "clearml";
    }

    @Override
    public Contribution build(Site site) {
        return Contribution.all(site.all(ClearmlAgent.KIND).stream()
                .map(agent -> agent(site, agent))
                .toList());
    }

    private static Contribution agent(Site site, Block<ClearmlAgent> agent) {
        return new AgentValues(site, agent).contribution();
    }
}
