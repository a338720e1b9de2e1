package dev.airgapc.target.clearml;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlDocumentsPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import java.util.List;
import java.util.Optional;

/**
 * The files of pods as ConfigMaps of ours, one for each, where a chart mounts none by itself: of tasks, as the public chart declares
 * {@code basePodTemplate.fileMounts} and reads it nowhere (clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-configmap.yaml), and
 * of the instances of applications, which certificates do not reach by themselves. Each holds up to a mebibyte
 * (kubernetes/api:core/v1/types.go, {@code ConfigMap}), so files do not share one.
 */
record TaskConfigMaps(Release release, List<TaskFile> files) {
    private static final String FILE = "file";
    private static final Origin OF_TASKS = new Origin.Demanded(
            "the public chart mounts no file by itself",
            new Citation("clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-configmap.yaml", ""));
    private static final Origin OF_INSTANCES = new Origin.Demanded(
            "certificates do not reach instances by themselves",
            new Citation(
                    "clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/extra_configs/self_signed_certificates.md",
                    ""));

    TaskConfigMaps {
        files = List.copyOf(files);
    }

    /** Of an agent; nothing where its chart takes files by itself. */
    static TaskConfigMaps of(Release release, Block<ClearmlAgent> agent) {
        return new TaskConfigMaps(release, release.isPublic() ? TaskFile.of(release.site(), agent) : List.of());
    }

    /** Of the instances of a server's applications: what they trust. */
    static TaskConfigMaps ofInstances(Release release, Block<ClearmlServer> server) {
        List<TaskFile> files = server.get(ClearmlServer.APPS).isEmpty()
                ? List.of()
                : TaskFile.trusted(release.site()).stream().toList();
        return new TaskConfigMaps(release, files);
    }

    /** Below the folder of all charts; what has to be applied before the chart is installed. */
    String path() {
        return release.name() + "/files.yaml";
    }

    /** The objects, if there are any. */
    Optional<OutputFile> objects() {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutputFile(
                        Release.FOLDER + path(),
                        Side.INSIDE,
                        Program.KUBECTL,
                        new YamlDocumentsPrinter(),
                        Sequence.of(files.stream().map(this::object).toList())));
    }

    Contribution contribution() {
        return Contribution.of(objects().stream().toList(), List.of());
    }

    private Node object(TaskFile file) {
        return Mapping.EMPTY
                .with("apiVersion", text(file, "v1"))
                .with("kind", text(file, "ConfigMap"))
                .with(
                        "metadata",
                        Mapping.EMPTY.with("name", objectName(file)).with("namespace", Leaf.text(release.namespace())))
                .with("data", Mapping.EMPTY.with(FILE, file.content()));
    }

    Sequence volumes() {
        return Sequence.of(files.stream()
                .map(file -> Mapping.EMPTY
                        .with("name", volume(file))
                        .with("configMap", Mapping.EMPTY.with("name", objectName(file))))
                .toList());
    }

    Sequence volumeMounts() {
        return Sequence.of(files.stream()
                .map(file -> Mapping.EMPTY
                        .with("name", volume(file))
                        .with("mountPath", Leaf.text(file.because().map(any -> file.path())))
                        .with("subPath", text(file, FILE))
                        .with("readOnly", Leaf.of(file.because().map(any -> new Flag(true)))))
                .toList());
    }

    private static Leaf volume(TaskFile file) {
        return Leaf.text(file.because().map(any -> PodTemplate.name(file.path())));
    }

    private Leaf objectName(TaskFile file) {
        return Leaf.text(file.because().map(any -> release.name() + "-" + PodTemplate.name(file.path())));
    }

    private Leaf text(TaskFile file, String text) {
        Origin demanded = release.isPublic() ? OF_TASKS : OF_INSTANCES;
        return Leaf.text(
                new Fact<>(text, Origin.all(List.of(demanded, file.because().origin()))));
    }
}
