package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;

/**
 * What answers with models would have a Grafana whose password everybody can read in the chart's own values
 * (clearml/clearml-helm-charts:charts/clearml-serving/values.yaml), would ask the public index for
 * packages, or has no login for the site's.
 */
final class ServingWay implements SiteRule<ClearmlServing> {
    @Override
    public Code code() {
        return Code.error("AG0565", "serving-way");
    }

    @Override
    public Kind<ClearmlServing> subject() {
        return ClearmlServing.KIND;
    }

    @Override
    public void check(Block<ClearmlServing> serving, Site site, Report report) {
        if (serving.get(ClearmlServing.STATISTICS).value()
                && serving.get(ClearmlServing.GRAFANA).isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(serving.get(ClearmlServing.CHART)),
                            "without `grafana` this chart gives Grafana of " + serving.words()
                                    + " a password that everybody knows")
                    .help("declare `secret grafana { from = env(\"GRAFANA\") }`, and write `grafana = secret.grafana`")
                    .help("or write `statistics = false`: then no Grafana runs"));
        }
        if (!serving.get(ClearmlServing.PACKAGES).isEmpty()) {
            serving.get(ClearmlServing.INDEXES).stream()
                    .filter(index -> index.value().get(Index.CREDENTIALS).isPresent())
                    .forEach(index -> report.add(Diagnostic.of(
                                    code(),
                                    serving.heading(),
                                    serving.words() + " installs `packages` from "
                                            + index.value().words() + ", and its chart has no place for the login")
                            .related(
                                    Spans.of(
                                            index.value().get(Index.CREDENTIALS).orElseThrow()),
                                    "which it asks for")
                            .help("name an index without one: `indexes = [index.NAME]`")));
        }
        boolean index = serving.get(ClearmlServing.INDEXES).stream()
                .anyMatch(one -> one.value().get(Index.ROLE).value() == Index.Role.REPLACE);
        serving.get(ClearmlServing.PACKAGES).stream()
                .findFirst()
                .filter(wanted -> !index)
                .ifPresent(wanted -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(wanted),
                                "nothing says where " + serving.words()
                                        + " installs `packages` from: it would ask the public index")
                        .help("declare the site's: `index main { url = \"https://…/simple\" }`")));
    }
}
