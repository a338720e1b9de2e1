package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.List;

/** A secret that is used must say where each field that its use needs is read. */
final class MissingSecretField implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0604", "missing-secret-field");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        SecretUse.all(site).forEach(use -> need(use.secret(), use.fields(), report));
    }

    private void need(Fact<Block<Secret>> reference, List<String> fields, Report report) {
        Block<Secret> secret = reference.value();
        for (String field : fields) {
            if (Secret.source(secret, field).isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                secret.heading(),
                                secret.words() + " does not say where its `" + field + "` is read")
                        .related(reference.origin().written().orElseThrow().span(), "needed here")
                        .help("write `" + field + " = env(\"VARIABLE\")`, or `from = …` for all fields"));
            }
        }
    }
}
