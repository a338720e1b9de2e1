package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A worker on a machine has one set of settings for all the queues that it listens to, and so has the public chart: it joins their names
 * (clearml/clearml-helm-charts:charts/clearml-agent/values.yaml).
 */
final class QueueSettings implements SiteRule<ClearmlAgent> {
    /** What the queues of a machine may say, if they say the same. */
    private static final Set<String> SHARED = Set.of(TaskSettings.GPUS.name());

    /** Why the queues of an agent share what they have. */
    private record Why(Span at, String words, Set<String> allowed) {}

    @Override
    public Code code() {
        return Code.error("AG0534", "queue-settings");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        why(agent, site)
                .ifPresent(because ->
                        agent.get(ClearmlAgent.QUEUES).forEach(queue -> check(queue, agent, because, report)));
    }

    private static Optional<Why> why(Block<ClearmlAgent> agent, Site site) {
        return agent.get(ClearmlAgent.MACHINES)
                .map(machines -> new Why(Spans.of(machines), "each worker listens to all of its queues", SHARED))
                .or(() -> ClearmlServer.openSource(site)
                        .map(edition -> new Why(
                                Spans.of(edition), "the chart of this edition has one template for all", Set.of())));
    }

    private void check(Block<Queue> queue, Block<ClearmlAgent> agent, Why because, Report report) {
        List<String> words = queue.stated(List.copyOf(Queue.KIND.byName().keySet()));
        for (String word : words) {
            if (!because.allowed().contains(word)) {
                report.add(misplaced(word, queue.where(word).orElseThrow(), agent, because));
            }
        }
        for (Block<Mount> mount : queue.get(TaskSettings.MOUNT)) {
            if (mount.parent().filter(queue::equals).isPresent()) {
                report.add(misplaced(Mount.KIND.name(), mount.heading(), agent, because));
            }
        }
    }

    private Diagnostic misplaced(String word, Span at, Block<ClearmlAgent> agent, Why because) {
        Diagnostic diagnostic = Diagnostic.of(
                        code(),
                        at,
                        "`" + word + "` of a queue has no effect: the queues of " + agent.words()
                                + " share one setting")
                .related(because.at(), because.words());
        return ClearmlAgent.KIND.byName().containsKey(word) || word.equals(Mount.KIND.name())
                ? diagnostic.help("write it in the agent, or make it two agents")
                : diagnostic.help("remove it");
    }
}
