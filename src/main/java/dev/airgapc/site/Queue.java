package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Types;

/** {@code queue} within an agent: tasks that it takes, and how their pods look. */
public interface Queue extends TaskSettings {
    Kind<Queue> KIND = Kind.<Queue>quoted("queue", SiteTypes::queueName, "A queue that the agent listens to.")
            .with(TaskSettings.SHARED)
            .later("image-entrypoint", "worker-id", "multi-node");

    Maybe<Queue, Image> IMAGE = KIND.maybe(
            "image", SiteTypes.IMAGE, Defaults.none("the agent's `image`"), "The image of a task that names none.");

    Maybe<Queue, Long> MAX_PODS = KIND.maybe(
            "max-pods", Types.count(1, 100_000), Defaults.none("no limit"), "How many tasks run at the same time.");
}
