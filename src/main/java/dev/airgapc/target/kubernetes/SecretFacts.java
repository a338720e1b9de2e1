package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Variable;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a script that makes objects knows of them: where their fields are read; none of the fields is in it. */
final class SecretFacts {
    private SecretFacts() {}

    /**
     * {@code secrets}, the {@code names} that may be given, and the variables that it {@code reads}.
     *
     * @param cluster in the script's words
     */
    static Mapping script(List<SecretObject> objects, Function<SecretObject, Leaf> cluster) {
        List<Mapping> secrets = objects.stream()
                .map(object -> secret(object, cluster.apply(object)))
                .toList();
        return Mapping.EMPTY
                .with("secrets", Sequence.of(secrets))
                .with("reads", reads(secrets))
                .with(
                        "netrc",
                        InsideScripts.flag(objects.stream()
                                .anyMatch(object -> !netrc(object).isEmpty())))
                .with("names", names(objects));
    }

    /** What the runbook says of the same objects: where each field is read, in the words of the page. */
    static Mapping steps(List<SecretObject> objects) {
        return Mapping.EMPTY
                .with(
                        "secrets",
                        Sequence.of(objects.stream().map(SecretFacts::step).toList()))
                .with("names", names(objects));
    }

    private static Sequence names(List<SecretObject> objects) {
        return once(objects, SecretObject::nameLeaf);
    }

    /** Every namespace that must be there before an object is put into it. */
    static Sequence namespaces(List<SecretObject> objects) {
        return once(objects, object -> Leaf.text(object.planned().namespace()));
    }

    private static Sequence once(List<SecretObject> objects, Function<SecretObject, Leaf> word) {
        Map<String, Leaf> words = new LinkedHashMap<>();
        objects.stream()
                .map(word)
                .forEach(leaf -> words.putIfAbsent(leaf.value().text(), leaf));
        return Sequence.of(List.copyOf(words.values()));
    }

    private static Mapping step(SecretObject object) {
        Mapping step = Mapping.EMPTY
                .with("name", object.nameLeaf())
                .with("namespace", Leaf.text(object.planned().namespace()))
                .with("type", object.text(object.planned().shape().type()));
        List<Mapping> keys = object.isExisting()
                ? List.of()
                : object.keys().stream()
                        .map(key -> Mapping.EMPTY
                                .with("data", object.text(key.data()))
                                .with("source", SecretRead.source(object.secret(), key.field())))
                        .toList();
        boolean login = object.isMadeLogin() && !object.isExisting();
        List<SecretObject.HostLogin> hosts = object.isExisting() ? List.of() : object.logins();
        return step.with("keys", Sequence.of(keys))
                .with("servers", Sequence.of(login ? object.servers() : List.of()))
                .with("login", login ? SecretRead.sources(object.secret(), SecretUse.LOGIN) : Sequence.of(List.of()))
                .with(
                        "hosts",
                        Sequence.of(hosts.stream()
                                .map(host -> Mapping.EMPTY
                                        .with("name", Leaf.text(host.host().map(Host::name)))
                                        .with("reads", SecretRead.sources(host.secret(), SecretUse.LOGIN)))
                                .toList()))
                .with("existing", InsideScripts.flag(object.isExisting()));
    }

    private static Mapping secret(SecretObject object, Leaf cluster) {
        boolean existing = object.isExisting();
        List<Mapping> keys = existing
                ? List.of()
                : object.keys().stream()
                        .map(key -> Mapping.EMPTY
                                .with("data", object.text(key.data()))
                                .with("read", SecretRead.of(object.secret(), key.field())))
                        .toList();
        List<Mapping> logins = existing || !object.isMadeLogin()
                ? List.of()
                : List.of(SecretRead.login(object.secret(), SecretUse.LOGIN)
                        .with("servers", Sequence.of(object.servers())));
        return Mapping.EMPTY
                .with("cluster", cluster)
                .with("name", object.nameLeaf())
                .with("namespace", Leaf.text(object.planned().namespace()))
                .with("type", object.text(object.planned().shape().type()))
                .with("keys", Sequence.of(keys))
                .with("logins", Sequence.of(logins))
                .with("netrc", Sequence.of(netrc(object)))
                .with("existing", Sequence.of(existing ? List.of(object.nameLeaf()) : List.of()))
                .with("made", InsideScripts.flag(!existing));
    }

    /** A file of logins, if the object holds one that a script makes. */
    private static List<Mapping> netrc(SecretObject object) {
        List<Mapping> logins = object.logins().stream()
                .map(login -> SecretRead.login(login.secret(), SecretUse.LOGIN)
                        .with("host", Leaf.text(login.host().map(Host::name))))
                .toList();
        return logins.isEmpty() || object.isExisting()
                ? List.of()
                : List.of(Mapping.EMPTY.with("logins", Sequence.of(logins)));
    }

    /** Every variable that the script reads, once. */
    private static Sequence reads(List<Mapping> secrets) {
        Map<String, Leaf> variables = new LinkedHashMap<>();
        Sequence.of(secrets).leaves().values().stream()
                .filter(leaf -> leaf.value() instanceof Variable)
                .forEach(leaf -> variables.putIfAbsent(leaf.value().text(), leaf));
        return Sequence.of(List.copyOf(variables.values()));
    }
}
