package dev.airgapc.rule;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;
import java.util.List;

/**
 * Charts with the operator's MongoDB hold two databases, and a value that is left out starts an empty one beside the data
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/k8s.md).
 */
final class MissingMongodb implements SiteRule<ClearmlServer> {
    private static final List<String> OPERATOR = List.of("mckMongodb", "enabled");

    @Override
    public Code code() {
        return Code.error("AG0704", "missing-mongodb");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Product product = site.product(server.get(ClearmlServer.EDITION).value().chart());
        server.get(ClearmlServer.CHART)
                .filter(chart -> server.get(ClearmlServer.MONGODB).isEmpty())
                .filter(chart -> product.key(OPERATOR)
                        .filter(key -> key.gate().holds(chart.value()))
                        .isPresent())
                .ifPresent(chart -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(chart),
                                "chart `" + product.name() + "` "
                                        + chart.value().text()
                                        + " has two databases, and nothing says which of them holds the data")
                        .help("a new installation, or one whose data have moved: `mongodb = operator`")
                        .help("data in the chart's own database, which move now: `mongodb = migrating`")
                        .help("data in the chart's own database, which stay there: `mongodb = bundled`")));
    }
}
