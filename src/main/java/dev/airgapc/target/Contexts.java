package dev.airgapc.target;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.site.Cluster;
import java.util.Optional;

/** Which cluster a call of kubectl or helm means: never the one that happens to be the current. */
public final class Contexts {
    private Contexts() {}

    /** The name of the context, or an empty text where whoever runs the script says it in {@code KUBE_CONTEXT}. */
    public static Leaf of(Optional<Block<Cluster>> cluster, Origin because) {
        Optional<Fact<String>> stated = cluster.flatMap(block -> block.get(Cluster.CONTEXT));
        return Leaf.text(stated.orElse(new Fact<>("", because)));
    }
}
