package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/** A server is installed by its chart, by Docker Compose on one machine, or by somebody else; each way has words of its own. */
final class ServerWay implements SiteRule<ClearmlServer> {
    /** Compose files of older versions have other folders and users (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/docker_compose_upgrade_3_29.md). */
    private static final Version FIRST = new Version("3.29");

    @Override
    public Code code() {
        return Code.error("AG0545", "server-way");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Optional<Fact<Version>> chart = server.get(ClearmlServer.CHART);
        Optional<Fact<Block<MachineGroup>>> machines = server.get(ClearmlServer.MACHINES);
        Optional<Fact<Version>> version = server.get(ClearmlServer.VERSION);
        if (chart.isPresent() && machines.isPresent()) {
            report.add(Diagnostic.of(
                            code(), Spans.of(machines.get()), server.words() + " runs on Kubernetes and on a machine")
                    .related(Spans.of(chart.get()), "on Kubernetes, says this")
                    .help("remove one of the two"));
        } else if (machines.isPresent()) {
            machine(server, machines.get(), report);
            version.ifPresentOrElse(
                    stated -> version(server, stated, report),
                    () -> report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(machines.get()),
                                    "nothing says which " + server.words() + " runs there")
                            .help("write its version: `version = \"" + example(server) + "\"`")));
            if (server.get(ClearmlServer.CREDENTIALS).isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(machines.get()),
                                "nothing says where " + server.words()
                                        + " finds its keys, and Docker Compose makes none")
                        .help("write `credentials = secret.NAME`"));
            }
        } else {
            version.ifPresent(stated -> report.add(Diagnostic.of(
                            code(),
                            Spans.of(stated),
                            "`version` goes with `machines`, which " + server.words() + " has not")
                    .help(
                            chart.isPresent()
                                    ? "remove it: its chart decides"
                                    : "write `machines = machine-group.NAME` too")));
        }
    }

    private void machine(Block<ClearmlServer> server, Fact<Block<MachineGroup>> machines, Report report) {
        List<Fact<Host>> hosts = machines.value().get(MachineGroup.HOSTS);
        if (hosts.size() > 1) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(machines),
                            "Docker Compose runs " + server.words() + " on one machine, and "
                                    + machines.value().words() + " has " + hosts.size())
                    .related(machines.value().heading(), "several machines")
                    .help("declare a group with the one: `machine-group server { hosts = [\""
                            + hosts.get(0).value().text() + "\"] }`"));
        }
    }

    private void version(Block<ClearmlServer> server, Fact<Version> version, Report report) {
        boolean enterprise = server.get(ClearmlServer.EDITION).value() == ClearmlServer.Edition.ENTERPRISE;
        if (enterprise && version.value().compareTo(FIRST) < 0) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(version),
                            "the Compose files of version " + version.value().text()
                                    + " are other ones: airgapc writes for those of 3.29 and later")
                    .help("upgrade the server as its vendor says, then write its new version"));
        }
        if (Image.parse("docker.io/clearml/server:" + version.value().text())
                .value()
                .isEmpty()) {
            report.add(Diagnostic.of(
                            code(), Spans.of(version), "`" + version.value().text() + "` is no tag of an image")
                    .help("write it as its image is tagged: `\"" + example(server) + "\"`"));
        }
    }

    private static String example(Block<ClearmlServer> server) {
        return server.get(ClearmlServer.EDITION).value() == ClearmlServer.Edition.OSS ? "2.4.0" : "3.29.1";
    }
}
