package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.regex.Pattern;

/**
 * Images differ in the home of their user, and a start script may set another: a {@code pip.conf} at a fixed home is read in some
 * tasks (pypa/pip:docs/html/topics/configuration.md).
 */
final class PipConfInHome implements SiteRule<ClearmlAgent> {
    private static final Pattern HOME = Pattern.compile("(/root|/home/[^/]+)/(\\.pip|\\.config/pip)(/pip\\.conf)?");

    @Override
    public Code code() {
        return Code.warning("AG0514", "pip-conf-in-home");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            for (Block<Mount> mount : tasks.get(TaskSettings.MOUNT)) {
                if (HOME.matcher(mount.name()).matches()) {
                    report.add(
                            Diagnostic.of(
                                            code(),
                                            mount.heading(),
                                            "`" + mount.name() + "` is read only by tasks with that home")
                                    .help(
                                            "write `pip = file`: the same file lies in a place of its own, which a variable names"));
                }
            }
        }
    }
}
