package dev.airgapc.proof;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.NodeMirror;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Boundary;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** What is proven: all files of a site, before they are printed. */
public record Subject(Site site, Boundary boundary, Plan plan, List<OutputFile> files) {
    public Subject(Site site, Plan plan, List<OutputFile> files) {
        this(site, site.boundary(), plan, files);
    }

    public Subject {
        files = List.copyOf(files);
    }

    /** Whether the page declares a host to be inside; names that stay on a machine or in a cluster are the same everywhere. */
    boolean declares(Host host) {
        return boundary.declared().stream().anyMatch(pattern -> pattern.matches(host));
    }

    /** Where a name was written that ended up in a value: the text on its way that holds the name, else the nearest one. */
    Span place(Origin origin, String name) {
        return holding(origin, name).orElseGet(() -> place(origin));
    }

    private static Optional<Span> holding(Origin origin, String name) {
        if (origin instanceof Origin.Written written && written.span().text().contains(name)) {
            return Optional.of(written.span());
        }
        return origin.from().stream()
                .map(from -> holding(from, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where a value was written; the heading of {@code site} for one that nobody wrote. */
    Span place(Origin origin) {
        return origin.written()
                .map(Origin.Written::span)
                .orElseGet(() -> site.block().heading());
    }

    /** Where the first value of a file was written; the heading of {@code site} for a file that nobody's words went into. */
    Span place(OutputFile file) {
        return file.content().leaves().values().stream()
                .findFirst()
                .map(leaf -> place(leaf.origin()))
                .orElseGet(() -> site.block().heading());
    }

    /** Whether the nodes of every cluster that keeps upstream names are led from this registry to one of the site. */
    boolean isCovered(Host upstream) {
        List<Block<Cluster>> clusters = site.all(Cluster.KIND).stream()
                .filter(cluster -> cluster.get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES)
                .toList();
        return !clusters.isEmpty()
                && clusters.stream()
                        .allMatch(cluster -> files.stream().anyMatch(file -> leads(file, cluster, upstream)));
    }

    private static boolean leads(OutputFile file, Block<Cluster> cluster, Host upstream) {
        if (!file.path().startsWith("inside/nodes/" + cluster.name() + "/")) {
            return false;
        }
        return switch (file.reader()) {
            case CONTAINERD -> file.path().contains("/certs.d/" + NodeMirror.folder(upstream) + "/");
            case RKE ->
                file.content() instanceof Mapping mapping
                        && mapping.entries().get("mirrors") instanceof Mapping mirrors
                        && mirrors.entries().containsKey(upstream.text());
            default -> false;
        };
    }
}
