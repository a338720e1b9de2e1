package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import java.util.List;

/** A secret that is used must say where each field that its use needs is read. */
final class MissingSecretField implements SiteRule<ClearmlAgent> {
    private static final List<String> FIELDS = List.of("access-key", "secret-key");

    @Override
    public Code code() {
        return Code.error("AG0604", "missing-secret-field");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Block<Secret> secret = agent.get(ClearmlAgent.CREDENTIALS).value();
        for (String field : FIELDS) {
            if (Secret.source(secret, field).isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                secret.heading(),
                                secret.words() + " does not say where its `" + field + "` is read")
                        .related(
                                agent.get(ClearmlAgent.CREDENTIALS)
                                        .origin()
                                        .written()
                                        .orElseThrow()
                                        .span(),
                                "needed here")
                        .help("write `" + field + " = env(\"VARIABLE\")`, or `from = …` for all fields"));
            }
        }
    }
}
