package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Source;
import java.util.List;

/** A layer that names another domain and keeps the hosts of the site below it counts that site's servers as its own. */
final class InheritedHosts implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.warning("AG0527", "inherited-hosts");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        Fact<Host> domain = block.get(SiteBlock.DOMAIN);
        Source here = Spans.of(domain).source();
        List<Fact<HostPattern>> hosts = block.get(SiteBlock.HOSTS);
        List<Fact<HostPattern>> stated =
                hosts.stream().filter(host -> Spans.stated(host).isPresent()).toList();
        boolean inherited = !stated.isEmpty()
                && stated.stream()
                        .allMatch(
                                host -> site.document().isBefore(Spans.of(host).source(), here));
        stated.stream()
                .filter(host -> inherited && !reaches(host.origin(), domain.origin()))
                .findFirst()
                .ifPresent(host -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(domain),
                                "the domain is another one here, and `"
                                        + host.value().text() + "` still counts as inside")
                        .related(Spans.of(host), "stated for the site below")
                        .help("write `hosts` here too, or make them of the domain there: `\"*.\\(site.domain)\"`")));
    }

    private static boolean reaches(Origin origin, Origin other) {
        return origin.equals(other) || origin.from().stream().anyMatch(from -> reaches(from, other));
    }
}
