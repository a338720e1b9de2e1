package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;
import java.util.Optional;

/** What is installed has images, and images have one place within the gap. */
final class ServerWithoutRegistry implements SiteRule<ClearmlServer> {
    @Override
    public Code code() {
        return Code.error("AG0523", "server-without-registry");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Optional<? extends Fact<?>> installed = server.get(ClearmlServer.CHART).isPresent()
                ? server.get(ClearmlServer.CHART)
                : server.get(ClearmlServer.MACHINES);
        installed
                .filter(way -> server.get(ClearmlServer.REGISTRY).isEmpty())
                .ifPresent(way -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(way),
                                "the images of " + server.words() + " have no place within the gap")
                        .help("declare one: `registry main { host = \"registry.corp.example:5000\" }`")));
    }
}
