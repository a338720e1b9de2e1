package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Workers;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Each card of a machine belongs to one worker: an agent names cards by their number
 * (clearml/clearml-docs:docs/clearml_agent/clearml_agent_ref.md, {@code --gpus}), and nobody notices when two name the same.
 */
final class MachineGpus implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0535", "machine-gpus");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Optional<Workers> workers = Workers.of(site, agent);
        if (workers.isPresent() && alike(agent, report)) {
            enough(agent, workers.get(), report);
        }
    }

    private boolean alike(Block<ClearmlAgent> agent, Report report) {
        List<Block<Queue>> queues = agent.get(ClearmlAgent.QUEUES);
        for (Block<Queue> queue : queues) {
            Fact<Long> first = queues.get(0).get(TaskSettings.GPUS);
            Fact<Long> own = queue.get(TaskSettings.GPUS);
            if (!own.value().equals(first.value())) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.stated(own).orElseGet(queue::heading),
                                queue.words() + " has `gpus = " + own.value() + "`, and "
                                        + queues.get(0).words() + " " + first.value()
                                        + ": on machines a worker serves all queues with the same cards")
                        .related(Spans.stated(first).orElseGet(queues.get(0)::heading), "the first of its queues")
                        .help("make it two agents"));
                return false;
            }
        }
        return true;
    }

    private void enough(Block<ClearmlAgent> agent, Workers workers, Report report) {
        Block<MachineGroup> group = workers.machines().value();
        long each = workers.cards().value();
        if (each == 0) {
            return;
        }
        Span at = Spans.stated(workers.cards()).orElseGet(agent::heading);
        Optional<Fact<Long>> all = group.get(MachineGroup.GPUS);
        if (all.isEmpty()) {
            report.add(Diagnostic.of(code(), at, agent.words() + " asks for cards, and " + group.words() + " has none")
                    .related(group.heading(), "its machines")
                    .help("write how many each of them has: `gpus = 8`"));
            return;
        }
        long last = workers.firstCard().value() + Math.max(1, workers.number().value()) * each;
        if (last > all.get().value()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.stated(workers.number()).orElse(at),
                            "the agents of " + group.words() + " ask for " + last
                                    + " cards of each machine, and it has "
                                    + all.get().value())
                    .related(Spans.of(all.get()), "cards of each machine")
                    .help("fewer `workers`, or fewer `gpus` of each"));
        }
    }
}
