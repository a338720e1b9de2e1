package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.Map;
import java.util.Optional;

/** Variables that make a task fetch something from the internet when it starts: within the gap it waits until that fails. */
final class FetchingVariable implements SiteRule<ClearmlAgent> {
    /** What they fetch (clearml/clearml-agent:clearml_agent/commands/worker.py and bootstrap.py). */
    private static final Map<String, String> FETCHED = Map.of(
            "CLEARML_APT_INSTALL", "packages of the system",
            "CLEARML_UPDATE_UV", "the newest uv");

    @Override
    public Code code() {
        return Code.warning("AG0555", "fetching-variable");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            Map<String, Fact<EnvValue>> environment = tasks.get(TaskSettings.ENV);
            FETCHED.forEach((name, fetched) -> Optional.ofNullable(environment.get(name))
                    .filter(value -> !(value.value() instanceof EnvValue.Plain plain)
                            || !plain.text().isEmpty())
                    .ifPresent(value -> report.add(
                            Diagnostic.of(code(), Spans.of(value), "`" + name + "` makes each task fetch " + fetched)
                                    .help("leave it out, and put what a task needs into its image"))));
        }
    }
}
