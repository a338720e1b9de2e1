package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Attribute;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.TaskSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A word that only Kubernetes has a place for, on machines, or the other way round, or one that goes with another: it would be read and change nothing. */
final class WithoutEffect implements SiteRule<SiteBlock> {
    private static final List<Attribute<? super ClearmlAgent, ?>> PODS = List.of(
            ClearmlAgent.CLUSTER,
            ClearmlAgent.NAMESPACE,
            ClearmlAgent.RELEASE_NAME,
            ClearmlAgent.CHART_KEYS,
            ClearmlAgent.VALUES,
            TaskSettings.GPU_RESOURCE,
            TaskSettings.LABEL,
            TaskSettings.ANNOTATION,
            TaskSettings.NODE_SELECTOR,
            TaskSettings.TOLERATIONS,
            TaskSettings.PRIORITY_CLASS,
            TaskSettings.USER);
    private static final List<Attribute<? super ClearmlAgent, ?>> MACHINES =
            List.of(ClearmlAgent.WORKERS, ClearmlAgent.TASK_IMAGES, ClearmlAgent.SETTINGS, ClearmlAgent.CONF);
    /** The word that says the same at the other place. */
    private static final Map<String, String> OTHERS = Map.of(
            ClearmlAgent.WORKERS.name(), "write `max-pods` in a queue: pods are counted there",
            ClearmlAgent.SETTINGS.name(), "remove it: its pods have their settings from the chart",
            ClearmlAgent.CONF.name(), "write keys of the chart into `values`",
            ClearmlAgent.VALUES.name(), "write keys of `clearml.conf` into `conf`");

    private static final List<Attribute<? super ClearmlServer, ?>> CHART =
            List.of(ClearmlServer.RELEASE_NAME, ClearmlServer.CHART_KEYS, ClearmlServer.VALUES, ClearmlServer.MONGODB);
    private static final List<Attribute<? super ClearmlServer, ?>> COMPOSE =
            List.of(ClearmlServer.ROOT, ClearmlServer.IMAGE, ClearmlServer.SERVICES_IMAGE);
    private static final List<Attribute<? super ClearmlServer, ?>> OPEN_SOURCE = List.of(ClearmlServer.ROOT);
    private static final List<Attribute<? super ClearmlServer, ?>> ENTERPRISE = List.of(ClearmlServer.SERVICES_IMAGE);
    private static final List<Attribute<? super Index, ?>> LOADED =
            List.of(Index.REQUIREMENTS, Index.PUSH, Index.UPLOAD);
    private static final List<Attribute<? super ClearmlGateway, ?>> GATEWAY_CHART = List.of(
            ClearmlGateway.RELEASE_NAME,
            ClearmlGateway.CHART_KEYS,
            ClearmlGateway.VALUES,
            ClearmlGateway.HOST,
            ClearmlGateway.INGRESS);

    private static final List<Attribute<? super ClearmlServing, ?>> PACKAGES = List.of(ClearmlServing.INDEXES);
    private static final List<Attribute<? super ClearmlServing, ?>> NAMED = List.of(ClearmlServing.URL);
    private static final List<Attribute<? super ClearmlServing, ?>> STATISTICS = List.of(ClearmlServing.GRAFANA);

    @Override
    public Code code() {
        return Code.warning("AG0536", "without-effect");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            if (server.get(ClearmlServer.CHART).isEmpty()) {
                idle(server, CHART, "without `chart`, which installs the server", report);
            }
            if (server.get(ClearmlServer.MACHINES).isEmpty()) {
                idle(server, COMPOSE, "without `machines`", report);
            } else if (ClearmlServer.edition(site) == ClearmlServer.Edition.OSS) {
                idle(server, OPEN_SOURCE, "on the open-source server: the vendor's file has its folders", report);
            } else {
                idle(server, ENTERPRISE, "on the enterprise server: the vendor's file has it", report);
            }
        }
        Optional<Block<Index>> loaded = Index.loaded(site);
        for (Block<Index> index : site.all(Index.KIND)) {
            if (loaded.filter(one -> one == index).isEmpty()) {
                idle(index, LOADED, "here: whoever runs it loads it", report);
            }
        }
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            if (gateway.get(ClearmlGateway.MACHINES).isPresent()) {
                idle(gateway, GATEWAY_CHART, "on a machine", report);
            }
        }
        site.all(ClearmlServing.KIND).forEach(serving -> serving(serving, report));
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            if (agent.get(ClearmlAgent.MACHINES).isPresent()) {
                idle(agent, PODS, "on machines", report);
            } else {
                idle(agent, MACHINES, "on Kubernetes", report);
            }
        }
    }

    private void serving(Block<ClearmlServing> serving, Report report) {
        if (serving.get(ClearmlServing.PACKAGES).isEmpty()) {
            idle(serving, PACKAGES, "without `packages`", report);
        }
        if (serving.get(ClearmlServing.INGRESS).isEmpty()) {
            idle(serving, NAMED, "without `ingress`", report);
        }
        if (!serving.get(ClearmlServing.STATISTICS).value()) {
            idle(serving, STATISTICS, "without `statistics`", report);
        }
    }

    private <K> void idle(Block<K> block, List<Attribute<? super K, ?>> words, String where, Report report) {
        for (Attribute<? super K, ?> word : words) {
            block.where(word.name())
                    .ifPresent(at -> report.add(Diagnostic.of(
                                    code(), at, "`" + word.name() + "` of " + block.words() + " has no effect " + where)
                            .help(
                                    where.startsWith("on")
                                            ? OTHERS.getOrDefault(word.name(), "remove it")
                                            : "remove it")));
        }
    }
}
