package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;

/**
 * The gateway finds the server's other addresses by the one of its API, which begins with {@code https://api.}
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_k8s.md).
 */
final class UnusualApiAddress implements SiteRule<ClearmlGateway> {
    @Override
    public Code code() {
        return Code.warning("AG0516", "unusual-api-address");
    }

    @Override
    public Kind<ClearmlGateway> subject() {
        return ClearmlGateway.KIND;
    }

    @Override
    public void check(Block<ClearmlGateway> gateway, Site site, Report report) {
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            Fact<Url> api = server.get(ClearmlServer.API);
            if (!api.value().text().startsWith("https://api.")) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(api),
                                "`" + api.value().text() + "` does not begin with `https://api.`, as gateways expect")
                        .related(gateway.heading(), "it is given to this gateway")
                        .help("give the API a name that does, and write it here"));
            }
        }
    }
}
