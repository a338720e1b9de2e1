package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/** An agent runs on Kubernetes or on machines, and each has a version of its own to say. */
final class AgentWay implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0533", "agent-way");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Optional<Fact<Version>> chart = agent.get(ClearmlAgent.CHART);
        Optional<Fact<Block<MachineGroup>>> machines = agent.get(ClearmlAgent.MACHINES);
        Optional<Fact<Version>> version = agent.get(ClearmlAgent.VERSION);
        if (chart.isPresent() && machines.isPresent()) {
            report.add(Diagnostic.of(
                            code(), Spans.of(machines.get()), agent.words() + " runs on Kubernetes and on machines")
                    .related(Spans.of(chart.get()), "on Kubernetes, says this")
                    .help("remove one of the two, or make it two agents"));
        } else if (chart.isPresent()) {
            version.ifPresent(stated -> report.add(Diagnostic.of(
                            code(),
                            Spans.of(stated),
                            "`version` goes with `machines`, and " + agent.words() + " has a chart")
                    .related(Spans.of(chart.get()), "its chart decides")
                    .help("remove it")));
        } else if (machines.isPresent() && version.isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(machines.get()),
                            agent.words() + " does not say which agent its machines get")
                    .help("write its version: `version = \"3.0.3\"`"));
        } else if (machines.isEmpty() && version.isPresent()) {
            String text = version.get().value().text();
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(version.get()),
                            "`version` is that of an agent on machines, and there are none")
                    .help("on Kubernetes the version of its chart decides: `chart = \"" + text + "\"`")
                    .help("on machines: write `machines = machine-group.NAME` too"));
        } else if (machines.isEmpty()) {
            report.add(Diagnostic.of(code(), agent.heading(), "nothing says where " + agent.words() + " runs")
                    .help("on Kubernetes: write the version of its chart, `chart = \"" + newest(site) + "\"`")
                    .help("on machines: write `machines = machine-group.NAME` and its `version`"));
        }
    }

    private static String newest(Site site) {
        List<Version> versions =
                site.product(ClearmlServer.edition(site).agentChart()).versions();
        return versions.get(versions.size() - 1).text();
    }
}
