package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.plan.Places;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.site.Workers;
import java.util.Optional;

/** An agent on machines: some workers on each, which run tasks in containers of Docker. */
record MachineAgent(Site site, Block<ClearmlAgent> agent, Workers workers, Fact<Version> version) {
    static Optional<MachineAgent> of(Site site, Block<ClearmlAgent> agent) {
        return Workers.of(site, agent)
                .flatMap(workers -> agent.get(ClearmlAgent.VERSION)
                        .map(version -> new MachineAgent(site, agent, workers, version)));
    }

    /** Where its files lie among the outputs. */
    String folder() {
        return Release.FOLDER + "agent-" + agent.name() + "/";
    }

    /** Where they lie on a machine. */
    String home() {
        return "/etc/clearml/agent-" + agent.name();
    }

    /** The file of logins for its indexes, if it has any. */
    String netrc() {
        return home() + "/netrc";
    }

    Block<ClearmlServer> server() {
        return site.all(ClearmlServer.KIND).get(0);
    }

    Fact<Block<Registry>> registry() {
        return agent.get(ClearmlAgent.REGISTRY);
    }

    Fact<ImageName> place(Fact<Image> image) {
        return Places.onMachine(image, site, registry());
    }
}
