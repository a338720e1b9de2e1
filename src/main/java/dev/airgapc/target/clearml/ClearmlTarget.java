package dev.airgapc.target.clearml;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.language.Block;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.Site;
import dev.airgapc.target.ChartValues;
import dev.airgapc.target.Passthrough;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ClearML's own charts, the {@code clearml.conf} of its clients, and the steps that install them. */
public final class ClearmlTarget implements Target {
    @Override
    public String name() {
        return "clearml";
    }

    @Override
    public Contribution build(Site site) {
        List<Contribution> parts = new ArrayList<>();
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            Release.server(site, server).ifPresent(release -> {
                parts.add(chart(release, ServerValues.of(server, release), ServerSteps.of(server, release)));
                parts.add(MongoDbMigration.of(server, release));
                parts.add(TaskConfigMaps.ofInstances(release, server).contribution());
            });
            ComposeServer.of(site, server).ifPresent(compose -> parts.add(compose.contribution()));
            parts.add(ClearmlConf.of(server, site));
            parts.add(AppScripts.of(server, site));
        }
        parts.add(BootstrapScripts.of(site));
        parts.add(TaskPackages.of(site));
        Map<Block<ClearmlVault>, Mapping> vaulted = new HashMap<>();
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            Release.agent(site, agent).ifPresent(release -> {
                ChartValues values =
                        release.isPublic() ? PublicAgentValues.of(agent, release) : AgentValues.of(agent, release);
                parts.add(chart(release, values, AgentSteps.of(agent, release)));
                parts.add(TaskConfigMaps.of(release, agent).contribution());
            });
            MachineAgent.of(site, agent).ifPresent(machine -> parts.add(machines(machine, vaulted)));
        }
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            for (Block<ClearmlVault> vault : site.all(ClearmlVault.KIND)) {
                parts.add(VaultConf.of(vault, vaulted.getOrDefault(vault, Mapping.EMPTY), server, site));
            }
        }
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            Release.gateway(site, gateway)
                    .ifPresent(release -> parts.add(
                            chart(release, GatewayValues.of(gateway, release), GatewaySteps.of(gateway, release))));
            ComposeGateway.of(site, gateway).ifPresent(compose -> parts.add(compose.contribution()));
        }
        for (Block<ClearmlServing> serving : site.all(ClearmlServing.KIND)) {
            Release release = Release.serving(site, serving);
            parts.add(chart(release, ServingValues.of(serving, release), ServingSteps.of(serving, release)));
        }
        return Contribution.all(parts);
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        return InstallScript.of(site);
    }

    /** @param vaulted takes what a vault holds in place of the agent's file */
    private static Contribution machines(MachineAgent machine, Map<Block<ClearmlVault>, Mapping> vaulted) {
        DockerArguments.Written arguments = DockerArguments.of(machine);
        AgentConf.Written conf = AgentConf.of(machine, arguments.words());
        machine.agent().get(ClearmlAgent.SETTINGS).ifPresent(settings -> vaulted.put(settings.value(), conf.vaulted()));
        List<OutputFile> files = new ArrayList<>(List.of(conf.file()));
        files.addAll(MachineScripts.of(machine, arguments.files()));
        files.addAll(arguments.files());
        return new Contribution(files, List.of(), MachineSteps.of(machine), conf.diagnostics());
    }

    private static Contribution chart(Release release, ChartValues values, List<Step> steps) {
        Passthrough.Merged finished = values.finished();
        OutputFile file = new OutputFile(release.path(), Side.INSIDE, Program.HELM, new YamlPrinter(), finished.tree());
        List<Diagnostic> diagnostics = new ArrayList<>(finished.diagnostics());
        MongodbImage.of(finished.tree()).ifPresent(diagnostics::add);
        values.unlisted(
                        "chart `" + release.product().name() + "`",
                        "the lists hold those that are known; RUNBOOK.md says how to find the others")
                .ifPresent(diagnostics::add);
        return new Contribution(List.of(file), release.needs(values), steps, diagnostics);
    }
}
