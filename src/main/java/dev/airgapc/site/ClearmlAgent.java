package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code clearml-agent}: what takes tasks from queues and runs each in a pod. */
public interface ClearmlAgent extends TaskSettings {
    Kind<ClearmlAgent> KIND = Kind.<ClearmlAgent>named(
                    "clearml-agent", "An agent: it takes tasks from its queues and runs each in a pod.")
            .alias("agent", "worker")
            .with(TaskSettings.SHARED)
            .meaning("chart", "version", "chart-version")
            .meaning("image", "default-image", "docker-image")
            .meaning("values", "helm-values", "overrides")
            .later(
                    "machines",
                    "version",
                    "task-images",
                    "workers",
                    "package-manager",
                    "pip-versions",
                    "settings",
                    "conf",
                    "bootstrap");

    One<ClearmlAgent, Version> CHART = KIND.required("chart", SiteTypes.VERSION, "The version of its Helm chart.");

    One<ClearmlAgent, Block<Secret>> CREDENTIALS = KIND.required(
            "credentials", Types.to(Secret.KIND), "Its keys for the server, made in ClearML's web application.");

    One<ClearmlAgent, Image> IMAGE = KIND.required("image", SiteTypes.IMAGE, "The image of a task that names none.");

    One<ClearmlAgent, Block<Registry>> REGISTRY = KIND.one(
            "registry", Types.to(Registry.KIND), Defaults.only(Registry.KIND), "Where its images are pulled from.");

    One<ClearmlAgent, String> NAMESPACE = KIND.one(
            "namespace",
            SiteTypes.NAME,
            Defaults.constant("clearml-agent", "the namespace that the vendor's pages use"),
            "The namespace of its pods and of its tasks' pods.");

    Maybe<ClearmlAgent, Block<Cluster>> CLUSTER =
            KIND.maybe("cluster", Types.to(Cluster.KIND), Defaults.onlyIfAny(Cluster.KIND), "Where it is installed.");
    Maybe<ClearmlAgent, String> RELEASE_NAME = KIND.maybe(
            "release-name", SiteTypes.NAME, Defaults.none("the name of the chart"), "The name of the Helm release.");
    One<ClearmlAgent, Boolean> CREATE_QUEUES = KIND.one(
            "create-queues",
            Types.flag(),
            Defaults.constant(true, "a queue that is missing on the server is made"),
            "Whether it makes its queues on the server.");

    Maybe<ClearmlAgent, String> START_SCRIPT = KIND.maybe(
            "start-script",
            Types.text(),
            Defaults.none("the chart's own"),
            "The script that every task's container starts with, instead of the chart's own.");
    Merged<ClearmlAgent, String> VALUES = KIND.merged(
            "values", Types.text(), "More values of the chart, in YAML, that the language has no words for.");
    Children<ClearmlAgent, Queue> QUEUES = KIND.children(Queue.KIND);
}
