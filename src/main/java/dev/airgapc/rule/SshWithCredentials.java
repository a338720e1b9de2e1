package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.Site;

/**
 * Over SSH the agent uses keys; user and password are for https alone, and the switch is one for all hosts
 * (clearml/clearml-agent:docs/clearml.conf, {@code force_git_ssh_protocol}).
 */
final class SshWithCredentials implements SiteRule<GitHost> {
    @Override
    public Code code() {
        return Code.error("AG0511", "ssh-with-credentials");
    }

    @Override
    public Kind<GitHost> subject() {
        return GitHost.KIND;
    }

    @Override
    public void check(Block<GitHost> host, Site site, Report report) {
        Fact<GitHost.Protocol> protocol = host.get(GitHost.PROTOCOL);
        if (protocol.value() != GitHost.Protocol.SSH) {
            return;
        }
        for (Block<GitHost> other : site.all(GitHost.KIND)) {
            other.get(GitHost.CREDENTIALS)
                    .filter(any -> GitHost.meet(host, other))
                    .ifPresent(login -> report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(protocol),
                                    other == host
                                            ? host.words() + " is reached over SSH, which takes no user and password"
                                            : "SSH is used for all Git hosts or for none, and " + other.words()
                                                    + " has a login for https")
                            .related(Spans.of(login), "user and password, for https alone")
                            .help("remove `credentials` and give tasks a key, or remove `protocol`")));
        }
    }
}
