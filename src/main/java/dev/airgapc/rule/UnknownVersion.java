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
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Site;

/** The catalogue does not know the stated version: what it knows of the nearest is assumed to hold. */
final class UnknownVersion implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return CatalogCodes.UNKNOWN_VERSION;
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Fact<Version> version = agent.get(ClearmlAgent.CHART);
        Product product = site.product(ClearmlAgent.CHART_NAME);
        if (!product.knows(version.value())) {
            report.add(Diagnostic.of(
                            code(),
                            version.origin().written().orElseThrow().span(),
                            "the catalogue does not know chart `" + product.name() + "` "
                                    + version.value().text())
                    .help("assumed is what holds for "
                            + product.nearest(version.value()).text() + ", the nearest that it knows"));
        }
    }
}
