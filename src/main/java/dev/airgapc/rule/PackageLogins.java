package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * The logins that tasks of one agent install packages with are one netrc file, which has one login for a host
 * (python/cpython:Lib/netrc.py, {@code authenticators}) and is made at one place.
 */
final class PackageLogins implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0561", "package-logins");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        List<PackageLogin> logins = PackageLogin.stated(site, agent);
        for (PackageLogin login : logins) {
            first(logins, login).ifPresent(other -> report.add(ofOneHost(other, login)));
            if (login.host().value().name().contains(":")) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(login.secret()),
                                "programs look up the login of an address of IPv6 in different ways")
                        .related(Spans.of(login.host()), "the address")
                        .help("give the server a name"));
            }
        }
        if (agent.get(ClearmlAgent.MACHINES).isEmpty()) {
            existing(logins, report);
            apart(logins, report);
        }
    }

    /** The login before it that the same host has, if it is another one. */
    private static Optional<PackageLogin> first(List<PackageLogin> logins, PackageLogin login) {
        return logins.stream()
                .filter(other ->
                        other.host().value().name().equals(login.host().value().name()))
                .findFirst()
                .filter(other -> other.secret().value() != login.secret().value());
    }

    private Diagnostic ofOneHost(PackageLogin first, PackageLogin second) {
        return Diagnostic.of(
                        code(),
                        Spans.of(second.secret()),
                        "tasks send one login to `" + second.host().value().name()
                                + "`, whatever the port and the path, and this is the second")
                .related(Spans.of(first.secret()), "the first one")
                .help("use one login for both, or give one of them a host name of its own");
    }

    /** An object that is there holds the whole file. */
    private void existing(List<PackageLogin> logins, Report report) {
        for (PackageLogin login : logins) {
            Optional<PackageLogin> other = logins.stream()
                    .filter(one -> one.secret().value() != login.secret().value())
                    .findFirst();
            if (Secret.isExisting(login.secret().value()) && other.isPresent()) {
                report.add(
                        Diagnostic.of(
                                        code(),
                                        Spans.of(login.secret()),
                                        login.secret().value().words()
                                                + " exists already, and nothing can be added to the file that it holds")
                                .related(Spans.of(other.get().secret()), "tasks of the same agent need this too")
                                .help(
                                        "put all of the logins into its key `netrc`, and name it in each, or say where each is read"));
            }
        }
    }

    /** What only the operator reads and what only a script reads meet in no file. */
    private void apart(List<PackageLogin> logins, Report report) {
        List<Fact<SecretSource>> sources = logins.stream()
                .flatMap(login ->
                        External.sources(new SecretUse(login.secret(), SecretUse.Reader.CLUSTER, SecretUse.LOGIN))
                                .stream())
                .toList();
        Optional<Fact<SecretSource>> operator = from(sources, SecretSource.Place.EXTERNAL);
        Optional<Fact<SecretSource>> script =
                from(sources, SecretSource.Place.ENV).or(() -> from(sources, SecretSource.Place.FILE));
        if (operator.isPresent() && script.isPresent()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(script.get()),
                            "the operator cannot read this, and it makes the file that this login belongs into")
                    .related(Spans.of(operator.get()), "only the operator reads this one")
                    .help("put it into the store too, or read all of them with `env( )`, `file( )` or `vault( )`"));
        }
    }

    private static Optional<Fact<SecretSource>> from(List<Fact<SecretSource>> sources, SecretSource.Place place) {
        return sources.stream()
                .filter(source -> source.value().place() == place)
                .findFirst();
    }
}
