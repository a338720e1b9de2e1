package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;

/** What a chart installs has images, and images have one place within the gap. */
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
        server.get(ClearmlServer.CHART)
                .filter(chart -> server.get(ClearmlServer.REGISTRY).isEmpty())
                .ifPresent(chart -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(chart),
                                "the images of " + server.words() + " have no place within the gap")
                        .help("declare one: `registry main { host = \"registry.corp.example:5000\" }`")));
    }
}
