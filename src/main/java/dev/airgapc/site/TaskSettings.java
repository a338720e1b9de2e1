package dev.airgapc.site;

import dev.airgapc.language.Attributes;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.One;
import dev.airgapc.language.Pairs;
import dev.airgapc.language.Types;

/** What an agent says of all its tasks and a queue of its own: a queue inherits each that it does not say. */
public interface TaskSettings {
    Attributes<TaskSettings> SHARED = new Attributes<TaskSettings>()
            .later(
                    "gpu-resource",
                    "memory",
                    "cpu",
                    "docker-arguments",
                    "indexes",
                    "pip",
                    "mount",
                    "label",
                    "annotation",
                    "node-selector",
                    "tolerations",
                    "priority-class",
                    "user");

    One<TaskSettings, Long> GPUS = SHARED.inherited(
            "gpus",
            Types.count(0, 1024),
            Defaults.constant(0L, "no GPU unless a task's queue says so"),
            "Cards for each task.");

    Pairs<TaskSettings, String> ENV =
            SHARED.pairs("env", Types.string(), "Variables of each task; a queue adds to those of its agent.");
}
