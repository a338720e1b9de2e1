package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Apps;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;

/** Gateways, vaults, applications, a start script of one's own, a bootstrap of pods and an index for people are of the enterprise edition: the public charts have no key for them. */
final class EnterpriseWord implements SiteRule<ClearmlServer> {
    @Override
    public Code code() {
        return Code.error("AG0538", "enterprise-word");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Fact<ClearmlServer.Edition> edition = server.get(ClearmlServer.EDITION);
        if (edition.value() != ClearmlServer.Edition.OSS) {
            return;
        }
        Span because = Spans.of(edition);
        server.where(ClearmlServer.INDEX.name())
                .filter(at -> server.get(ClearmlServer.MACHINES).isEmpty())
                .ifPresent(at -> report.add(beyond(at, "`index` of " + server.words(), because)
                        .help("remove it: the web application of this edition shows no index")));
        for (Block<Apps> apps : server.get(ClearmlServer.APPS)) {
            report.add(beyond(apps.heading(), "`apps` of " + server.words(), because)
                    .help("remove it: this edition has no applications"));
        }
        for (Block<ClearmlVault> vault : site.all(ClearmlVault.KIND)) {
            report.add(beyond(vault.heading(), vault.words(), because)
                    .help("write what it says into `env` of the agent, and into `conf` of the agent or of `sdk`"));
        }
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            report.add(beyond(gateway.heading(), gateway.words(), because)
                    .help("remove it: people open sessions by the port of a node or by SSH"));
        }
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            agent.get(ClearmlAgent.CHART)
                    .flatMap(chart -> agent.where(ClearmlAgent.START_SCRIPT.name()))
                    .ifPresent(at -> report.add(beyond(at, "`start-script` of " + agent.words(), because)
                            .help("put what it does into the image, or into `env` and `mount`")));
            agent.get(ClearmlAgent.CHART)
                    .ifPresent(chart -> agent.get(ClearmlAgent.BOOTSTRAP)
                            .forEach(bootstrap ->
                                    report.add(beyond(bootstrap.heading(), "`bootstrap` of " + agent.words(), because)
                                            .help("remove it: this edition has it on machines alone"))));
        }
    }

    private Diagnostic beyond(Span at, String what, Span because) {
        return Diagnostic.of(code(), at, what + " is of the enterprise edition")
                .related(because, "this is the other one");
    }
}
