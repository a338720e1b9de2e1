package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;

/**
 * The public chart makes no keys: whoever reads its values knows those of a server that was given none
 * (clearml/clearml-helm-charts:charts/clearml/values.yaml).
 */
final class PublicKeys implements SiteRule<ClearmlServer> {
    @Override
    public Code code() {
        return Code.error("AG0540", "public-keys");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        boolean open = server.get(ClearmlServer.EDITION).value() == ClearmlServer.Edition.OSS;
        server.get(ClearmlServer.CHART)
                .filter(chart -> open && server.get(ClearmlServer.CREDENTIALS).isEmpty())
                .ifPresent(chart -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(chart),
                                "without `credentials` this chart gives " + server.words()
                                        + " keys that everybody knows")
                        .help(
                                "declare `secret clearml-server { from = env(\"CLEARML_SERVER\") }`, and write `credentials = secret.clearml-server`")
                        .help("its fields: " + String.join(", ", SecretUse.SERVER_KEYS))));
    }
}
