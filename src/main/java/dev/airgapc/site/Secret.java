package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Optional;

/** {@code secret}: where a secret is read when a script runs. The compiler never reads one. */
public interface Secret {
    Kind<Secret> KIND = Kind.<Secret>named("secret", "Where a secret is read; its use gives its shape.")
            .confidential()
            .inPlace("existing", "from")
            .later("email", "ptm-key", "data");

    Maybe<Secret, SecretSource> FROM = KIND.maybe(
            "from",
            SecretSource.WHOLE,
            Defaults.none("each field says where it is read"),
            "Where all of its fields are read.");

    Maybe<Secret, SecretSource> ACCESS_KEY = field("access-key", "Where the access key is read.");

    Maybe<Secret, SecretSource> SECRET_KEY = field("secret-key", "Where the secret key is read.");

    Maybe<Secret, SecretSource> USERNAME = field("username", "Where the name of a login is read.");

    Maybe<Secret, SecretSource> PASSWORD = field("password", "Where the password of a login is read.");

    Maybe<Secret, SecretSource> API_KEY =
            field("api-key", "Where the key of an API is read; for NGC it is the password.");
    Maybe<Secret, SecretSource> TOKEN = field("token", "Where a token is read.");
    Maybe<Secret, SecretSource> HF_TOKEN = field("hf-token", "Where the token of a Hugging Face hub is read.");
    Maybe<Secret, SecretSource> CERTIFICATE = field("certificate", "Where a certificate is read, with its chain.");
    Maybe<Secret, SecretSource> PRIVATE_KEY = field("private-key", "Where the key of the certificate is read.");
    Maybe<Secret, SecretSource> DOCKER_CONFIG = KIND.maybe(
            "docker-config",
            SecretSource.FIELD,
            Defaults.none("made of `username` and `password`"),
            "Where a whole `.dockerconfigjson` is read.");

    /** Every field that may be stated alone. */
    List<Maybe<Secret, SecretSource>> FIELDS = List.of(
            ACCESS_KEY,
            SECRET_KEY,
            USERNAME,
            PASSWORD,
            API_KEY,
            TOKEN,
            HF_TOKEN,
            CERTIFICATE,
            PRIVATE_KEY,
            DOCKER_CONFIG);

    One<Secret, String> NAME =
            KIND.one("name", SiteTypes.NAME, Defaults.blockName(SiteTypes.NAME), "The name of the Kubernetes object.");

    One<Secret, Boolean> SHARED = KIND.one(
            "shared",
            Types.flag(),
            Defaults.constant(false, "an entry of a store belongs to one site"),
            "Whether other sites may read the same entry too.");

    private static Maybe<Secret, SecretSource> field(String name, String words) {
        return KIND.maybe(name, SecretSource.FIELD, Defaults.none("read where `from` says"), words);
    }

    /** The fields that are stated alone. */
    static List<String> statedFields(Block<Secret> secret) {
        return FIELDS.stream()
                .filter(field -> secret.get(field).isPresent())
                .map(field -> field.name())
                .toList();
    }

    /** Whether something else makes the object. */
    static boolean isExisting(Block<Secret> secret) {
        return secret.get(FROM)
                .filter(from -> from.value().place() == SecretSource.Place.EXISTING)
                .isPresent();
    }

    /** The name of the object in the cluster: the one that is there already, else its own. */
    static Fact<String> objectName(Block<Secret> secret) {
        return secret.get(FROM)
                .filter(from -> from.value().place() == SecretSource.Place.EXISTING)
                .map(from -> from.map(SecretSource::where))
                .orElseGet(() -> secret.get(NAME));
    }

    /** Where a field is read: its own source, else the one of the whole secret, which names the field itself. */
    static Optional<Fact<SecretSource>> source(Block<Secret> secret, String field) {
        Optional<Fact<SecretSource>> own = FIELDS.stream()
                .filter(attribute -> attribute.name().equals(field))
                .findFirst()
                .flatMap(secret::get);
        return own.isPresent() ? own : secret.get(FROM).map(from -> from.map(group -> group.field(field)));
    }
}
