package dev.airgapc.rule;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How secrets are read: what the operator does, and what is left to scripts. */
final class External {
    private External() {}

    /** What the page says of its outputs, if it leaves secrets to the External Secrets Operator. */
    static Optional<Block<Outputs>> outputs(Site site) {
        return site.all(Outputs.KIND).stream()
                .filter(outputs -> outputs.get(Outputs.SECRETS).value() == Outputs.Secrets.EXTERNAL_SECRETS)
                .findFirst();
    }

    static boolean isOn(Site site) {
        return outputs(site).isPresent();
    }

    /** Where the fields of a use are read, each place once; an object that exists is one place. */
    static List<Fact<SecretSource>> sources(SecretUse use) {
        Block<Secret> secret = use.secret().value();
        if (Secret.isExisting(secret)) {
            return secret.get(Secret.FROM).stream().toList();
        }
        List<String> fields = new ArrayList<>(use.fields());
        if (fields.isEmpty()) {
            fields.add(Secret.DOCKER_CONFIG.name());
        }
        List<Fact<SecretSource>> sources = new ArrayList<>();
        for (String field : fields) {
            Secret.source(secret, field)
                    .filter(source ->
                            sources.stream().noneMatch(known -> Spans.of(known).equals(Spans.of(source))))
                    .ifPresent(sources::add);
        }
        return sources;
    }
}
