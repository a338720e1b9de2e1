package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.Index;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Tls;
import dev.airgapc.site.Trust;
import java.util.List;

/** The page says who signs, and that nobody looks: whoever stands between could hand out packages, images and code. */
final class UncheckedDespiteTrust implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.warning("AG0513", "unchecked-despite-trust");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        for (Block<Registry> registry : site.all(Registry.KIND)) {
            check(registry, registry.get(Registry.TLS), registry.get(Registry.CA), report);
        }
        for (Block<Index> index : site.all(Index.KIND)) {
            if (index.get(Index.URL).value().scheme().equals("https")) {
                check(index, index.get(Index.TLS), index.get(Index.CA), report);
            }
        }
        List<Fact<Block<Trust>>> all =
                site.all(Trust.KIND).stream().map(trust -> trust.named(trust)).toList();
        for (Block<GitHost> host : site.all(GitHost.KIND)) {
            if (host.get(GitHost.PROTOCOL).value() == GitHost.Protocol.HTTPS) {
                check(host, host.get(GitHost.TLS), all, report);
            }
        }
    }

    private void check(Block<?> server, Fact<Tls> tls, List<Fact<Block<Trust>>> ca, Report report) {
        if (tls.value() == Tls.SKIP && !ca.isEmpty()) {
            Block<Trust> trust = ca.get(0).value();
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(tls),
                            server.words() + " is believed unseen, although " + trust.words() + " says who signs")
                    .related(Spans.of(ca.get(0)), "its certificate can be verified by this")
                    .help("remove `tls = skip`"));
        }
    }
}
