package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.Ingress;
import dev.airgapc.site.Site;
import java.util.Optional;

/**
 * People reach a gateway by a name or by a port on the nodes; with a port they need the address that it makes
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_k8s.md).
 */
final class GatewayWay implements SiteRule<ClearmlGateway> {
    @Override
    public Code code() {
        return Code.error("AG0522", "gateway-way");
    }

    @Override
    public Kind<ClearmlGateway> subject() {
        return ClearmlGateway.KIND;
    }

    @Override
    public void check(Block<ClearmlGateway> gateway, Site site, Report report) {
        Fact<Block<ClearmlAgent>> agent = gateway.get(ClearmlGateway.AGENT);
        if (agent.value().get(ClearmlAgent.MACHINES).isPresent()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(agent),
                            gateway.words() + " stands in the namespace of its agent, and "
                                    + agent.value().words() + " runs on machines")
                    .help("name an agent on Kubernetes: `agent = clearml-agent.NAME`"));
            return;
        }
        Optional<Block<Ingress>> ingress =
                gateway.get(ClearmlGateway.INGRESS).stream().findFirst();
        Optional<Fact<Long>> port = gateway.get(ClearmlGateway.NODE_PORT);
        Optional<Fact<Url>> url = gateway.get(ClearmlGateway.EXTERNAL_URL);
        if (port.isPresent()) {
            if (ingress.isPresent()) {
                report.add(Diagnostic.of(
                                code(), Spans.of(port.get()), gateway.words() + " is reached by a name and by a port")
                        .related(ingress.get().heading(), "by a name, says this")
                        .help("remove `ingress`, or remove `node-port` and `external-url`"));
            } else if (url.isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(port.get()),
                                gateway.words() + " does not say which address this port makes")
                        .help("write `external-url = \"http://NODE:"
                                + port.get().value() + "\"`"));
            }
        } else if (url.isPresent()) {
            Diagnostic diagnostic = Diagnostic.of(
                            code(), Spans.of(url.get()), "`external-url` goes with `node-port`, which is not stated")
                    .help(ingress.isPresent() ? "remove it: the name is `host`" : "write `node-port = …` too");
            report.add(ingress.map(block -> diagnostic.related(block.heading(), "it is reached by a name"))
                    .orElse(diagnostic));
        } else if (ingress.isEmpty()) {
            report.add(Diagnostic.of(code(), gateway.heading(), "nothing says how " + gateway.words() + " is reached")
                    .help("write `ingress { }`, or `node-port` with `external-url`"));
        }
    }
}
