package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.SecretName;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object that the plan asks for, and the block that says where its fields are read.
 *
 * @param external whether the External Secrets Operator makes it
 */
record SecretObject(Site site, Plan.PlannedSecret planned, Block<Secret> secret, boolean external) {
    static SecretObject of(Site site, Plan.PlannedSecret planned) {
        Block<Secret> secret = site.document().block(Secret.KIND, planned.secret());
        boolean wanted = site.all(Outputs.KIND).stream()
                .anyMatch(outputs -> outputs.get(Outputs.SECRETS).value() == Outputs.Secrets.EXTERNAL_SECRETS);
        SecretObject object = new SecretObject(site, planned, secret, false);
        List<Part> parts = object.isExisting() ? List.of() : object.parts();
        boolean reachable = !parts.isEmpty() && parts.stream().allMatch(part -> inStore(part.source()));
        return new SecretObject(site, planned, secret, wanted && reachable);
    }

    /**
     * One field that the object is made of.
     *
     * @param name what it is called where the object is put together
     */
    record Part(String name, Block<Secret> secret, String field) {
        Fact<SecretSource> source() {
            return Secret.source(secret, field).orElseThrow();
        }
    }

    /**
     * The login to a host.
     *
     * @param number from 1
     */
    record HostLogin(int number, Fact<Host> host, Block<Secret> secret) {
        /** What a field is called beside those of the other hosts. */
        String name(String field) {
            return field + "-" + number;
        }
    }

    private static boolean inStore(Fact<SecretSource> source) {
        SecretSource.Place place = source.value().place();
        return place == SecretSource.Place.VAULT || place == SecretSource.Place.EXTERNAL;
    }

    boolean isExternal() {
        return external;
    }

    boolean isExisting() {
        return Secret.isExisting(secret);
    }

    /** Whether it is a login that is taken whole from where it is read. */
    boolean isWholeLogin() {
        return planned.logsIn() && secret.get(Secret.DOCKER_CONFIG).isPresent();
    }

    /** Whether a login has to be made of user and password. */
    boolean isMadeLogin() {
        return planned.logsIn() && !isWholeLogin();
    }

    /** Every key of the object that is one field, as it is. */
    List<SecretName.Key> keys() {
        List<SecretName.Key> keys = new ArrayList<>(planned.shape().keys());
        if (isWholeLogin()) {
            keys.add(new SecretName.Key(".dockerconfigjson", "docker-config"));
        }
        return keys;
    }

    /** The logins that its netrc file is made of, if it has one. */
    List<HostLogin> logins() {
        List<HostLogin> logins = new ArrayList<>();
        for (SecretName.Login login : planned.shape().logins()) {
            Block<Secret> from = site.document().block(Secret.KIND, login.secret());
            logins.add(new HostLogin(logins.size() + 1, login.host(), from));
        }
        return logins;
    }

    /** Every field that it is made of. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        keys().forEach(key -> parts.add(new Part(key.data(), secret, key.field())));
        if (isMadeLogin()) {
            SecretUse.LOGIN.forEach(field -> parts.add(new Part(field, secret, field)));
        }
        for (HostLogin login : logins()) {
            SecretUse.LOGIN.forEach(field -> parts.add(new Part(login.name(field), login.secret(), field)));
        }
        return parts;
    }

    /** The registries that it is the login of. */
    List<Leaf> servers() {
        return site.all(Registry.KIND).stream()
                .filter(registry -> registry.get(Registry.PULL)
                        .filter(pull -> pull.value() == secret)
                        .isPresent())
                .map(registry -> Leaf.of(registry.get(Registry.HOST)))
                .toList();
    }

    /** Whether its fields are keys that the server makes once it runs. */
    boolean isMadeLater() {
        return planned.shape().logins().isEmpty()
                && SecretUse.all(site).stream()
                        .anyMatch(use ->
                                use.secret().value() == secret && use.reader() == SecretUse.Reader.CLUSTER_LATER);
    }

    Leaf nameLeaf() {
        return text(planned.name());
    }

    /** Something of the object, because of those who read it. */
    Leaf text(String text) {
        return Leaf.text(new Fact<>(text, planned.origin()));
    }

    Optional<Block<dev.airgapc.site.Cluster>> cluster() {
        return site.cluster(planned.cluster());
    }
}
