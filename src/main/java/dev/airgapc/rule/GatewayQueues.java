package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ComposeRelease;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * Several routers of one server on machines are told their queues, each its own, in one text with spaces between
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_compose.md).
 */
final class GatewayQueues implements SiteRule<ClearmlGateway> {
    @Override
    public Code code() {
        return Code.error("AG0546", "gateway-queues");
    }

    @Override
    public Kind<ClearmlGateway> subject() {
        return ClearmlGateway.KIND;
    }

    @Override
    public void check(Block<ClearmlGateway> gateway, Site site, Report report) {
        List<ComposeRelease> all = ComposeRelease.gateways(site);
        if (all.size() < 2 || all.stream().noneMatch(release -> release.block() == gateway)) {
            return;
        }
        for (Block<Queue> queue : queues(gateway)) {
            if (queue.name().contains(" ")) {
                report.add(Diagnostic.of(
                                code(),
                                queue.heading(),
                                "a router takes names of queues with spaces between, and `" + queue.name()
                                        + "` has one")
                        .related(gateway.heading(), "one of several routers")
                        .help("give the queue a name without a space"));
            }
        }
        for (Block<ClearmlGateway> other : site.all(ClearmlGateway.KIND)) {
            if (other == gateway) {
                return;
            }
            shared(gateway, other)
                    .ifPresent(queue -> report.add(Diagnostic.of(
                                    code(),
                                    gateway.heading(),
                                    gateway.words() + " and " + other.words() + " both serve queue `" + queue + "`")
                            .related(other.heading(), "the other one")
                            .help("name an agent with other queues: `agent = clearml-agent.NAME`")));
        }
    }

    private static Optional<String> shared(Block<ClearmlGateway> one, Block<ClearmlGateway> other) {
        List<String> names = queues(other).stream().map(Block::name).toList();
        return other.get(ClearmlGateway.MACHINES).isEmpty()
                ? Optional.empty()
                : queues(one).stream().map(Block::name).filter(names::contains).findFirst();
    }

    private static List<Block<Queue>> queues(Block<ClearmlGateway> gateway) {
        return gateway.get(ClearmlGateway.AGENT).value().get(ClearmlAgent.QUEUES);
    }
}
