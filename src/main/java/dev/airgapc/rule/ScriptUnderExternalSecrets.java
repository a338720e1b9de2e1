package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.List;
import java.util.Optional;

/** The operator reads stores; what is in a variable or a file of somebody's machine is still made by a script. */
final class ScriptUnderExternalSecrets implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.warning("AG0610", "script-under-external-secrets");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        Optional<Block<Outputs>> outputs = External.outputs(site);
        for (SecretUse use : outputs.isEmpty() ? List.<SecretUse>of() : SecretUse.all(site)) {
            if (!use.reader().isCluster()) {
                continue;
            }
            for (Fact<SecretSource> source : External.sources(use)) {
                SecretSource.Place place = source.value().place();
                boolean local = place == SecretSource.Place.ENV || place == SecretSource.Place.FILE;
                if (local) {
                    report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(source),
                                    "the operator cannot read this: "
                                            + use.secret().value().words() + " is still made by `create-secrets.sh`")
                            .related(
                                    Spans.of(outputs.get().get(Outputs.SECRETS)),
                                    "the operator makes secrets, says this")
                            .help("put it into the store and write `vault(\"…\")` or `external(\"STORE\", \"…\")`"));
                }
            }
        }
    }
}
