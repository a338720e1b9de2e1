package dev.airgapc.target;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import java.util.List;

/** Where a script reads a field of a secret: the words behind {@code read_secret} of {@code templates/shell/read-secret.sh}. */
public final class SecretRead {
    private SecretRead() {}

    /** In the words of the page: {@code env("NGC_API_KEY")}. */
    public static Leaf source(Block<Secret> secret, String field) {
        return Leaf.text(Secret.source(secret, field).orElseThrow().map(SecretSource::toString));
    }

    /** The same of several fields. */
    public static Sequence sources(Block<Secret> secret, List<String> fields) {
        return Sequence.of(fields.stream().map(field -> source(secret, field)).toList());
    }

    /** {@code place}, {@code where} and, of Vault, one {@code field}. */
    public static Mapping of(Block<Secret> secret, String field) {
        Fact<SecretSource> source = Secret.source(secret, field).orElseThrow();
        boolean variable = source.value().place() == SecretSource.Place.ENV;
        boolean vault = source.value().place() == SecretSource.Place.VAULT;
        Fact<String> property = source.map(found -> found.field().isEmpty() ? field : found.field());
        return Mapping.EMPTY
                .with("place", Leaf.text(source.map(found -> found.place().word())))
                .with(
                        "where",
                        Leaf.of(source.map(found -> variable ? new Variable(found.where()) : new Text(found.where()))))
                .with("field", Sequence.of(vault ? List.of(Leaf.text(property)) : List.of()));
    }

    /** User and password; of a registry that knows users by a key, the key alone: its user has the same name for all. */
    public static Mapping login(Block<Secret> secret, List<String> fields) {
        return Mapping.EMPTY
                .with(
                        "key",
                        Sequence.of(
                                fields.size() == 1
                                        ? List.of(of(secret, fields.get(0))
                                                .entries()
                                                .get("place"))
                                        : List.of()))
                .with("user", Sequence.of(fields.size() == 1 ? List.of() : List.of(of(secret, fields.get(0)))))
                .with("password", of(secret, fields.get(fields.size() - 1)));
    }
}
