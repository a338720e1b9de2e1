package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Each pod of a task on several nodes has as many cards as the greatest common divisor of its list says
 * (clearml/clearml-docs:docs/clearml_agent/multi_node_training.md).
 */
final class MultiNodeGpus implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0515", "multi-node-gpus");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<Queue> queue : agent.get(ClearmlAgent.QUEUES)) {
            List<Fact<Long>> workers = queue.get(Queue.MULTI_NODE);
            Fact<Long> gpus = queue.get(TaskSettings.GPUS);
            long divisor = workers.stream().mapToLong(Fact::value).reduce(0, MultiNodeGpus::divisor);
            if (workers.isEmpty() || gpus.value() == divisor) {
                continue;
            }
            Span list = Spans.stated(workers).orElseThrow();
            Optional<Span> stated = Spans.stated(gpus);
            boolean own = stated.filter(at -> within(gpus, queue)).isPresent();
            Diagnostic diagnostic = Diagnostic.of(
                            code(),
                            own ? stated.get() : list,
                            "each pod of " + queue.words() + " has `gpus = " + gpus.value()
                                    + "`, and `multi-node` needs " + divisor)
                    .help("write `gpus = " + divisor + "` in the queue: the greatest common divisor of `multi-node`");
            report.add(
                    own
                            ? diagnostic.related(list, "cards of each worker")
                            : stated.map(at -> diagnostic.related(at, "cards of each pod"))
                                    .orElse(diagnostic));
        }
    }

    private static boolean within(Fact<?> fact, Block<?> block) {
        return fact.origin()
                .written()
                .filter(written -> written.at().equals(block.address().then(TaskSettings.GPUS.name())))
                .isPresent();
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
