package dev.airgapc.target;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import java.util.List;

/** What scripts within the gap know alike. */
public final class InsideScripts {
    private InsideScripts() {}

    /** The file of certificates, as a script one folder below {@code inside/} names it; empty if the page trusts nobody. */
    public static Sequence certificates(Site site) {
        return Sequence.of(Trust.bundle(site).stream()
                .map(bundle -> Leaf.text(bundle.map(any -> "../trust/ca-bundle.crt")))
                .toList());
    }

    /** User, password and the host that they are for. */
    public static Mapping login(Fact<Host> host, Fact<Block<Secret>> secret) {
        return SecretRead.login(secret.value(), SecretUse.LOGIN).with("host", Leaf.of(host));
    }

    /** For a template that prints something once or not at all: a list of one, or of none. */
    public static Sequence once(boolean on, Leaf value) {
        return Sequence.of(on ? List.of(value) : List.of());
    }

    /** For a template that asks whether something is so: no value of the site stands there. */
    public static Sequence flag(boolean on) {
        return Sequence.of(on ? List.of(Mapping.EMPTY) : List.of());
    }
}
