package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Ingress;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.Site;
import java.util.Optional;

/**
 * People reach a gateway by a name or by a port on the nodes; with a port they need the address that it makes
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_k8s.md).
 */
final class GatewayWay implements SiteRule<ClearmlGateway> {
    @Override
    public Code code() {
        return Code.error("AG0522", "gateway-way");
    }

    @Override
    public Kind<ClearmlGateway> subject() {
        return ClearmlGateway.KIND;
    }

    @Override
    public void check(Block<ClearmlGateway> gateway, Site site, Report report) {
        Optional<Fact<Version>> chart = gateway.get(ClearmlGateway.CHART);
        Optional<Fact<Block<MachineGroup>>> machines = gateway.get(ClearmlGateway.MACHINES);
        if (chart.isPresent() && machines.isPresent()) {
            report.add(Diagnostic.of(
                            code(), Spans.of(machines.get()), gateway.words() + " runs on Kubernetes and on a machine")
                    .related(Spans.of(chart.get()), "on Kubernetes, says this")
                    .help("remove one of the two"));
        } else if (machines.isPresent()) {
            machine(gateway, machines.get(), site, report);
        } else if (chart.isEmpty()) {
            report.add(Diagnostic.of(code(), gateway.heading(), "nothing says where " + gateway.words() + " runs")
                    .help("on Kubernetes: write the version of its chart, `chart = \"3.2.0\"`")
                    .help("on a machine: write `machines = machine-group.NAME` and its `version`"));
        } else {
            gateway.get(ClearmlGateway.VERSION)
                    .ifPresent(version -> report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(version),
                                    "`version` goes with `machines`, and " + gateway.words() + " has a chart")
                            .related(Spans.of(chart.get()), "its chart decides")
                            .help("remove it")));
            cluster(gateway, report);
        }
    }

    /** On one machine, by an address that it is told; whose cookie it takes is nowhere else. */
    private void machine(Block<ClearmlGateway> gateway, Fact<Block<MachineGroup>> machines, Site site, Report report) {
        if (gateway.get(ClearmlGateway.VERSION).isEmpty()) {
            report.add(
                    Diagnostic.of(code(), Spans.of(machines), "nothing says which " + gateway.words() + " runs there")
                            .help("write the version of its router: `version = \"2.16.1\"`"));
        }
        if (machines.value().get(MachineGroup.HOSTS).size() > 1) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(machines),
                            "two routers of one name take each other's place, and "
                                    + machines.value().words() + " has "
                                    + machines.value().get(MachineGroup.HOSTS).size() + " machines")
                    .related(machines.value().heading(), "several machines")
                    .help("declare a gateway and a group for each machine"));
        }
        if (gateway.get(ClearmlGateway.EXTERNAL_URL).isEmpty()) {
            report.add(Diagnostic.of(
                            code(), gateway.heading(), gateway.words() + " does not say which address people open")
                    .help("write `external-url = \"http://"
                            + machines.value()
                                    .get(MachineGroup.HOSTS)
                                    .get(0)
                                    .value()
                                    .text() + ":8010\"`"));
        }
        boolean compose = site.all(ClearmlServer.KIND).stream()
                .anyMatch(server -> server.get(ClearmlServer.MACHINES).isPresent());
        if (compose && Spans.stated(gateway.get(ClearmlGateway.COOKIE)).isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            gateway.heading(),
                            gateway.words()
                                    + " does not say which cookie the server sets, and on a machine it has a name of its own")
                    .help("write `cookie = \"…\"`: the `value_prefix` of the server's `config/envoy/envoy.yaml`"));
        }
    }

    private void cluster(Block<ClearmlGateway> gateway, Report report) {
        Fact<Block<ClearmlAgent>> agent = gateway.get(ClearmlGateway.AGENT);
        if (agent.value().get(ClearmlAgent.MACHINES).isPresent()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(agent),
                            gateway.words() + " stands in the namespace of its agent, and "
                                    + agent.value().words() + " runs on machines")
                    .help("name an agent on Kubernetes: `agent = clearml-agent.NAME`"));
            return;
        }
        Optional<Block<Ingress>> ingress =
                gateway.get(ClearmlGateway.INGRESS).stream().findFirst();
        Optional<Fact<Long>> port = gateway.get(ClearmlGateway.NODE_PORT);
        Optional<Fact<Url>> url = gateway.get(ClearmlGateway.EXTERNAL_URL);
        if (port.isPresent()) {
            if (ingress.isPresent()) {
                report.add(Diagnostic.of(
                                code(), Spans.of(port.get()), gateway.words() + " is reached by a name and by a port")
                        .related(ingress.get().heading(), "by a name, says this")
                        .help("remove `ingress`, or remove `node-port` and `external-url`"));
            } else if (url.isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(port.get()),
                                gateway.words() + " does not say which address this port makes")
                        .help("write `external-url = \"http://NODE:"
                                + port.get().value() + "\"`"));
            }
        } else if (url.isPresent()) {
            Diagnostic diagnostic = Diagnostic.of(
                            code(), Spans.of(url.get()), "`external-url` goes with `node-port`, which is not stated")
                    .help(ingress.isPresent() ? "remove it: the name is `host`" : "write `node-port = …` too");
            report.add(ingress.map(block -> diagnostic.related(block.heading(), "it is reached by a name"))
                    .orElse(diagnostic));
        } else if (ingress.isEmpty()) {
            report.add(Diagnostic.of(code(), gateway.heading(), "nothing says how " + gateway.words() + " is reached")
                    .help("write `ingress { }`, or `node-port` with `external-url`"));
        }
    }
}
