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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Variables of tasks of which only one may be set. No word writes them, so only {@code env} can bring them together. */
final class ExclusiveVariables implements SiteRule<ClearmlAgent> {
    private record Pair(String one, String other, String because, String help) {}

    private static final List<String> OFF = List.of("", "0", "false", "no", "off");

    /**
     * The two ways into Azure (clearml/clearml-docs:docs/clearml_agent/clearml_agent_env_var.md), and a user without an environment
     * of Python, which agents before 2.0.3 do not survive (clearml/clearml-agent#239).
     */
    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "CLEARML_AGENT_GIT_USE_MS_ENTRA_TOKEN",
                    "CLEARML_AGENT_GIT_USE_AZURE_PAT",
                    "the password of Git is one of the two",
                    "keep the one that the password of the `git-host` is"),
            new Pair(
                    "CLEARML_AGENT_SKIP_PYTHON_ENV_INSTALL",
                    "CLEARML_AGENT_EXEC_USER",
                    "agents before 2.0.3 break off",
                    "leave out `CLEARML_AGENT_SKIP_PYTHON_ENV_INSTALL`, and name the Python of the image instead: "
                            + "`CLEARML_AGENT_SKIP_PIP_VENV_INSTALL = \"/usr/bin/python3\"`"));

    @Override
    public Code code() {
        return Code.error("AG0512", "exclusive-variables");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            Map<String, Fact<EnvValue>> environment = tasks.get(TaskSettings.ENV);
            for (Pair pair : PAIRS) {
                Optional<Fact<EnvValue>> one = set(environment, pair.one());
                Optional<Fact<EnvValue>> other = set(environment, pair.other());
                if (one.isPresent() && other.isPresent()) {
                    report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(other.get()),
                                    "`" + pair.other() + "` and `" + pair.one() + "` exclude each other: "
                                            + pair.because())
                            .related(Spans.of(one.get()), "`" + pair.one() + "` is set here")
                            .help(pair.help()));
                }
            }
        }
    }

    /** A switch that is off is as good as none. */
    private static Optional<Fact<EnvValue>> set(Map<String, Fact<EnvValue>> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !(value.value() instanceof EnvValue.Plain plain)
                        || !OFF.contains(plain.text().toLowerCase(Locale.ROOT)));
    }
}
