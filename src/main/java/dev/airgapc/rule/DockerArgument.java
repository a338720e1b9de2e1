package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.Map;
import java.util.Optional;

/**
 * An argument of Docker is one word of its command line: two in one reach it as one, and are shown as if they worked
 * (clearml/clearml-agent#174). What other words say is theirs, what the agent leaves out is nobody's, and pods read none of them
 * (clearml/clearml-agent:clearml_agent/glue/k8s.py).
 */
final class DockerArgument implements SiteRule<ClearmlAgent> {
    private static final String VARIABLE = "write it in `env`";
    private static final String MOUNT = "write a `mount`";
    private static final Map<String, String> OWNED = Map.ofEntries(
            Map.entry("-e", VARIABLE),
            Map.entry("--env", VARIABLE),
            Map.entry("-v", MOUNT),
            Map.entry("--volume", MOUNT),
            Map.entry("--mount", MOUNT),
            Map.entry("-m", "write `memory`"),
            Map.entry("--memory", "write `memory`"),
            Map.entry("--cpus", "write `cpu`"),
            Map.entry("--gpus", "write `gpus`"),
            Map.entry("--shm-size", "write `mount \"/dev/shm\" { memory = 8Gi }`"),
            Map.entry("--tmpfs", "write a `mount` with `memory`"),
            Map.entry("--entrypoint", "the agent leaves it out: `start-script` runs before a task"));

    @Override
    public Code code() {
        return Code.error("AG0537", "docker-argument");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Fact<String> argument : agent.get(TaskSettings.DOCKER_ARGUMENTS)) {
            if (agent.get(ClearmlAgent.MACHINES).isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(argument),
                                "pods read no arguments of Docker: " + agent.words() + " runs on Kubernetes")
                        .help("write what it is for: `env`, `mount`, `memory`, or the chart's key in `values`"));
                return;
            }
            problem(argument.value()).ifPresent(diagnostic -> report.add(diagnostic.apply(argument)));
        }
    }

    private Optional<java.util.function.Function<Fact<?>, Diagnostic>> problem(String argument) {
        String option = argument.replaceFirst("[= ].*", "");
        if (OWNED.containsKey(option)) {
            return Optional.of(
                    fact -> Diagnostic.of(code(), Spans.of(fact), "`" + option + "` is not for `docker-arguments`")
                            .help(OWNED.get(option)));
        }
        return argument.startsWith("-") && argument.contains(" ") && !argument.matches("--[a-z-]+=.*")
                ? Optional.of(fact -> Diagnostic.of(
                                code(),
                                Spans.of(fact),
                                "Docker would take `" + argument + "` as one word of its command line")
                        .help("write each word by itself: `\"" + argument.replace(" ", "\", \"") + "\"`"))
                : Optional.empty();
    }
}
