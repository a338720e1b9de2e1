package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.site.Cluster;
import java.util.EnumSet;
import java.util.Set;

/**
 * A cluster reaches the registry in the one way that it declares: its values name places inside, or upstream names that its nodes
 * lead on.
 */
final class OneWayToMirrors implements Promise {
    /** Who hands the names in a file to a cluster; lists and scripts of the registry name places, whatever clusters do. */
    private static final Set<Program> CLUSTERS = EnumSet.of(Program.HELM, Program.KUBECTL, Program.CLEARML);

    @Override
    public void check(Subject subject, Report report) {
        for (Block<Cluster> cluster : subject.site().all(Cluster.KIND)) {
            boolean nodes = cluster.get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES;
            Address decided = cluster.address().then(Cluster.REWRITE.name());
            for (OutputFile file : subject.files()) {
                file.content().leaves().forEach((pointer, leaf) -> {
                    boolean other = CLUSTERS.contains(file.reader())
                            && leaf.value() instanceof ImageName name
                            && name.upstream().isPresent()
                            && comesFrom(leaf.origin(), decided)
                            && !name.written().equals(nodes ? name.upstream().orElseThrow() : name.inside());
                    if (other) {
                        report.add(second(
                                subject,
                                leaf,
                                "`" + leaf.value().text() + "` in " + file.path() + ":"
                                        + pointer + " is not " + (nodes ? "an upstream name" : "a place inside")
                                        + ", as `" + decided + "` wants it"));
                    }
                });
                if (!nodes && isOfNodes(file, cluster)) {
                    report.add(Diagnostic.of(
                                    ProofCodes.SECOND_WAY,
                                    cluster.heading(),
                                    file.path() + " would lead the nodes to mirrors, and the values name places inside")
                            .help(ProofCodes.FAULT));
                }
            }
        }
    }

    private static Diagnostic second(Subject subject, Leaf leaf, String message) {
        return Diagnostic.of(ProofCodes.SECOND_WAY, subject.place(leaf.origin()), message)
                .help(ProofCodes.FAULT);
    }

    private static boolean isOfNodes(OutputFile file, Block<Cluster> cluster) {
        return file.path().startsWith("inside/nodes/" + cluster.name() + "/")
                && (file.reader() == Program.CONTAINERD || file.reader() == Program.RKE);
    }

    private static boolean comesFrom(Origin origin, Address address) {
        boolean here = origin instanceof Origin.Written written && written.at().equals(address);
        return here || origin.from().stream().anyMatch(from -> comesFrom(from, address));
    }
}
