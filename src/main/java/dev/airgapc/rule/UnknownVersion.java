package dev.airgapc.rule;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.ComposeRelease;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;

/** The catalogue does not know the stated version: what it knows of the nearest is assumed to hold. */
final class UnknownVersion implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return CatalogCodes.UNKNOWN_VERSION;
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        ChartRelease.all(site).forEach(release -> known("chart ", release.product(), release.version(), report));
        ComposeRelease.all(site).forEach(release -> known("", release.product(), release.version(), report));
    }

    private void known(String what, Product product, Fact<Version> version, Report report) {
        if (!product.knows(version.value())) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(version),
                            "the catalogue does not know " + what + "`" + product.name() + "` "
                                    + version.value().text())
                    .help("assumed is what holds for "
                            + product.nearest(version.value()).text() + ", the nearest that it knows"));
        }
    }
}
