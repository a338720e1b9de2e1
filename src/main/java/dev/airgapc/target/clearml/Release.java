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
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A release of one of ClearML's charts, with the file of its values and the registry of its images.
 *
 * @param name what scripts and the runbook call it: {@code server}, {@code agent-main}
 * @param values the path of its values below {@code inside/clearml}
 */
record Release(Site site, String name, ChartRelease chart, Fact<Block<Registry>> registry, String values) {
    static final String FOLDER = "inside/clearml/";

    /** The server's, if the page wants it installed. */
    static Optional<Release> server(Site site, Block<ClearmlServer> server) {
        return ChartRelease.server(site, server)
                .flatMap(chart -> server.get(ClearmlServer.REGISTRY)
                        .map(registry ->
                                new Release(site, "server", chart, registry, "server/clearml-values.override.yaml")));
    }

    /** An agent's, if it runs on Kubernetes. */
    static Optional<Release> agent(Site site, Block<ClearmlAgent> agent) {
        String name = "agent-" + agent.name();
        Fact<Block<Registry>> registry = agent.get(ClearmlAgent.REGISTRY);
        String values = name + "/clearml-agent-values.override.yaml";
        return ChartRelease.agent(site, agent).map(chart -> new Release(site, name, chart, registry, values));
    }

    /** A gateway's, if it runs on Kubernetes; it pulls where its agent does. */
    static Optional<Release> gateway(Site site, Block<ClearmlGateway> gateway) {
        String name = "gateway-" + gateway.name();
        Fact<Block<Registry>> registry =
                gateway.get(ClearmlGateway.AGENT).then(block -> block.get(ClearmlAgent.REGISTRY));
        String values = name + "/clearml-app-gateway-values.override.yaml";
        return ChartRelease.gateway(site, gateway).map(chart -> new Release(site, name, chart, registry, values));
    }

    /** What answers with models; its chart is one for both editions. */
    static Release serving(Site site, Block<ClearmlServing> serving) {
        String name = "serving-" + serving.name();
        String values = name + "/clearml-serving-values.override.yaml";
        return new Release(
                site, name, ChartRelease.serving(site, serving), serving.get(ClearmlServing.REGISTRY), values);
    }

    Block<?> block() {
        return chart.block();
    }

    Product product() {
        return chart.product();
    }

    Fact<Version> version() {
        return chart.version();
    }

    Fact<String> namespace() {
        return chart.namespace();
    }

    Fact<String> releaseName() {
        return chart.name();
    }

    String path() {
        return FOLDER + values;
    }

    Optional<Block<Cluster>> cluster() {
        return chart.place();
    }

    /** An image as this release's values name it. */
    Fact<ImageName> place(Fact<Image> image) {
        return Places.of(image, site, registry, chart.cluster());
    }

    /** An image of the chart, because the stated version runs it. */
    Fact<Image> carried(Product.Carried image) {
        Origin demanded = new Origin.Demanded(product().name() + " runs " + image.why(), image.source());
        return new Fact<>(image.image(), Origin.all(List.of(demanded, version().origin())));
    }

    /** Whether it is one of the public charts, whose keys are others. */
    boolean isPublic() {
        return ClearmlServer.openSource(site).isPresent();
    }

    /** The names of the images that the stated version is known to run. */
    List<Fact<ImageName>> images() {
        return product().images(version().value()).stream()
                .map(image -> place(carried(image)))
                .toList();
    }

    /**
     * The chart, and every image that the catalogue knows of it.
     *
     * @param values what its values say, which decides on some
     */
    List<Need> needs(ChartValues values) {
        List<Need> needs = new ArrayList<>();
        String words = product().name() + " " + version().value().text();
        product()
                .chart()
                .ifPresent(source -> needs.add(new Need.OfChart(
                        product().name(),
                        version(),
                        source,
                        values.isUnlisted(),
                        block(),
                        "the chart of " + block().words())));
        for (Product.Carried image : product().images(version().value())) {
            if (image.condition().filter(path -> !values.isTrue(path)).isEmpty()) {
                needs.add(new Need.OfImage(place(carried(image)), block(), image.why() + " (" + words + ")"));
            }
        }
        return needs;
    }

    /** The name of a secret's object where this release reads it. */
    Fact<SecretName> secret(Fact<Block<Secret>> secret, SecretName.Shape shape) {
        Optional<Address> where = cluster().map(Block::address);
        return secret.then(Secret::objectName)
                .map(text -> new SecretName(secret.value().address(), where, namespace(), shape, text));
    }

    /** The object of the logins that tasks install packages with: the one that is there already, else one of its own, whose name no block can have. */
    Fact<SecretName> netrc(List<PackageLogin> logins) {
        Fact<Block<Secret>> first = logins.get(0).secret();
        List<SecretName.Login> entries = logins.stream()
                .map(login -> new SecretName.Login(
                        login.host(), login.secret().value().address()))
                .toList();
        Fact<SecretName> name = secret(first, SecretName.netrc(entries));
        Origin origin =
                Origin.all(logins.stream().map(login -> login.secret().origin()).toList());
        return Secret.isExisting(first.value())
                ? name
                : new Fact<>(name.value().called(name() + "." + SecretName.NETRC), origin);
    }

    /** The pull secret, as the charts of ClearML list it: {@code [{name: …}]}. */
    Sequence pullSecrets() {
        return Sequence.of(pullSecret().stream()
                .map(name -> Mapping.EMPTY.with("name", Leaf.of(name)))
                .toList());
    }

    /** The same, alone. */
    Optional<Fact<SecretName>> pullSecret() {
        return registry.value().get(Registry.PULL).map(pull -> secret(pull, SecretName.REGISTRY_LOGIN));
    }
}
