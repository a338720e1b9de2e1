package dev.airgapc.site;

import dev.airgapc.fact.Label;
import dev.airgapc.fact.Toleration;
import dev.airgapc.language.Arrows;
import dev.airgapc.language.Attributes;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Pairs;
import dev.airgapc.language.Types;
import java.util.List;

/** What an agent says of all its tasks and a queue of its own: a queue takes over each that it does not say, maps entry by entry. */
public interface TaskSettings {
    /** How pip is told of the indexes. */
    enum Pip implements Choice {
        /** By variables. */
        ENV,
        /** By a file that a variable names. */
        FILE
    }

    /** What Kubernetes states in two groups stands by itself. */
    String LIMITS = "`gpus`, `memory` and `cpu` stand by themselves: write `memory = 32Gi`";

    Attributes<TaskSettings> SHARED = new Attributes<TaskSettings>()
            .meaning("docker-arguments", "docker-args", "extra-docker-arguments")
            .meaning("memory", "mem", "ram", "memory-limit")
            .meaning("cpu", "cores")
            .meaning("env", "environment", "variables", "env-vars")
            .meaning("user", "uid", "run-as-user")
            .meaning("indexes", "pypi")
            .meaning("mount", "volume", "volumes", "volume-mounts")
            .advise("limits", LIMITS)
            .advise("resources", LIMITS)
            .advise("requests", LIMITS);

    One<TaskSettings, Long> GPUS = SHARED.one(
            "gpus",
            Types.count(0, 1024),
            Defaults.constant(0L, "no GPU unless a task's queue says so"),
            "Cards for each task.");
    One<TaskSettings, String> GPU_RESOURCE = SHARED.one(
            "gpu-resource",
            SiteTypes.RESOURCE,
            Defaults.constant("nvidia.com/gpu", "whole cards of NVIDIA's device plugin"),
            "The resource that `gpus` counts.");
    Maybe<TaskSettings, String> MEMORY = SHARED.maybe(
            "memory", SiteTypes.MEMORY, Defaults.none("no limit"), "Memory of each task, asked for and at most.");
    Maybe<TaskSettings, String> CPU = SHARED.maybe(
            "cpu",
            SiteTypes.CPU,
            Defaults.none("what is left"),
            "Processor time that each task asks for; a limit would slow it down.");
    Many<TaskSettings, Block<Index>> INDEXES = SHARED.many(
            "indexes", Types.to(Index.KIND), Defaults.all(Index.KIND), "Where tasks install Python packages from.");
    One<TaskSettings, Pip> PIP = SHARED.one(
            "pip",
            Types.oneOf(List.of(Pip.values())),
            Defaults.constant(Pip.ENV, "variables reach every user of an image"),
            "How pip is told of the indexes.");
    Pairs<TaskSettings, EnvValue> ENV = SHARED.pairs("env", EnvValue.TYPE, "Variables of each task.");
    Arrows<TaskSettings, String> LABEL =
            SHARED.arrows("label", Label::key, SiteTypes.LABEL_VALUE, "A label of each task's pod.");
    Arrows<TaskSettings, String> ANNOTATION =
            SHARED.arrows("annotation", Label::annotation, Types.string(), "An annotation of each task's pod.");
    Arrows<TaskSettings, String> NODE_SELECTOR = SHARED.arrows(
            "node-selector", Label::key, SiteTypes.LABEL_VALUE, "A label that the node of each task must have.");
    Many<TaskSettings, Toleration> TOLERATIONS = SHARED.many(
            "tolerations", SiteTypes.TOLERATION, Defaults.empty("no taint"), "Taints that tasks may run beside.");
    Maybe<TaskSettings, String> PRIORITY_CLASS = SHARED.maybe(
            "priority-class",
            SiteTypes.NAME,
            Defaults.none("the cluster's default"),
            "The priority of each task's pod.");
    /** The server takes no greater one (kubernetes/apimachinery:pkg/util/validation/validation.go, {@code IsValidUserID}). */
    Maybe<TaskSettings, Long> USER = SHARED.maybe(
            "user",
            Types.count(0, 2_147_483_647L),
            Defaults.none("the image's"),
            "The user that tasks run as, by number.");

    Many<TaskSettings, String> DOCKER_ARGUMENTS = SHARED.many(
            "docker-arguments",
            SiteTypes.LINE,
            Defaults.empty("those of the other words"),
            "More arguments of `docker run` on machines, one word of the command line each.");
    Children<TaskSettings, Mount> MOUNT = SHARED.children(Mount.KIND);
}
