package dev.airgapc.rule;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart that the page installs.
 *
 * @param block what asks for it
 * @param cluster where it is installed; empty where the page declares no cluster
 * @param values what the page passes to the chart itself, a text for each layer
 */
record Release(
        Block<?> block,
        Fact<Version> chart,
        Product product,
        Optional<Fact<Block<Cluster>>> cluster,
        Fact<String> namespace,
        Fact<String> name,
        List<Fact<String>> values) {
    Release {
        values = List.copyOf(values);
    }

    /** Every one, in the order of the vocabulary. */
    static List<Release> all(Site site) {
        List<Release> all = new ArrayList<>();
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            server.get(ClearmlServer.CHART)
                    .ifPresent(chart -> all.add(new Release(
                            server,
                            chart,
                            site.product(ClearmlServer.CHART_NAME),
                            server.get(ClearmlServer.CLUSTER),
                            server.get(ClearmlServer.NAMESPACE),
                            server.get(ClearmlServer.RELEASE_NAME),
                            server.get(ClearmlServer.VALUES))));
        }
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            all.add(new Release(
                    agent,
                    agent.get(ClearmlAgent.CHART),
                    site.product(ClearmlAgent.CHART_NAME),
                    agent.get(ClearmlAgent.CLUSTER),
                    agent.get(ClearmlAgent.NAMESPACE),
                    agent.get(ClearmlAgent.RELEASE_NAME),
                    agent.get(ClearmlAgent.VALUES)));
        }
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            Block<ClearmlAgent> agent = gateway.get(ClearmlGateway.AGENT).value();
            all.add(new Release(
                    gateway,
                    gateway.get(ClearmlGateway.CHART),
                    site.product(ClearmlGateway.CHART_NAME),
                    agent.get(ClearmlAgent.CLUSTER),
                    agent.get(ClearmlAgent.NAMESPACE),
                    gateway.get(ClearmlGateway.RELEASE_NAME),
                    gateway.get(ClearmlGateway.VALUES)));
        }
        return all;
    }

    /** The cluster itself, if the page declares one. */
    Optional<Block<Cluster>> place() {
        return cluster.map(Fact::value);
    }
}
