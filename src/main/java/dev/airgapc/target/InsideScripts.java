package dev.airgapc.target;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.site.Upload;
import java.util.List;
import java.util.Optional;

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

    /** For {@code templates/shell/logins.sh}, once or not at all: the logins of a netrc file, which knows a host by its name alone. */
    public static Sequence netrc(List<PackageLogin> logins) {
        Sequence entries = Sequence.of(logins.stream()
                .map(login -> SecretRead.login(login.secret().value(), SecretUse.LOGIN)
                        .with("host", Leaf.text(login.host().map(Host::name))))
                .toList());
        return Sequence.of(logins.isEmpty() ? List.of() : List.of(Mapping.EMPTY.with("logins", entries)));
    }

    /** How a script puts files there: {@code certificates}, the {@code folder} if it is one, the {@code logins} of a server. */
    public static Mapping upload(Site site, Fact<Upload> place, Optional<Fact<Block<Secret>>> push) {
        Optional<Url> address = place.value().address();
        return Mapping.EMPTY
                .with("certificates", certificates(site))
                .with("folder", once(address.isEmpty(), Leaf.of(place.map(Upload::scalar))))
                .with(
                        "logins",
                        Sequence.of(address.stream()
                                .flatMap(url -> push.stream()
                                        .map(login -> login(place.map(any -> url.host()), login)
                                                .only("user", "password")))
                                .toList()));
    }

    /** Where a login is read that may push, in the words of the page. */
    public static Sequence reads(Optional<Fact<Block<Secret>>> push) {
        return push.map(secret -> SecretRead.sources(secret.value(), SecretUse.LOGIN))
                .orElse(Sequence.of(List.of()));
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
