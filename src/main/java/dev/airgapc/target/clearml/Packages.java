package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.CondaChannel;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/** What installs the packages of tasks, as keys of {@code clearml.conf} below {@code agent.package_manager}. */
final class Packages {
    private final Site site;
    private final Block<ClearmlAgent> agent;

    Packages(Site site, Block<ClearmlAgent> agent) {
        this.site = site;
        this.agent = agent;
    }

    /** {@code type}, where it is another than the agent's own choice. */
    Optional<Fact<Text>> type() {
        Fact<ClearmlAgent.Packages> manager = agent.get(ClearmlAgent.PACKAGE_MANAGER);
        return manager.value() == ClearmlAgent.Packages.PIP
                ? Optional.empty()
                : Optional.of(manager.map(one -> new Text(one.word())));
    }

    /** {@code pip_version}, a list always: the bootstrap takes text letter by letter (clearml/clearml-agent:clearml_agent/commands/bootstrap.py). */
    List<Leaf> pipVersions() {
        return agent.get(ClearmlAgent.PIP_VERSIONS).stream().map(Leaf::text).toList();
    }

    /** {@code conda_channels}: the whole list, which takes the place of the public one. */
    List<Leaf> condaChannels() {
        return site.all(CondaChannel.KIND).stream()
                .map(channel -> Leaf.of(channel.get(CondaChannel.URL)))
                .toList();
    }
}
