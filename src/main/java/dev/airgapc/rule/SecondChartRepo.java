package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ChartRepo;
import dev.airgapc.site.Site;

/** All charts of a site are installed from one place. */
final class SecondChartRepo implements SiteRule<ChartRepo> {
    @Override
    public Code code() {
        return Code.error("AG0528", "second-chart-repo");
    }

    @Override
    public Kind<ChartRepo> subject() {
        return ChartRepo.KIND;
    }

    @Override
    public void check(Block<ChartRepo> repo, Site site, Report report) {
        Block<ChartRepo> first = site.all(ChartRepo.KIND).get(0);
        if (first != repo) {
            report.add(Diagnostic.of(
                            code(), repo.heading(), repo.words() + " is the second one, and charts come from one place")
                    .related(first.heading(), "charts are installed from here")
                    .help("remove one of the two: several are not supported yet"));
        }
    }
}
