package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.SecretRead;
import java.util.ArrayList;
import java.util.List;

/** A variable on a machine that is a field of a secret: a script reads it there. */
record FilledVariable(String name, Fact<Block<Secret>> secret, String field) {
    /** Name and source, as {@code read_secret} takes it. */
    Mapping read() {
        return Mapping.EMPTY
                .with("name", Leaf.of(secret.map(any -> new Variable(name))))
                .with("read", SecretRead.of(secret.value(), field));
    }

    /** All of several. */
    static Sequence reads(List<FilledVariable> variables) {
        return Sequence.of(variables.stream().map(FilledVariable::read).toList());
    }

    /** What reads these, the login of a registry and those of indexes, in the words of the page; each once. */
    static Sequence sources(Fact<Block<Registry>> registry, List<FilledVariable> variables, List<PackageLogin> logins) {
        List<Leaf> reads = new ArrayList<>();
        registry.value()
                .get(Registry.PULL)
                .ifPresent(pull -> SecretUse.LOGIN.forEach(field -> reads.add(SecretRead.source(pull.value(), field))));
        variables.forEach(
                variable -> reads.add(SecretRead.source(variable.secret().value(), variable.field())));
        logins.forEach(login -> SecretUse.LOGIN.forEach(
                field -> reads.add(SecretRead.source(login.secret().value(), field))));
        List<Leaf> once = new ArrayList<>();
        for (Leaf read : reads) {
            if (once.stream().noneMatch(other -> other.value().equals(read.value()))) {
                once.add(read);
            }
        }
        return Sequence.of(once);
    }
}
