package dev.airgapc.plan;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where nodes find the images of an upstream, all of them by one rule.
 *
 * @param upstream the registry whose name stays in the files
 * @param registry the one of the site
 * @param path what stands before an image's own path there; may be empty
 * @param exceptions images that the rule would lead to another place than the plan has for them
 */
public record NodeMirror(Fact<Host> upstream, Block<Registry> registry, Fact<String> path, List<Image> exceptions) {
    public NodeMirror {
        exceptions = List.copyOf(exceptions);
    }

    /** The folder of the upstream in {@code certs.d} (containerd/containerd:core/remotes/docker/config/hosts.go). */
    public String folder() {
        return folder(upstream.value());
    }

    /** The same of any registry. */
    public static String folder(Host upstream) {
        return upstream.port().isPresent()
                ? upstream.name() + "_" + upstream.port().getAsInt() + "_"
                : upstream.name();
    }

    /**
     * A rule for every upstream of the plan, and for every one that a registry speaks of: tasks may ask for more images than the
     * plan knows. Sorted by upstream.
     */
    public static List<NodeMirror> all(Site site, Plan plan) {
        Map<String, NodeMirror> mirrors = new TreeMap<>();
        for (Block<Registry> registry : site.all(Registry.KIND)) {
            registry.get(Registry.MIRROR)
                    .forEach((upstream, path) -> Host.parse(upstream)
                            .value()
                            .ifPresent(host ->
                                    mirrors.putIfAbsent(host.text(), of(path.map(any -> host), registry, List.of()))));
        }
        Map<String, List<Plan.PlannedImage>> byUpstream = new LinkedHashMap<>();
        plan.images()
                .forEach(image -> byUpstream
                        .computeIfAbsent(image.upstream().registry().text(), host -> new ArrayList<>())
                        .add(image));
        byUpstream.forEach((host, images) -> mirrors.put(host, of(site, images)));
        return List.copyOf(mirrors.values());
    }

    private static NodeMirror of(Site site, List<Plan.PlannedImage> images) {
        Host host = images.get(0).upstream().registry();
        Origin origin =
                Origin.all(images.stream().map(image -> image.name().origin()).toList());
        Host inside = images.get(0).inside().registry();
        Block<Registry> registry = site.all(Registry.KIND).stream()
                .filter(block -> block.get(Registry.HOST).value().equals(inside))
                .findFirst()
                .orElse(site.all(Registry.KIND).get(0));
        return of(new Fact<>(host, origin), registry, images);
    }

    private static NodeMirror of(Fact<Host> upstream, Block<Registry> registry, List<Plan.PlannedImage> images) {
        Fact<String> path = Places.folder(upstream.value(), registry);
        Host host = registry.get(Registry.HOST).value();
        List<Image> exceptions = new ArrayList<>();
        for (Plan.PlannedImage image : images) {
            String before = path.value().isEmpty() ? "" : path.value() + "/";
            String expected = before + image.upstream().repository();
            if (!image.inside().registry().equals(host)
                    || !image.inside().repository().equals(expected)) {
                exceptions.add(image.upstream());
            }
        }
        return new NodeMirror(upstream, registry, path, exceptions);
    }
}
