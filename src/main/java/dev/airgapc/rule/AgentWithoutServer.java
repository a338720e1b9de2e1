package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;

/**
 * An agent needs the three addresses of its server: those that its chart falls back to are public
 * (clearml/clearml-docs:docs/release_notes/helm/clearml-enterprise-agent/6.13.md).
 */
final class AgentWithoutServer implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0503", "agent-without-server");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        if (!site.document().declares(ClearmlServer.KIND)) {
            report.add(Diagnostic.of(code(), agent.heading(), agent.words() + " has no server to talk to")
                    .help("declare it, even if it runs elsewhere: `clearml-server { edition = enterprise }`"));
        }
    }
}
