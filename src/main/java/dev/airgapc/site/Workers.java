package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import java.util.List;
import java.util.Optional;

/**
 * The workers of an agent on each of its machines.
 *
 * @param number how many; 0 where one worker needs more cards than a machine has
 * @param cards of each worker
 * @param firstCard the first card that is its own: agents of one group take them in the order of the page
 */
public record Workers(Fact<Block<MachineGroup>> machines, Fact<Long> number, Fact<Long> cards, Fact<Long> firstCard) {
    /** Those of an agent; none on Kubernetes. */
    public static Optional<Workers> of(Site site, Block<ClearmlAgent> agent) {
        return agent.get(ClearmlAgent.MACHINES).map(machines -> {
            Fact<Long> cards = cards(agent);
            long before = 0;
            for (Block<ClearmlAgent> other : site.all(ClearmlAgent.KIND)) {
                if (other == agent) {
                    break;
                }
                boolean beside = other.get(ClearmlAgent.MACHINES)
                        .filter(group -> group.value() == machines.value())
                        .isPresent();
                before +=
                        beside ? number(other, machines).value() * cards(other).value() : 0;
            }
            long first = before;
            return new Workers(machines, number(agent, machines), cards, cards.map(any -> first));
        });
    }

    /** All queues of an agent on machines ask for the same: a worker listens to all of them. */
    private static Fact<Long> cards(Block<ClearmlAgent> agent) {
        return agent.get(ClearmlAgent.QUEUES).stream()
                .findFirst()
                .map(queue -> queue.get(TaskSettings.GPUS))
                .orElseGet(() -> agent.get(TaskSettings.GPUS));
    }

    /** As many as the page says, or as the cards of a machine serve; one without cards. */
    private static Fact<Long> number(Block<ClearmlAgent> agent, Fact<Block<MachineGroup>> machines) {
        return agent.get(ClearmlAgent.WORKERS).orElseGet(() -> {
            Fact<Long> each = cards(agent);
            Optional<Fact<Long>> all = machines.value().get(MachineGroup.GPUS);
            return each.value() == 0 || all.isEmpty()
                    ? machines.map(any -> 1L)
                    : new Fact<>(
                            all.get().value() / each.value(),
                            Origin.all(List.of(all.get().origin(), each.origin())));
        });
    }
}
