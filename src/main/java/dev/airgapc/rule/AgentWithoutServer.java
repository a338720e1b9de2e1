package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent and a serving need the three addresses of their server, a gateway one of them: those that a chart falls back to are public
 * (clearml/clearml-docs:docs/release_notes/helm/clearml-enterprise-agent/6.13.md). A vault is nothing without a server that hands it over.
 */
final class AgentWithoutServer implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0503", "agent-without-server");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        if (site.document().declares(ClearmlServer.KIND)) {
            return;
        }
        List<Block<?>> clients = new ArrayList<>(site.all(ClearmlAgent.KIND));
        clients.addAll(site.all(ClearmlGateway.KIND));
        clients.addAll(site.all(ClearmlVault.KIND));
        clients.addAll(site.all(ClearmlServing.KIND));
        for (Block<?> client : clients) {
            report.add(Diagnostic.of(code(), client.heading(), client.words() + " has no server to talk to")
                    .help("declare it, even if it runs elsewhere: `clearml-server { edition = enterprise }`"));
        }
    }
}
