package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.Site;
import java.util.Comparator;
import java.util.Locale;

/** {@code from} names the beginning of the variables; one that ends in the name of a field is read with that name twice. */
final class FieldInFrom implements SiteRule<Secret> {
    @Override
    public Code code() {
        return Code.warning("AG0611", "field-in-from");
    }

    @Override
    public Kind<Secret> subject() {
        return Secret.KIND;
    }

    @Override
    public void check(Block<Secret> secret, Site site, Report report) {
        secret.get(Secret.FROM)
                .filter(from -> from.value().place() == SecretSource.Place.ENV)
                .ifPresent(from -> Secret.FIELDS.stream()
                        .map(Maybe::name)
                        .filter(field -> ends(from.value().where(), field))
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(field -> report.add(Diagnostic.of(
                                        code(),
                                        Spans.of(from),
                                        "`from` reads `"
                                                + from.value().field(field).where() + "`, and `"
                                                + from.value().where() + "` ends in the name of a field already")
                                .help("did you mean `" + field + " = " + from.value() + "`?"))));
    }

    private static boolean ends(String variable, String field) {
        String word = field.replace('-', '_').toUpperCase(Locale.ROOT);
        return variable.equals(word) || variable.endsWith("_" + word);
    }
}
