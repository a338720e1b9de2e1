package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what describes a task's pod the agent reads {@code ${CLEARML_…}} as a template, also where a shell was meant to. The names are
 * those of clearml/clearml-docs:docs/clearml_agent/clearml_agent_string_template.md.
 */
final class UnknownStringTemplate implements SiteRule<ClearmlAgent> {
    private record Problem(String what, String help) {}

    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{CLEARML_([^}]*)}");
    private static final Pattern FILTER = Pattern.compile("strip\\(.*\\)|capitalize|lower|remove_newlines|raw");
    private static final List<String> SINGLE =
            List.of("QUEUE_NAME", "QUEUE_ID", "WORKER_ID", "PROJECT_NAME", "PROJECT_ID");
    private static final List<String> COMPOUND = List.of("TASK", "USER", "CONFIG", "USER_VAULTS", "PROVIDERS_INFO");

    @Override
    public Code code() {
        return Code.warning("AG0518", "unknown-string-template");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            for (Fact<String> text : texts(tasks)) {
                Matcher template = TEMPLATE.matcher(text.value());
                while (template.find()) {
                    problem(template.group(1))
                            .ifPresent(diagnostic -> report.add(Diagnostic.of(
                                            code(), Spans.of(text), "`" + template.group() + "` " + diagnostic.what())
                                    .help(diagnostic.help())));
                }
            }
        }
    }

    private static List<Fact<String>> texts(Block<? extends TaskSettings> tasks) {
        List<Fact<String>> texts = new ArrayList<>();
        for (Fact<EnvValue> value : tasks.get(TaskSettings.ENV).values()) {
            if (value.value() instanceof EnvValue.Plain plain) {
                texts.add(value.map(any -> plain.text()));
            }
        }
        texts.addAll(tasks.get(TaskSettings.LABEL).values());
        texts.addAll(tasks.get(TaskSettings.ANNOTATION).values());
        texts.addAll(tasks.get(TaskSettings.NODE_SELECTOR).values());
        tasks.get(TaskSettings.MOUNT).forEach(mount -> mount.get(Mount.TEXT).ifPresent(texts::add));
        return texts;
    }

    /** What is wrong with the inside of a template; nothing if nothing is. */
    private static Optional<Problem> problem(String inside) {
        List<String> parts = List.of(inside.split("\\|", -1));
        String variable = parts.get(0).split(":", -1)[0];
        String name = variable.split("\\.", -1)[0];
        if (!SINGLE.contains(name) && !COMPOUND.contains(name)) {
            List<String> names = new ArrayList<>(SINGLE);
            names.addAll(COMPOUND);
            return Optional.of(new Problem(
                    "is a template of the agent, and it knows no `" + name + "`",
                    Similar.to(name, names)
                            .map(near -> "did you mean `CLEARML_" + near + "`?")
                            .orElse("a variable of a shell is written without braces: `$CLEARML_" + name + "`")));
        }
        if (COMPOUND.contains(name) == variable.equals(name)) {
            return Optional.of(
                    SINGLE.contains(name)
                            ? new Problem("has a path, and `" + name + "` is one value", "leave the path out")
                            : new Problem(
                                    "has no path, and `" + name + "` is not one value",
                                    "write the path to one, as in `${CLEARML_" + name + ".id}`"));
        }
        return parts.stream()
                .skip(1)
                .filter(filter -> !FILTER.matcher(filter).matches())
                .findFirst()
                .map(filter -> new Problem(
                        "has the filter `" + filter + "`, which the agent does not know",
                        "legal are `strip(…)`, `capitalize`, `lower`, `remove_newlines` and `raw`"));
    }
}
