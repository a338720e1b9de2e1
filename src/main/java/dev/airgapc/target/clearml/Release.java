package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.Need;
import dev.airgapc.plan.Places;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Helm release of one of ClearML's charts.
 *
 * @param name what scripts and the runbook call it: {@code server}, {@code agent-main}
 * @param block the block that asks for it
 * @param values the path of its values below {@code inside/clearml}
 */
record Release(
        Site site,
        String name,
        Block<?> block,
        Product product,
        Fact<Version> version,
        Fact<String> namespace,
        Fact<String> releaseName,
        Fact<Block<Registry>> registry,
        Optional<Fact<Block<Cluster>>> cluster,
        String values) {
    static final String FOLDER = "inside/clearml/";

    /** The server's, if the page wants it installed. */
    static Optional<Release> server(Site site, Block<ClearmlServer> server) {
        Optional<Fact<Version>> chart = server.get(ClearmlServer.CHART);
        Optional<Fact<Block<Registry>>> registry = server.get(ClearmlServer.REGISTRY);
        return chart.isEmpty() || registry.isEmpty()
                ? Optional.empty()
                : Optional.of(new Release(
                        site,
                        "server",
                        server,
                        site.product(ClearmlServer.CHART_NAME),
                        chart.get(),
                        server.get(ClearmlServer.NAMESPACE),
                        server.get(ClearmlServer.RELEASE_NAME),
                        registry.get(),
                        server.get(ClearmlServer.CLUSTER),
                        "server/clearml-values.override.yaml"));
    }

    static Release agent(Site site, Block<ClearmlAgent> agent) {
        return new Release(
                site,
                "agent-" + agent.name(),
                agent,
                site.product(ClearmlAgent.CHART_NAME),
                agent.get(ClearmlAgent.CHART),
                agent.get(ClearmlAgent.NAMESPACE),
                agent.get(ClearmlAgent.RELEASE_NAME),
                agent.get(ClearmlAgent.REGISTRY),
                agent.get(ClearmlAgent.CLUSTER),
                "agent-" + agent.name() + "/clearml-agent-values.override.yaml");
    }

    /** A gateway stands beside its agent: same namespace, same cluster, same registry. */
    static Release gateway(Site site, Block<ClearmlGateway> gateway) {
        Fact<Block<ClearmlAgent>> agent = gateway.get(ClearmlGateway.AGENT);
        return new Release(
                site,
                "gateway-" + gateway.name(),
                gateway,
                site.product(ClearmlGateway.CHART_NAME),
                gateway.get(ClearmlGateway.CHART),
                agent.then(block -> block.get(ClearmlAgent.NAMESPACE)),
                gateway.get(ClearmlGateway.RELEASE_NAME),
                agent.then(block -> block.get(ClearmlAgent.REGISTRY)),
                agent.value().get(ClearmlAgent.CLUSTER),
                "gateway-" + gateway.name() + "/clearml-app-gateway-values.override.yaml");
    }

    String path() {
        return FOLDER + values;
    }

    Optional<Block<Cluster>> clusterBlock() {
        return cluster.map(Fact::value);
    }

    /** An image as this release's values name it. */
    Fact<ImageName> place(Fact<Image> image) {
        return Places.of(image, site, registry, cluster);
    }

    /** An image of the chart, because the stated version runs it. */
    Fact<Image> carried(Product.Carried image) {
        Origin demanded = new Origin.Demanded(product.name() + " runs " + image.why(), image.source());
        return new Fact<>(image.image(), Origin.all(List.of(demanded, version.origin())));
    }

    /** The chart, and every image that the catalogue knows of it. */
    List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        String chart = product.name() + " " + version.value().text();
        product.chart()
                .ifPresent(source -> needs.add(
                        new Need.OfChart(product.name(), version, source, block, "the chart of " + block.words())));
        for (Product.Carried image : product.images(version.value())) {
            needs.add(new Need.OfImage(place(carried(image)), block, image.why() + " (" + chart + ")"));
        }
        return needs;
    }

    /** The name of a secret's object where this release reads it. */
    Fact<SecretName> secret(Fact<Block<Secret>> secret, SecretName.Shape shape) {
        Optional<Address> where = cluster.map(block -> block.value().address());
        return secret.then(Secret::objectName)
                .map(text -> new SecretName(secret.value().address(), where, namespace, shape, text));
    }

    /** The pull secret, as the charts of ClearML list it: {@code [{name: …}]}. */
    Sequence pullSecrets() {
        List<Mapping> names = registry.value().get(Registry.PULL).stream()
                .map(pull -> Mapping.EMPTY.with("name", Leaf.of(secret(pull, SecretName.REGISTRY_LOGIN))))
                .toList();
        return Sequence.of(names);
    }
}
