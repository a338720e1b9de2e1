package dev.airgapc.target;

import dev.airgapc.target.clearml.ClearmlTarget;
import dev.airgapc.target.images.ImagesTarget;
import dev.airgapc.target.kubernetes.KubernetesTarget;
import java.util.List;

/** Every target, in the order in which they work. */
public final class Targets {
    public static final List<Target> ALL = List.of(new ClearmlTarget(), new KubernetesTarget(), new ImagesTarget());

    private Targets() {}
}
