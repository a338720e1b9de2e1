package dev.airgapc.site;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart that the page installs, as Helm counts it: a release of a name in a namespace of a cluster.
 *
 * @param block what asks for it
 * @param product the chart
 * @param cluster where it is installed; empty where the page declares no cluster
 * @param passed what the page passes to the chart itself, a text for each layer
 */
public record ChartRelease(
        Block<?> block,
        Product product,
        Fact<Version> version,
        Optional<Fact<Block<Cluster>>> cluster,
        Fact<String> namespace,
        Fact<String> name,
        List<Fact<String>> passed) {
    public ChartRelease {
        passed = List.copyOf(passed);
    }

    /** Every one, in the order of the vocabulary. */
    public static List<ChartRelease> all(Site site) {
        List<ChartRelease> all = new ArrayList<>();
        site.all(ClearmlServer.KIND).forEach(server -> server(site, server).ifPresent(all::add));
        site.all(ClearmlAgent.KIND).forEach(agent -> all.add(agent(site, agent)));
        site.all(ClearmlGateway.KIND).forEach(gateway -> all.add(gateway(site, gateway)));
        return all;
    }

    /** The server's, if the page wants it installed. */
    public static Optional<ChartRelease> server(Site site, Block<ClearmlServer> server) {
        return server.get(ClearmlServer.CHART)
                .map(version -> new ChartRelease(
                        server,
                        site.product(ClearmlServer.CHART_NAME),
                        version,
                        server.get(ClearmlServer.CLUSTER),
                        server.get(ClearmlServer.NAMESPACE),
                        server.get(ClearmlServer.RELEASE_NAME),
                        server.get(ClearmlServer.VALUES)));
    }

    public static ChartRelease agent(Site site, Block<ClearmlAgent> agent) {
        return new ChartRelease(
                agent,
                site.product(ClearmlAgent.CHART_NAME),
                agent.get(ClearmlAgent.CHART),
                agent.get(ClearmlAgent.CLUSTER),
                agent.get(ClearmlAgent.NAMESPACE),
                agent.get(ClearmlAgent.RELEASE_NAME),
                agent.get(ClearmlAgent.VALUES));
    }

    /** A gateway stands beside its agent: same namespace, same cluster. */
    public static ChartRelease gateway(Site site, Block<ClearmlGateway> gateway) {
        Fact<Block<ClearmlAgent>> agent = gateway.get(ClearmlGateway.AGENT);
        return new ChartRelease(
                gateway,
                site.product(ClearmlGateway.CHART_NAME),
                gateway.get(ClearmlGateway.CHART),
                agent.value().get(ClearmlAgent.CLUSTER),
                agent.then(block -> block.get(ClearmlAgent.NAMESPACE)),
                gateway.get(ClearmlGateway.RELEASE_NAME),
                gateway.get(ClearmlGateway.VALUES));
    }

    /** The cluster itself, if the page declares one. */
    public Optional<Block<Cluster>> place() {
        return cluster.map(Fact::value);
    }
}
