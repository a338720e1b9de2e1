package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;

/**
 * These distributions have the number of the Kubernetes within; OpenShift counts by itself
 * (openshift/api:config/v1/types_cluster_version.go).
 */
final class VersionOfAnother implements SiteRule<Cluster> {
    @Override
    public Code code() {
        return Code.error("AG0526", "version-of-another");
    }

    @Override
    public Kind<Cluster> subject() {
        return Cluster.KIND;
    }

    @Override
    public void check(Block<Cluster> cluster, Site site, Report report) {
        cluster.get(Cluster.VERSION)
                .filter(version -> !version.value().text().startsWith("1."))
                .ifPresent(version -> {
                    String product = cluster.get(Cluster.DISTRIBUTION).value().word();
                    String text = version.value().text();
                    String looks =
                            text.startsWith("4.") ? "looks like a version of OpenShift" : "is none of its versions";
                    report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(version),
                                    "the cluster is `" + product + "`, and `" + text + "` " + looks)
                            .related(Spans.of(cluster.get(Cluster.DISTRIBUTION)), "what its nodes run")
                            .help("write the version of Kubernetes, as in `\"1.32.4\"`"));
                });
    }
}
