package dev.airgapc.rule;

import dev.airgapc.language.Block;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.TaskSettings;
import java.util.ArrayList;
import java.util.List;

/** The settings of tasks: those that an agent says for all, and those of each of its queues. */
final class Tasks {
    private Tasks() {}

    /** An agent and its queues; a queue answers what it takes over, too. */
    static List<Block<? extends TaskSettings>> of(Block<ClearmlAgent> agent) {
        List<Block<? extends TaskSettings>> all = new ArrayList<>();
        all.add(agent);
        all.addAll(agent.get(ClearmlAgent.QUEUES));
        return all;
    }
}
