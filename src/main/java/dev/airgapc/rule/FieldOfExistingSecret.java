package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;
import java.util.Optional;

/** Of a secret that exists already nothing is created, so a field of it would be written to nowhere. */
final class FieldOfExistingSecret implements SiteRule<Secret> {
    @Override
    public Code code() {
        return Code.error("AG0605", "field-of-existing-secret");
    }

    @Override
    public Kind<Secret> subject() {
        return Secret.KIND;
    }

    @Override
    public void check(Block<Secret> secret, Site site, Report report) {
        Optional<Fact<SecretSource>> existing =
                secret.get(Secret.FROM).filter(from -> from.value().place() == SecretSource.Place.EXISTING);
        if (existing.isEmpty()) {
            return;
        }
        Span because = existing.get().origin().written().orElseThrow().span();
        for (Maybe<Secret, SecretSource> field : Secret.FIELDS) {
            secret.get(field)
                    .ifPresent(source -> report.add(Diagnostic.of(
                                    code(),
                                    source.origin().written().orElseThrow().span(),
                                    "`" + field.name() + "` has no effect: " + secret.words() + " exists already")
                            .related(because, "nothing is created, says this")
                            .help("remove one of the two")));
        }
    }
}
