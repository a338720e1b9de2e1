package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

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
}
