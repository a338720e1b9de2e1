package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;

/** The operator reads an entry from a store that is named; {@code vault( )} names none. */
final class StoreMissing implements SiteRule<Outputs> {
    @Override
    public Code code() {
        return Code.error("AG0609", "store-missing");
    }

    @Override
    public Kind<Outputs> subject() {
        return Outputs.KIND;
    }

    @Override
    public void check(Block<Outputs> outputs, Site site, Report report) {
        if (outputs.get(Outputs.SECRETS).value() != Outputs.Secrets.EXTERNAL_SECRETS
                || outputs.get(Outputs.SECRET_STORE).isPresent()) {
            return;
        }
        SecretUse.all(site).stream()
                .filter(use -> use.reader().isCluster())
                .flatMap(use -> External.sources(use).stream())
                .filter(source -> source.value().place() == SecretSource.Place.VAULT)
                .findFirst()
                .ifPresent(
                        source -> report.add(
                                Diagnostic.of(
                                                code(),
                                                Spans.of(outputs.get(Outputs.SECRETS)),
                                                "nothing says which store the operator reads for `vault( )`")
                                        .related(Spans.of(source), "an entry of Vault")
                                        .help(
                                                "write `secret-store = \"…\"` in `outputs`: the name that the store has in the cluster")));
    }
}
