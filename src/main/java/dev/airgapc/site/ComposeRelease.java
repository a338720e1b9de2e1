package dev.airgapc.site;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Docker Compose runs on a machine.
 *
 * @param block what asks for it
 * @param product what the catalogue knows of it
 * @param machines a group of one machine
 * @param registry where its images are pulled from; empty where the page declares none
 */
public record ComposeRelease(
        Block<?> block,
        Product product,
        Fact<Version> version,
        Fact<Block<MachineGroup>> machines,
        Optional<Fact<Block<Registry>>> registry) {
    /** What the catalogue calls a gateway. */
    public static final String GATEWAY = "clearml-gateway-compose";

    /** Every one, in the order of the vocabulary. */
    public static List<ComposeRelease> all(Site site) {
        List<ComposeRelease> all = new ArrayList<>();
        site.all(ClearmlServer.KIND).forEach(server -> server(site, server).ifPresent(all::add));
        site.all(ClearmlGateway.KIND).forEach(gateway -> gateway(site, gateway).ifPresent(all::add));
        return all;
    }

    /** The server's. */
    public static Optional<ComposeRelease> server(Site site, Block<ClearmlServer> server) {
        return server.get(ClearmlServer.MACHINES)
                .flatMap(machines -> server.get(ClearmlServer.VERSION)
                        .map(version -> new ComposeRelease(
                                server,
                                site.product(ClearmlServer.edition(site).compose()),
                                version,
                                machines,
                                server.get(ClearmlServer.REGISTRY))));
    }

    /** A gateway's; it pulls where its agent does. */
    public static Optional<ComposeRelease> gateway(Site site, Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.MACHINES)
                .flatMap(machines -> gateway.get(ClearmlGateway.VERSION)
                        .map(version -> new ComposeRelease(
                                gateway,
                                site.product(GATEWAY),
                                version,
                                machines,
                                Optional.of(gateway.get(ClearmlGateway.AGENT)
                                        .then(agent -> agent.get(ClearmlAgent.REGISTRY))))));
    }

    /** The gateways among them: with several, each serves queues of its own. */
    public static List<ComposeRelease> gateways(Site site) {
        return all(site).stream()
                .filter(release -> release.block().kind() == ClearmlGateway.KIND)
                .toList();
    }

    /** The queues of a gateway's agent, as one text (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_compose.md). */
    public static Fact<String> queues(Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.AGENT)
                .map(agent ->
                        agent.get(ClearmlAgent.QUEUES).stream().map(Block::name).collect(Collectors.joining(" ")));
    }

    /** Its machine. */
    public Fact<Host> host() {
        return machines.then(group -> group.get(MachineGroup.HOSTS).get(0));
    }
}
