package dev.airgapc.site;

import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code outputs}: in which forms a site is written. */
public interface Outputs {
    /** How secrets reach Kubernetes. */
    enum Secrets implements Choice {
        /** A script makes the objects. */
        SCRIPT,
        /** The External Secrets Operator makes them from a store; what it cannot reach, the script makes. */
        EXTERNAL_SECRETS,
        /** A script makes files that the controller of Sealed Secrets opens. */
        SEALED_SECRETS,
        /** A script makes files that SOPS opens. */
        SOPS
    }

    /** Where a store of the External Secrets Operator is declared. */
    enum StoreKind implements Choice {
        CLUSTER_SECRET_STORE("ClusterSecretStore"),
        SECRET_STORE("SecretStore");

        private final String word;

        StoreKind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    Kind<Outputs> KIND = Kind.<Outputs>single("outputs", "In which forms a site is written, and where.")
            .later("carriers", "gitops");

    Maybe<Outputs, String> DIRECTORY = KIND.maybe(
            "directory",
            SiteTypes.FOLDER,
            Defaults.none("`generated/` and the name of the site"),
            "The folder of all outputs, relative to the file that names it.");
    One<Outputs, Secrets> SECRETS = KIND.one(
            "secrets",
            Types.oneOf(List.of(Secrets.values())),
            Defaults.constant(Secrets.SCRIPT, "a script needs nothing in the cluster"),
            "How secrets reach Kubernetes.");
    Maybe<Outputs, String> SECRET_STORE = KIND.maybe(
            "secret-store",
            SiteTypes.NAME,
            Defaults.none("each secret names its own"),
            "The store that `vault( )` means under `external-secrets`.");
    One<Outputs, StoreKind> SECRET_STORE_KIND = KIND.one(
            "secret-store-kind",
            Types.oneOf(List.of(StoreKind.values())),
            Defaults.constant(StoreKind.CLUSTER_SECRET_STORE, "one store for every namespace"),
            "Where the stores are declared.");
    Many<Outputs, String> AGE_RECIPIENTS = KIND.many(
            "age-recipients",
            SiteTypes.AGE_RECIPIENT,
            Defaults.empty("nobody"),
            "The public keys of those who can open what `sops` encrypts.");
}
