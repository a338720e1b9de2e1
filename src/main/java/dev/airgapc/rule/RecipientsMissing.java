package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Site;
import java.util.List;

/** SOPS encrypts for somebody: without recipients it refuses, and recipients without SOPS open nothing. */
final class RecipientsMissing implements SiteRule<Outputs> {
    @Override
    public Code code() {
        return Code.error("AG0556", "recipients-missing");
    }

    @Override
    public Kind<Outputs> subject() {
        return Outputs.KIND;
    }

    @Override
    public void check(Block<Outputs> outputs, Site site, Report report) {
        boolean sops = outputs.get(Outputs.SECRETS).value() == Outputs.Secrets.SOPS;
        List<Fact<String>> recipients = outputs.get(Outputs.AGE_RECIPIENTS);
        if (sops && recipients.isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(outputs.get(Outputs.SECRETS)),
                            "nothing says who can open what SOPS encrypts")
                    .help("write `age-recipients = [\"age1…\"]`: the public keys that `age-keygen -y` prints"));
        } else if (!sops && !recipients.isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(recipients.get(0)),
                            "SOPS alone has recipients, and secrets do not go through it")
                    .help("write `secrets = sops`, or leave `age-recipients` out"));
        }
    }
}
