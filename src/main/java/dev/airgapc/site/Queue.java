package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code queue} within an agent: tasks that it takes, and how their pods look. */
public interface Queue extends TaskSettings {
    Kind<Queue> KIND = Kind.<Queue>quoted("queue", SiteTypes::queueName, "A queue that the agent listens to.")
            .with(TaskSettings.SHARED)
            .meaning("max-pods", "max", "replicas", "limit", "instances");

    Maybe<Queue, Image> IMAGE = KIND.maybe(
            "image", SiteTypes.IMAGE, Defaults.none("the agent's `image`"), "The image of a task that names none.");

    Maybe<Queue, Long> MAX_PODS = KIND.maybe(
            "max-pods", Types.count(1, 100_000), Defaults.none("no limit"), "How many tasks run at the same time.");
    One<Queue, Boolean> IMAGE_ENTRYPOINT = KIND.one(
            "image-entrypoint",
            Types.flag(),
            Defaults.constant(false, "a task's own command runs instead"),
            "Whether the entrypoint of a task's image runs.");
    Maybe<Queue, String> WORKER_ID = KIND.maybe(
            "worker-id",
            SiteTypes.LINE,
            Defaults.none("the chart's own"),
            "The name of a task's worker, with its placeholders.");
    Many<Queue, Long> MULTI_NODE = KIND.many(
            "multi-node",
            Types.count(1, 1024),
            Defaults.empty("one pod runs a task"),
            "Cards of each worker of a task on several nodes; `gpus` is their greatest common divisor.");
}
