package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Variable;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.Contexts;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code create-secrets.sh}: makes objects from where their fields are read; none of them is in it. */
final class CreateSecrets {
    private CreateSecrets() {}

    /** {@code secrets}, the {@code names} that may be given, and the variables that it {@code reads}. */
    static Mapping facts(List<SecretObject> objects) {
        List<Mapping> secrets = objects.stream().map(CreateSecrets::secret).toList();
        Map<String, Leaf> names = new LinkedHashMap<>();
        objects.forEach(object -> names.putIfAbsent(object.planned().name(), object.nameLeaf()));
        return Mapping.EMPTY
                .with("secrets", Sequence.of(secrets))
                .with("reads", reads(secrets))
                .with("names", Sequence.of(List.copyOf(names.values())));
    }

    /** What the runbook says of the same objects: where each field is read, in the words of the page. */
    static Mapping steps(List<SecretObject> objects) {
        Map<String, Leaf> names = new LinkedHashMap<>();
        objects.forEach(object -> names.putIfAbsent(object.planned().name(), object.nameLeaf()));
        return Mapping.EMPTY
                .with(
                        "secrets",
                        Sequence.of(objects.stream().map(CreateSecrets::step).toList()))
                .with("names", Sequence.of(List.copyOf(names.values())));
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
        return step.with("keys", Sequence.of(keys))
                .with("servers", Sequence.of(login ? object.servers() : List.of()))
                .with("login", login ? SecretRead.sources(object.secret(), SecretUse.LOGIN) : Sequence.of(List.of()))
                .with("existing", InsideScripts.flag(object.isExisting()));
    }

    private static Mapping secret(SecretObject object) {
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
                .with("context", Contexts.of(object.cluster(), object.planned().origin()))
                .with("name", object.nameLeaf())
                .with("namespace", Leaf.text(object.planned().namespace()))
                .with("type", object.text(object.planned().shape().type()))
                .with("keys", Sequence.of(keys))
                .with("logins", Sequence.of(logins))
                .with("existing", Sequence.of(existing ? List.of(object.nameLeaf()) : List.of()))
                .with("made", InsideScripts.flag(!existing));
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
