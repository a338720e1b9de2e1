package dev.airgapc.target.clearml;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Toleration;
import dev.airgapc.language.Arrows;
import dev.airgapc.language.Block;
import dev.airgapc.language.Maybe;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Mount;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Secret;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the pods of tasks look, key by key of the chart's template. What a queue's template says replaces the base's value of that
 * key, lists as a whole (clearml/clearml-docs:docs/clearml_agent/clearml_agent_custom_workload.md), so each value is complete.
 */
final class PodTemplate {
    private final Release release;
    private final Block<? extends TaskSettings> tasks;

    private PodTemplate(Release release, Block<? extends TaskSettings> tasks) {
        this.release = release;
        this.tasks = tasks;
    }

    /** Every key that tasks with these settings need, in the chart's order. */
    static Map<String, Node> of(Release release, Block<? extends TaskSettings> tasks) {
        return new PodTemplate(release, tasks).keys();
    }

    private Map<String, Node> keys() {
        Map<String, Node> keys = new LinkedHashMap<>();
        put(keys, "labels", map(TaskSettings.LABEL));
        put(keys, "annotations", map(TaskSettings.ANNOTATION));
        put(keys, "env", environment());
        List<TaskFile> files = TaskFile.of(release.site(), tasks);
        if (release.isPublic()) {
            TaskConfigMaps maps = new TaskConfigMaps(release, files);
            put(keys, "volumes", both(maps.volumes(), volumes()));
            put(keys, "volumeMounts", both(maps.volumeMounts(), volumeMounts()));
        } else {
            put(
                    keys,
                    "fileMounts",
                    Sequence.of(files.stream().map(TaskFile::mounted).toList()));
            put(keys, "volumes", volumes());
            put(keys, "volumeMounts", volumeMounts());
        }
        put(keys, "resources", resources());
        put(keys, "nodeSelector", map(TaskSettings.NODE_SELECTOR));
        put(keys, "tolerations", tolerations());
        for (Fact<String> name : tasks.get(TaskSettings.PRIORITY_CLASS).stream().toList()) {
            keys.put("priorityClassName", Leaf.text(name));
        }
        for (Fact<Long> user : tasks.get(TaskSettings.USER).stream().toList()) {
            keys.put("containerSecurityContext", Mapping.EMPTY.with("runAsUser", Leaf.of(user.map(Count::new))));
        }
        return keys;
    }

    private static void put(Map<String, Node> keys, String key, Node node) {
        if (!node.leaves().isEmpty()) {
            keys.put(key, node);
        }
    }

    private static Sequence both(Sequence one, Sequence other) {
        List<Node> items = new ArrayList<>(one.items());
        items.addAll(other.items());
        return new Sequence(items);
    }

    private Sequence environment() {
        List<TaskVariable> variables = new ArrayList<>(TaskEnvironment.of(release.site(), tasks));
        if (release.isPublic()) {
            variables.add(TaskEnvironment.withoutSystemPackages(release.site()));
        }
        return Sequence.of(
                variables.stream().map(variable -> variable(release, variable)).toList());
    }

    /** A variable as pods have them. */
    static Mapping variable(Release release, TaskVariable variable) {
        Mapping entry = Mapping.EMPTY.with("name", variable.key());
        if (variable.content() instanceof TaskVariable.OfSecret of) {
            Fact<SecretName> secret = release.secret(of.secret(), SecretName.fields(List.of(of.field())));
            Leaf name = of.cited().map(Leaf.of(secret)::under).orElse(Leaf.of(secret));
            return entry.with(
                    "valueFrom", Mapping.EMPTY.with("secretKeyRef", ChartValues.reference(name, secret.value())));
        }
        return entry.with("value", ((TaskVariable.Plain) variable.content()).value());
    }

    private Mapping map(Arrows<? super TaskSettings, String> attribute) {
        Map<String, Node> entries = new LinkedHashMap<>();
        tasks.get(attribute).forEach((key, value) -> entries.put(key, Leaf.text(value)));
        return new Mapping(entries);
    }

    private List<Block<Mount>> volumeBlocks() {
        return tasks.get(TaskSettings.MOUNT).stream()
                .filter(mount ->
                        mount.get(Mount.FILE).isEmpty() && mount.get(Mount.TEXT).isEmpty())
                .toList();
    }

    private Sequence volumes() {
        List<Node> volumes = new ArrayList<>();
        netrc().ifPresent(object -> volumes.add(Mapping.EMPTY
                .with("name", netrcVolume(object))
                .with("secret", Mapping.EMPTY.with("secretName", Leaf.of(object)))));
        volumeBlocks().forEach(mount -> volumes.add(volume(mount)));
        return new Sequence(volumes);
    }

    /** The logins of package indexes, for tasks that need any: one file among others of the image, so a key by itself. */
    private Optional<Fact<SecretName>> netrc() {
        return PackageLogin.isNeeded(release.site(), tasks)
                ? Optional.of(release.netrc(PackageLogin.of(release.site(), ClearmlAgent.of(release.site(), tasks))))
                : Optional.empty();
    }

