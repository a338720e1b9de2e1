package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Similar;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server that the site declares lies inside it, so that a declaration cannot widen the gap. */
final class PublicHost implements SiteRule<SiteBlock> {
    /** Registries that the public pulls from, as pages mirror them. */
    private static final Set<String> PUBLIC = Set.of(
            "docker.io",
            "nvcr.io",
            "quay.io",
            "ghcr.io",
            "gcr.io",
            "registry.k8s.io",
            "public.ecr.aws",
            "mcr.microsoft.com");

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
                report.add(said(block, endpoint.value(), written.span()));
            }
        }
    }

    private Diagnostic said(Block<SiteBlock> block, Host host, Span at) {
        if (PUBLIC.contains(host.name())) {
            return Diagnostic.of(code(), at, "`" + host.text() + "` is a public registry")
                    .related(hosts(block), "what is inside")
                    .help("write the registry within the gap; `mirror \"" + host.name()
                            + "\" -> …` says where images of `" + host.name() + "` lie in it");
        }
        Diagnostic said = Diagnostic.of(code(), at, "`" + host.text() + "` is not inside the site")
                .related(hosts(block), "what is inside");
        Optional<String> near = near(block, host);
        return near.isPresent()
                ? said.help("did you mean `" + near.get() + "`? it is inside")
                : said.help("use a server of the site, or add `" + host.name() + "` to `site.hosts` if it is one");
    }

    /** The host with its domain as the site writes it, if that is nearly what stands there. */
    private static Optional<String> near(Block<SiteBlock> block, Host host) {
        List<String> domains = block.get(SiteBlock.HOSTS).stream()
                .map(pattern -> pattern.value().text())
                .filter(pattern -> pattern.startsWith("*."))
                .map(pattern -> pattern.substring(2))
                .toList();
        for (int dot = host.name().indexOf('.'); dot >= 0; dot = host.name().indexOf('.', dot + 1)) {
            Optional<String> domain = Similar.to(host.name().substring(dot + 1), domains);
            if (domain.isPresent()
                    && host.name()
                                    .substring(dot + 1)
                                    .chars()
                                    .filter(c -> c == '.')
                                    .count()
                            == domain.get().chars().filter(c -> c == '.').count()) {
                String port = host.port().isPresent() ? ":" + host.port().getAsInt() : "";
                return Optional.of(host.name().substring(0, dot + 1) + domain.get() + port);
            }
        }
        return Optional.empty();
    }

    private static Span hosts(Block<SiteBlock> block) {
        return block.get(SiteBlock.HOSTS).stream()
                .findFirst()
                .flatMap(host -> host.origin().written())
                .map(Origin.Written::span)
                .orElseGet(block::heading);
    }
}
