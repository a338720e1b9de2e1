package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.CondaChannel;
import dev.airgapc.site.Site;

/** Without channels of the site, conda asks the public ones that the agent names by itself (clearml/clearml-agent:docs/clearml.conf). */
final class CondaChannels implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0539", "conda-channels");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Fact<ClearmlAgent.Packages> manager = agent.get(ClearmlAgent.PACKAGE_MANAGER);
        if (manager.value() == ClearmlAgent.Packages.CONDA && !site.document().declares(CondaChannel.KIND)) {
            report.add(
                    Diagnostic.of(
                                    code(),
                                    Spans.of(manager),
                                    "tasks of " + agent.words() + " would ask conda's public channels for packages")
                            .help(
                                    "declare one within the gap: `conda-channel main { url = \"https://conda.corp.example/main\" }`"));
        }
    }
}
