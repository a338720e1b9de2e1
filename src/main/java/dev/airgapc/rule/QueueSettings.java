package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Set;

/** A worker on a machine has one set of settings for all the queues that it listens to. */
final class QueueSettings implements SiteRule<ClearmlAgent> {
    private static final Set<String> SHARED = Set.of(TaskSettings.GPUS.name());

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
        agent.get(ClearmlAgent.MACHINES)
                .ifPresent(machines -> agent.get(ClearmlAgent.QUEUES)
                        .forEach(queue -> check(queue, agent, Spans.of(machines), report)));
    }

    private void check(Block<Queue> queue, Block<ClearmlAgent> agent, Span because, Report report) {
        List<String> words = queue.stated(List.copyOf(Queue.KIND.byName().keySet()));
        for (String word : words) {
            if (!SHARED.contains(word)) {
                report.add(misplaced(word, queue.where(word).orElseThrow(), agent, because));
            }
        }
        for (Block<Mount> mount : queue.get(TaskSettings.MOUNT)) {
            if (mount.parent().filter(queue::equals).isPresent()) {
                report.add(misplaced(Mount.KIND.name(), mount.heading(), agent, because));
            }
        }
    }

    private Diagnostic misplaced(String word, Span at, Block<ClearmlAgent> agent, Span because) {
        Diagnostic diagnostic = Diagnostic.of(
                        code(),
                        at,
                        "`" + word + "` of a queue has no effect: the queues of " + agent.words()
                                + " share one setting")
                .related(because, "each worker listens to all of its queues");
        return ClearmlAgent.KIND.byName().containsKey(word) || word.equals(Mount.KIND.name())
                ? diagnostic.help("write it in the agent, or make it two agents")
                : diagnostic.help("remove it");
    }
}
