package dev.airgapc.target.clearml;

import dev.airgapc.fact.Flag;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Sequence;
import dev.airgapc.target.ChartValues;
import java.util.Set;

/** What the public charts have in common: their images, and the secret that they are pulled with. */
final class PublicCharts {
    private PublicCharts() {}

    /** The name of the secret has no effect without the switch. */
    static void write(Release release, ChartValues values, Set<String> idle) {
        PublicImages.write(release, values, idle);
        release.pullSecret().ifPresent(name -> {
            values.put(name.map(any -> new Flag(true)), "imageCredentials", "enabled");
            values.put(name, "imageCredentials", "existingSecret");
        });
    }

    /** The databases are charts of their own, which do not read the server's secret: two list names, the others objects. */
    static void databases(Release release, ChartValues values, Set<String> idle) {
        Sequence names = Sequence.of(release.pullSecret().map(Leaf::of).stream().toList());
        if (values.supports("redis", "image", "pullSecrets")) {
            values.put(names, "redis", "image", "pullSecrets");
        } else {
            values.put(release.pullSecrets(), "dragonfly", "imagePullSecrets");
        }
        if (!idle.contains("mongodb")) {
            values.put(names, "mongodb", "image", "pullSecrets");
        }
        values.put(release.pullSecrets(), "elasticsearch", "imagePullSecrets");
    }
}
