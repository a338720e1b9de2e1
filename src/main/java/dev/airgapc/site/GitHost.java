package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Optional;

/** {@code git-host}: where tasks find their code. */
public interface GitHost {
    /** How tasks reach it. */
    enum Protocol implements Choice {
        HTTPS,
        SSH
    }

    Kind<GitHost> KIND = Kind.<GitHost>named("git-host", "A server of Git repositories within the gap.")
            .alias("git", "gitlab", "gitea", "git-server", "git-repo")
            .later("mirror")
            .meaning("host", "url", "endpoint", "address", "server", "hostname")
            .advise("insecure", "write `tls = skip`");

    One<GitHost, Host> HOST =
            KIND.required("host", SiteTypes.HOST, "Its name, as it stands in the repositories' addresses.");
    Maybe<GitHost, Block<Secret>> CREDENTIALS =
            KIND.maybe("credentials", Types.to(Secret.KIND), Defaults.none("anonymous"), "Login of the agents' tasks.");
    One<GitHost, Protocol> PROTOCOL = KIND.one(
            "protocol",
            Types.oneOf(List.of(Protocol.values())),
            Defaults.constant(Protocol.HTTPS, "logins work over https alone"),
            "How it is reached.");
    One<GitHost, Tls> TLS = KIND.one(
            "tls",
            Types.oneOf(List.of(Tls.VERIFY, Tls.SKIP)),
            Defaults.constant(Tls.VERIFY, "whoever answers must prove who it is"),
            "Whether its certificate is verified.");
    Many<GitHost, Block<ClearmlAgent>> AGENTS = KIND.many(
            "agents",
            Types.to(ClearmlAgent.KIND),
            Defaults.all(ClearmlAgent.KIND),
            "The agents whose tasks use it; the others never see its login.");

    /** Those that tasks of an agent use. */
    static List<Block<GitHost>> of(Site site, Block<ClearmlAgent> agent) {
        return site.all(KIND).stream().filter(host -> isFor(host, agent)).toList();
    }

    /** Those that are nobody's in particular: the server's own tasks use them. */
    static List<Block<GitHost>> ofEverybody(Site site) {
        return site.all(KIND).stream().filter(GitHost::isForEverybody).toList();
    }

    /** Whether one task may meet both. */
    static boolean meet(Block<GitHost> one, Block<GitHost> other) {
        return (isForEverybody(one) && isForEverybody(other))
                || one.get(AGENTS).stream().anyMatch(agent -> isFor(other, agent.value()));
    }

    /** The first that asks for a login. */
    static Optional<Block<GitHost>> withLogin(List<Block<GitHost>> hosts) {
        return hosts.stream().filter(host -> host.get(CREDENTIALS).isPresent()).findFirst();
    }

    private static boolean isFor(Block<GitHost> host, Block<ClearmlAgent> agent) {
        return host.get(AGENTS).stream().anyMatch(one -> one.value() == agent);
    }

    private static boolean isForEverybody(Block<GitHost> host) {
        return host.where(AGENTS.name()).isEmpty();
    }
}
