package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Outside;
import dev.airgapc.site.Proxy;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteCodes;
import java.util.ArrayList;
import java.util.List;

/** What only the connected side uses is not inside: from there no server of the site can be reached. */
final class InsideHost implements SiteRule<Outside> {
    @Override
    public Code code() {
        return SiteCodes.INSIDE_HOST;
    }

    @Override
    public Kind<Outside> subject() {
        return Outside.KIND;
    }

    @Override
    public void check(Block<Outside> outside, Site site, Report report) {
        List<Fact<Host>> hosts = new ArrayList<>();
        outside.get(Outside.MIRROR).values().forEach(mirror -> hosts.add(mirror.map(upstream -> upstream.host())));
        outside.get(Outside.PROXY).map(Fact::value).ifPresent(proxy -> {
            for (var address : List.of(Proxy.HTTP, Proxy.HTTPS, Proxy.ALL)) {
                proxy.get(address).ifPresent(url -> hosts.add(url.map(Url::host)));
            }
        });
        for (Fact<Host> host : hosts) {
            boolean inside = site.boundary().declared().stream().anyMatch(pattern -> pattern.matches(host.value()));
            if (inside) {
                Origin.Written written = host.origin().written().orElseThrow();
                report.add(
                        Diagnostic.of(
                                        code(),
                                        written.span(),
                                        "`" + host.value().text() + "` is inside the site, and this is used outside")
                                .help(
                                        "what only the connected side uses is not in `site.hosts`; what is inside already is not fetched"));
            }
        }
    }
}
