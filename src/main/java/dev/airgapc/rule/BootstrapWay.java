package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Bootstrap;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Upload;

/**
 * A bootstrap has what it unpacks, an agent that knows it, and a list of Pythons in the form that its place can read: where something is missing,
 * tasks ask the internet and only become slow (clearml/clearml-docs:docs/clearml_agent/clearml_agent_bootstrap.md).
 */
final class BootstrapWay implements SiteRule<ClearmlAgent> {
    /** The first agent that has it. */
    private static final Version FIRST = Version.parse("3.0.0").value().orElseThrow();

    @Override
    public Code code() {
        return Code.error("AG0553", "bootstrap-way");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<Bootstrap> bootstrap : agent.get(ClearmlAgent.BOOTSTRAP)) {
            if (agent.get(ClearmlAgent.MACHINES).isPresent()) {
                onMachines(agent, bootstrap, site, report);
            } else {
                bootstrap.get(Bootstrap.UV_METADATA).ifPresent(place -> onPods(agent, place, report));
            }
        }
    }

    private void onMachines(Block<ClearmlAgent> agent, Block<Bootstrap> bootstrap, Site site, Report report) {
        if (!site.document().declares(ClearmlBootstrap.KIND)) {
            report.add(
                    Diagnostic.of(
                                    code(),
                                    bootstrap.heading(),
                                    "nothing says which package " + agent.words() + " unpacks")
                            .help(
                                    "write `clearml-bootstrap { version = \"…\" }`, the number of a release of clearml-agent-bootstrap"));
        }
        agent.get(ClearmlAgent.VERSION)
                .filter(version -> version.value().compareTo(FIRST) < 0)
                .ifPresent(version -> report.add(Diagnostic.of(
                                code(),
                                bootstrap.heading(),
                                "an agent of version " + version.value().text() + " has no bootstrap")
                        .related(Spans.of(version), "its version")
                        .help("raise `version` to " + FIRST.text() + " or a later one, or remove `bootstrap`")));
    }

    private void onPods(Block<ClearmlAgent> agent, Fact<Upload> place, Report report) {
        if (place.value().address().isPresent()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(place),
                            "on Kubernetes the list of Pythons is a file, and this is an address")
                    .help(
                            "mount the file and write its path: `mount \"/bootstrap\" { config-map = \"python-builds\" }` and "
                                    + "`uv-metadata = \"/bootstrap/download-metadata.json\"`"));
            return;
        }
        String path = place.value().path();
        boolean isMounted = agent.get(TaskSettings.MOUNT).stream()
                .map(Block::name)
                .anyMatch(mount -> path.equals(mount) || path.startsWith(mount + "/"));
        if (!isMounted) {
            int slash = path.lastIndexOf('/');
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(place),
                            "nothing is mounted where tasks of " + agent.words() + " look for `" + path + "`")
                    .related(agent.heading(), "its `mount` blocks")
                    .help("add `" + Mount.KIND.name() + " \"" + (slash > 0 ? path.substring(0, slash) : path)
                            + "\" { config-map = \"…\" }`"));
        }
    }
}
