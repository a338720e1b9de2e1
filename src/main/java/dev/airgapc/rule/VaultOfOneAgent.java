package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;

/** A vault has one section {@code agent}: of two agents that put theirs there, one would run with the settings of the other. */
final class VaultOfOneAgent implements SiteRule<ClearmlVault> {
    @Override
    public Code code() {
        return Code.error("AG0559", "vault-of-one-agent");
    }

    @Override
    public Kind<ClearmlVault> subject() {
        return ClearmlVault.KIND;
    }

    @Override
    public void check(Block<ClearmlVault> vault, Site site, Report report) {
        List<Fact<Block<ClearmlVault>>> named = new ArrayList<>();
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            agent.get(ClearmlAgent.SETTINGS)
                    .filter(settings -> settings.value() == vault)
                    .ifPresent(named::add);
        }
        named.stream()
                .skip(1)
                .forEach(settings -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(settings),
                                vault.words() + " holds the settings of one agent, and another has put its own there")
                        .related(Spans.of(named.get(0)), "the other one's")
                        .help("give each agent a vault, and the vaults different groups")));
    }
}
