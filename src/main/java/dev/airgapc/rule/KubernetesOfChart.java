package dev.airgapc.rule;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;

/** A chart says which Kubernetes it takes, and Helm installs it into no other (helm/helm:pkg/action/install.go). */
final class KubernetesOfChart implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0541", "kubernetes-of-chart");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        for (ChartRelease release : ChartRelease.all(site)) {
            release.place()
                    .flatMap(cluster -> cluster.get(Cluster.VERSION))
                    .ifPresent(version -> check(release, version, report));
        }
    }

    private void check(ChartRelease release, Fact<Version> kubernetes, Report report) {
        Product product = release.product();
        Fact<Version> version = release.version();
        product.kubernetes(version.value())
                .filter(needed -> !needed.range().holds(kubernetes.value()))
                .ifPresent(needed -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(version),
                                "chart `" + product.name() + "` "
                                        + version.value().text() + " installs into Kubernetes "
                                        + needed.range().words() + " alone")
                        .related(Spans.of(kubernetes), "the cluster has another")
                        .help("write a chart that takes it: the newest that the catalogue knows is "
                                + product.versions()
                                        .get(product.versions().size() - 1)
                                        .text() + " (" + needed.source()
                                + ")")));
    }
}
