package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import java.util.Optional;

/**
 * Variables carry one login for Git; several stand in the agent's file alone
 * (clearml/clearml-agent:docs/clearml.conf, {@code agent.git.extra_credentials}).
 */
final class SecondGitLogin implements SiteRule<GitHost> {
    @Override
    public Code code() {
        return Code.error("AG0529", "second-git-login");
    }

    @Override
    public Kind<GitHost> subject() {
        return GitHost.KIND;
    }

    @Override
    public void check(Block<GitHost> host, Site site, Report report) {
        Optional<Block<GitHost>> first = GitHost.withLogin(site.all(GitHost.KIND).stream()
                .filter(other -> GitHost.meet(host, other))
                .toList());
        Optional<Fact<Block<Secret>>> login = host.get(GitHost.CREDENTIALS);
        if (login.isPresent() && first.isPresent() && first.get() != host) {
            report.add(Diagnostic.of(
                            code(), Spans.of(login.get()), "an agent sends one login for Git, and this is the second")
                    .related(Spans.of(first.get().get(GitHost.CREDENTIALS).orElseThrow()), "the first one")
                    .help("keep one of them, or say with `agents` whose tasks use which host"));
        }
    }
}