    private static Leaf netrcVolume(Fact<SecretName> object) {
        return Leaf.text(object.map(any -> name(TaskEnvironment.NETRC)));
    }

    private Mapping volume(Block<Mount> mount) {
        Mapping volume = source(
                Mapping.EMPTY.with("name", name(mount)), mount, Mount.CLAIM, "persistentVolumeClaim", "claimName");
        volume = source(volume, mount, Mount.CONFIG_MAP, "configMap", "name");
        volume = source(volume, mount, Mount.HOST_PATH, "hostPath", "path");
        for (Fact<Block<Secret>> secret : mount.get(Mount.SECRET).stream().toList()) {
            Fact<SecretName> name = release.secret(secret, SecretName.fields(Secret.statedFields(secret.value())));
            volume = volume.with("secret", Mapping.EMPTY.with("secretName", Leaf.of(name)));
        }
        for (Fact<String> size : mount.get(Mount.MEMORY).stream().toList()) {
            volume = volume.with(
                    "emptyDir",
                    Mapping.EMPTY
                            .with("medium", Leaf.text(size.map(any -> "Memory")))
                            .with("sizeLimit", Leaf.text(size)));
        }
        return volume;
    }

    private static Mapping source(
            Mapping volume, Block<Mount> mount, Maybe<Mount, String> attribute, String kind, String key) {
        return mount.get(attribute)
                .map(value -> volume.with(kind, Mapping.EMPTY.with(key, Leaf.text(value))))
                .orElse(volume);
    }

    private Sequence volumeMounts() {
        List<Node> mounts = new ArrayList<>();
        netrc().ifPresent(object -> mounts.add(Mapping.EMPTY
                .with("name", netrcVolume(object))
                .with("mountPath", Leaf.text(object.map(any -> TaskEnvironment.NETRC)))
                .with("subPath", Leaf.text(object.map(any -> SecretName.NETRC)))
                .with("readOnly", Leaf.of(object.map(any -> new Flag(true))))));
        volumeBlocks().forEach(mount -> mounts.add(volumeMount(mount)));
        return new Sequence(mounts);
    }

    private Mapping volumeMount(Block<Mount> mount) {
        Mapping entry = Mapping.EMPTY.with("name", name(mount)).with("mountPath", Leaf.text(mount.named(mount.name())));
        Fact<Boolean> readOnly = mount.get(Mount.READ_ONLY);
        boolean writable = !readOnly.value() || mount.get(Mount.MEMORY).isPresent();
        return writable ? entry : entry.with("readOnly", Leaf.of(readOnly.map(Flag::new)));
    }

    /** The name of a volume: its path with hyphens, within the 63 characters of a DNS label; a sum tells those apart that it makes equal. */
    static String name(String path) {
        String name = path.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String whole = name.length() <= 50 && path.equals("/" + name.replace('-', '/'))
                ? name
                : name.substring(0, Math.min(name.length(), 40)).replaceAll("-$", "") + "-"
                        + Integer.toHexString(path.hashCode());
        return "mount-" + whole;
    }

    private static Leaf name(Block<Mount> mount) {
        return Leaf.text(mount.named(name(mount.name())));
    }

    /** Memory is asked for and is the limit; of processor time a limit would slow a task down. */
    private Mapping resources() {
        Mapping limits = Mapping.EMPTY;
        Mapping requests = Mapping.EMPTY;
        for (Fact<String> cpu : tasks.get(TaskSettings.CPU).stream().toList()) {
            requests = requests.with("cpu", Leaf.text(cpu));
        }
        for (Fact<String> memory : tasks.get(TaskSettings.MEMORY).stream().toList()) {
            requests = requests.with("memory", Leaf.text(memory));
            limits = limits.with("memory", Leaf.text(memory));
        }
        Fact<Long> gpus = tasks.get(TaskSettings.GPUS);
        if (gpus.value() > 0) {
            limits = limits.with(tasks.get(TaskSettings.GPU_RESOURCE).value(), Leaf.of(gpus.map(Count::new)));
        }
        Mapping resources = Mapping.EMPTY;
        resources = limits.entries().isEmpty() ? resources : resources.with("limits", limits);
        return requests.entries().isEmpty() ? resources : resources.with("requests", requests);
    }

    private Sequence tolerations() {
        return Sequence.of(tasks.get(TaskSettings.TOLERATIONS).stream()
                .map(PodTemplate::toleration)
                .toList());
    }

    private static Mapping toleration(Fact<Toleration> fact) {
        Toleration toleration = fact.value();
        Mapping entry = Mapping.EMPTY
                .with("key", Leaf.text(fact.map(Toleration::key)))
                .with("operator", Leaf.text(fact.map(any -> toleration.value().isEmpty() ? "Exists" : "Equal")));
        Mapping valued =
                toleration.value().isEmpty() ? entry : entry.with("value", Leaf.text(fact.map(Toleration::value)));
        return valued.with("effect", Leaf.text(fact.map(Toleration::effect)));
    }
}
