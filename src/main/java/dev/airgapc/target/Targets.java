package dev.airgapc.target;

import dev.airgapc.target.charts.ChartsTarget;
import dev.airgapc.target.clearml.ClearmlTarget;
import dev.airgapc.target.files.FilesTarget;
import dev.airgapc.target.images.ImagesTarget;
import dev.airgapc.target.kubernetes.KubernetesTarget;
import dev.airgapc.target.medium.MediumTarget;
import dev.airgapc.target.nodes.NodesTarget;
import dev.airgapc.target.python.PythonTarget;
import dev.airgapc.target.trust.TrustTarget;
import java.util.List;

/** Every target, in the order in which they work. */
public final class Targets {
    public static final List<Target> ALL = List.of(
            new TrustTarget(),
            new PythonTarget(),
            new ClearmlTarget(),
            new KubernetesTarget(),
            new ImagesTarget(),
            new ChartsTarget(),
            new FilesTarget(),
            new MediumTarget(),
            new NodesTarget());

    private Targets() {}
}
