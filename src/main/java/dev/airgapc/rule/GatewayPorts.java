package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.PortRange;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.Site;
import dev.airgapc.site.Stream;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A port on the nodes is one of those that Kubernetes sets aside, and belongs to one service of a cluster
 * (kubernetes/website:content/en/docs/concepts/services-networking/service.md).
 */
final class GatewayPorts implements SiteRule<ClearmlGateway> {
    private record Claim(Span at, PortRange ports, String words, String owner) {}

    @Override
    public Code code() {
        return Code.error("AG0517", "gateway-ports");
    }

    @Override
    public Kind<ClearmlGateway> subject() {
        return ClearmlGateway.KIND;
    }

    @Override
    public void check(Block<ClearmlGateway> gateway, Site site, Report report) {
        List<Claim> own = claims(gateway);
        cluster(gateway).ifPresent(cluster -> own.forEach(claim -> within(claim, cluster, report)));
        for (int at = 0; at < own.size(); at++) {
            for (Claim earlier : own.subList(0, at)) {
                meet(own.get(at), earlier, report);
            }
        }
        for (Block<ClearmlGateway> other : site.all(ClearmlGateway.KIND)) {
            if (other == gateway) {
                return;
            }
            if (cluster(other).equals(cluster(gateway)) && machines(other).equals(machines(gateway))) {
                own.forEach(claim -> claims(other).forEach(earlier -> meet(claim, earlier, report)));
            }
        }
    }

    private void within(Claim claim, Block<Cluster> cluster, Report report) {
        Fact<PortRange> legal = cluster.get(Cluster.NODE_PORTS);
        if (!legal.value().holds(claim.ports())) {
            Diagnostic diagnostic = Diagnostic.of(
                            code(),
                            claim.at(),
                            claim.words() + " is not within the ports of " + cluster.words() + ", "
                                    + legal.value().text())
                    .help("write ports of that range, or `node-ports` of the cluster if it sets others aside");
            report.add(Spans.stated(legal)
                    .map(at -> diagnostic.related(at, "what it sets aside"))
                    .orElse(diagnostic));
        }
    }

    private void meet(Claim claim, Claim earlier, Report report) {
        if (claim.ports().meets(earlier.ports())) {
            report.add(Diagnostic.of(
                            code(), claim.at(), claim.words() + " is taken, at least in part, by " + earlier.owner())
                    .related(earlier.at(), earlier.words())
                    .help("give each gateway of a cluster or a machine ports of its own"));
        }
    }

    private static Optional<Block<Cluster>> cluster(Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.CHART)
                .flatMap(chart -> gateway.get(ClearmlGateway.AGENT).value().get(ClearmlAgent.CLUSTER))
                .map(Fact::value);
    }

    private static Optional<Block<MachineGroup>> machines(Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.MACHINES).map(Fact::value);
    }

    /** The ports on nodes that a gateway opens; those of a load balancer are ports of its own address. */
    private static List<Claim> claims(Block<ClearmlGateway> gateway) {
        List<Claim> claims = new ArrayList<>();
        gateway.get(ClearmlGateway.NODE_PORT)
                .ifPresent(port -> claims.add(new Claim(
                        Spans.of(port),
                        new PortRange(port.value().intValue(), port.value().intValue()),
                        "port `" + port.value() + "`",
                        gateway.words())));
        for (Block<Stream> stream : gateway.get(ClearmlGateway.STREAM)) {
            if (stream.get(Stream.SERVICE).value() == Stream.Service.NODE_PORT) {
                Fact<PortRange> ports = stream.get(Stream.PORTS);
                claims.add(new Claim(
                        Spans.of(ports), ports.value(), "`" + ports.value().text() + "`", gateway.words()));
            }
        }
        return claims;
    }
}
