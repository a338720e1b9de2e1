package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The agent reads this variable as a switch, the SDK as a switch or a path (clearml/clearml-agent:clearml_agent/backend_api/session/defs.py), so
 * that a path is right for one of two readers of one environment.
 */
final class VariableForm implements SiteRule<ClearmlAgent> {
    private static final String VERIFY = "CLEARML_API_HOST_VERIFY_CERT";
    private static final List<String> SWITCH = List.of("true", "false", "1", "0", "yes", "no", "on", "off");

    @Override
    public Code code() {
        return Code.warning("AG0519", "variable-form");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            Optional.ofNullable(tasks.get(TaskSettings.ENV).get(VERIFY))
                    .filter(value -> !isSwitch(value.value()))
                    .ifPresent(
                            value -> report.add(
                                    Diagnostic.of(
                                                    code(),
                                                    Spans.of(value),
                                                    "`" + VERIFY + "` is a switch, `true` or `false`")
                                            .help(
                                                    "leave it out: the certificates of `trust` reach every task, and `clearml.conf` has their path")));
        }
    }

    private static boolean isSwitch(EnvValue value) {
        return !(value instanceof EnvValue.Plain plain)
                || SWITCH.contains(plain.text().toLowerCase(Locale.ROOT));
    }
}
