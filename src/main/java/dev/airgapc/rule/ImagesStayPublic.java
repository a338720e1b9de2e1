package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where values must name the place of an image and no key of the chart is known, the chart would keep its public names. */
final class ImagesStayPublic implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0524", "images-stay-public");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        Map<Optional<Block<Cluster>>, List<ChartRelease>> stay = new LinkedHashMap<>();
        for (ChartRelease release : ChartRelease.all(site)) {
            boolean byNodes = release.place()
                    .filter(cluster -> cluster.get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES)
                    .isPresent();
            boolean passed =
                    release.passed().stream().anyMatch(text -> text.value().contains("image"));
            if (release.product().imageGap().isPresent() && !byNodes && !passed) {
                stay.computeIfAbsent(release.place(), place -> new ArrayList<>())
                        .add(release);
            }
        }
        stay.forEach((cluster, releases) -> {
            if (cluster.isPresent() && releases.size() > 1) {
                report.add(together(cluster.get(), releases));
            } else {
                releases.forEach(release ->
                        report.add(stay(release, release.product().imageGap().orElseThrow())));
            }
        });
    }

    /** Several charts of one cluster have one cause: how it finds its images. */
    private Diagnostic together(Block<Cluster> cluster, List<ChartRelease> releases) {
        Diagnostic said = Diagnostic.of(
                        code(),
                        Spans.of(cluster.get(Cluster.REWRITE)),
                        "the images of " + releases.size()
                                + " charts would keep their public names: their vendors publish no keys for them")
                .help("write `rewrite = nodes`: nodes then know the place of each upstream")
                .help("or write the charts' own keys for them into `values`");
        for (ChartRelease release : releases) {
            said = said.related(
                    Spans.of(release.version()),
                    "the chart of " + release.block().words());
        }
        return said;
    }

    private Diagnostic stay(ChartRelease release, String gap) {
        Diagnostic diagnostic = Diagnostic.of(
                        code(),
                        Spans.of(release.version()),
                        "the images of " + release.block().words() + " would keep their public names: " + gap)
                .help(
                        release.place().isPresent()
                                ? "write `rewrite = nodes` in the cluster: nodes then know the place of each upstream"
                                : "declare the `cluster`, with `rewrite = nodes`: nodes then know the place of each upstream")
                .help("or write the chart's own keys for them into `values`");
        return release.place()
                .map(cluster ->
                        diagnostic.related(Spans.of(cluster.get(Cluster.REWRITE)), "values name the place inside"))
                .orElse(diagnostic);
    }
}
