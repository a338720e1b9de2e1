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
import dev.airgapc.site.ClearmlAgent;
import java.util.List;
import java.util.Optional;

/**
 * The files of tasks as ConfigMaps of ours, one for each: the public chart declares {@code basePodTemplate.fileMounts} and reads it nowhere
 * (clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-configmap.yaml). Each holds up to a mebibyte
 * (kubernetes/api:core/v1/types.go, {@code ConfigMap}), so files do not share one.
 */
record TaskConfigMaps(Release release, List<TaskFile> files) {
    private static final String FILE = "file";
    private static final Citation TEMPLATE =
            new Citation("clearml/clearml-helm-charts:charts/clearml-agent/templates/agentk8sglue-configmap.yaml", "");

    TaskConfigMaps {
        files = List.copyOf(files);
    }

    /** Of an agent; nothing where its chart takes files by itself. */
    static TaskConfigMaps of(Release release, Block<ClearmlAgent> agent) {
        return new TaskConfigMaps(release, release.isPublic() ? TaskFile.of(release.site(), agent) : List.of());
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

    private static Leaf text(TaskFile file, String text) {
        Origin demanded = new Origin.Demanded("the public chart mounts no file by itself", TEMPLATE);
        return Leaf.text(
                new Fact<>(text, Origin.all(List.of(demanded, file.because().origin()))));
    }
}
