package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Boundary;
import dev.airgapc.site.Endpoints;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.SiteCodes;
import dev.airgapc.source.Span;
import java.util.HashSet;
import java.util.Set;

/** A server that the site declares lies inside it, so that a declaration cannot widen the gap. */
final class PublicHost implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return SiteCodes.PUBLIC_HOST;
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        Boundary boundary = site.boundary();
        Set<Span> blamed = new HashSet<>(); // three addresses may come of one domain
        for (Fact<Host> endpoint : Endpoints.of(site)) {
            Origin.Written written = endpoint.origin().written().orElseThrow();
            if (!boundary.holds(endpoint.value()) && blamed.add(written.span())) {
                report.add(Diagnostic.of(
                                code(), written.span(), "`" + endpoint.value().text() + "` is not inside the site")
                        .related(hosts(block), "what is inside")
                        .help("use a server of the site, or add `"
                                + endpoint.value().name() + "` to `site.hosts` if it is one"));
            }
        }
    }

    private static Span hosts(Block<SiteBlock> block) {
        return block.get(SiteBlock.HOSTS).stream()
                .findFirst()
                .flatMap(host -> host.origin().written())
                .map(Origin.Written::span)
                .orElseGet(block::heading);
    }
}
