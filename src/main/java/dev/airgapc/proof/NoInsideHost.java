package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Host;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Side;
import dev.airgapc.site.SiteCodes;
import java.util.List;
import java.util.Map;

/** What goes to the connected side names no server of the site: it goes to people who must not see the rest. */
final class NoInsideHost implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            if (file.side() == Side.OUTSIDE) {
                Map<String, Leaf> leaves = file.content().leaves();
                leaves.forEach((pointer, leaf) -> {
                    for (Host host : hosts(leaves, pointer)) {
                        if (subject.declares(host)) {
                            report.add(
                                    Diagnostic.of(
                                                    SiteCodes.INSIDE_HOST,
                                                    subject.place(leaf.origin(), host.text()),
                                                    "`" + host.text()
                                                            + "` is inside the site, and this is used outside")
                                            .label("it would stand in " + file.path() + ":" + pointer)
                                            .help(
                                                    "what only the connected side uses is not in `site.hosts`; what is inside already is not fetched"));
                        }
                    }
                });
            }
        }
    }

    private static List<Host> hosts(Map<String, Leaf> leaves, String pointer) {
        return HostNames.of(leaves, pointer).stream()
                .flatMap(named -> named.host().stream())
                .toList();
    }
}
