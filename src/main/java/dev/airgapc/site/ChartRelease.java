package dev.airgapc.site;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
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
        site.all(ClearmlAgent.KIND).forEach(agent -> agent(site, agent).ifPresent(all::add));
        site.all(ClearmlGateway.KIND).forEach(gateway -> gateway(site, gateway).ifPresent(all::add));
        site.all(ClearmlServing.KIND).forEach(serving -> all.add(serving(site, serving)));
        return all;
    }

    /** The server's, if the page wants it installed. */
    public static Optional<ChartRelease> server(Site site, Block<ClearmlServer> server) {
        return server.get(ClearmlServer.CHART).map(version -> {
            Product product = product(site, ClearmlServer.edition(site).chart(), server.get(ClearmlServer.CHART_KEYS));
            return new ChartRelease(
                    server,
                    product,
                    version,
                    server.get(ClearmlServer.CLUSTER),
                    server.get(ClearmlServer.NAMESPACE),
                    name(server, server.get(ClearmlServer.RELEASE_NAME), product, version),
                    server.get(ClearmlServer.VALUES));
        });
    }

    /** An agent's, if it runs on Kubernetes. */
    public static Optional<ChartRelease> agent(Site site, Block<ClearmlAgent> agent) {
        return agent.get(ClearmlAgent.CHART).map(version -> {
            Product product =
                    product(site, ClearmlServer.edition(site).agentChart(), agent.get(ClearmlAgent.CHART_KEYS));
            return new ChartRelease(
                    agent,
                    product,
                    version,
                    agent.get(ClearmlAgent.CLUSTER),
                    agent.get(ClearmlAgent.NAMESPACE),
                    name(agent, agent.get(ClearmlAgent.RELEASE_NAME), product, version),
                    agent.get(ClearmlAgent.VALUES));
        });
    }

    /** A gateway stands beside its agent: same namespace, same cluster. None on a machine. */
    public static Optional<ChartRelease> gateway(Site site, Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.CHART).map(version -> {
            Product product = product(site, ClearmlGateway.CHART_NAME, gateway.get(ClearmlGateway.CHART_KEYS));
            Fact<Block<ClearmlAgent>> agent = gateway.get(ClearmlGateway.AGENT);
            return new ChartRelease(
                    gateway,
                    product,
                    version,
                    agent.value().get(ClearmlAgent.CLUSTER),
                    agent.then(block -> block.get(ClearmlAgent.NAMESPACE)),
                    name(gateway, gateway.get(ClearmlGateway.RELEASE_NAME), product, version),
                    gateway.get(ClearmlGateway.VALUES));
        });
    }

    /** What answers with models: one chart for both editions. */
    public static ChartRelease serving(Site site, Block<ClearmlServing> serving) {
        Product product = product(site, ClearmlServing.CHART_NAME, serving.get(ClearmlServing.CHART_KEYS));
        Fact<Version> version = serving.get(ClearmlServing.CHART);
        return new ChartRelease(
                serving,
                product,
                version,
                serving.get(ClearmlServing.CLUSTER),
                serving.get(ClearmlServing.NAMESPACE),
                name(serving, serving.get(ClearmlServing.RELEASE_NAME), product, version),
                serving.get(ClearmlServing.VALUES));
    }

    /** A chart, with the keys that the site imported in the place of those that are known. */
    private static Product product(Site site, String chart, Optional<Fact<ImportedKeys>> keys) {
        Product product = site.product(chart);
        return keys.map(imported -> product.with(imported.value().keys())).orElse(product);
    }

    /** A release that the page does not name has the name of its chart, as the vendors' pages name it. */
    private static Fact<String> name(
            Block<?> block, Optional<Fact<String>> stated, Product product, Fact<Version> version) {
        Origin chart = new Origin.Assumed(
                block.address().then("release-name"), "the name of the chart", List.of(version.origin()));
        return stated.orElse(new Fact<>(product.name(), chart));
    }

    /** The cluster itself, if the page declares one. */
    public Optional<Block<Cluster>> place() {
        return cluster.map(Fact::value);
    }
}
