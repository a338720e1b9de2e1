package dev.airgapc.plan;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.site.CarriedImage;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where images lie within the gap: the one mapping that every list, script, value and node file uses. */
public final class Places {
    private Places() {}

    /**
     * The place of an image in a registry. An image that names one of the site's own registries lies there already; one that an
     * {@code image} block speaks of has the digest and the place that the block states.
     *
     * @param cluster where it runs, which decides by {@code rewrite} whether the name stays the upstream's
     * @return a fact made of the image's origin and of everything that shapes its place and its name
     */
    public static Fact<ImageName> of(
            Fact<Image> image, Site site, Fact<Block<Registry>> registry, Optional<Fact<Block<Cluster>>> cluster) {
        if (isInside(image.value(), site)) {
            return image.map(inside -> new ImageName(inside, inside, Optional.empty()));
        }
        Optional<Block<CarriedImage>> stated = stated(image.value(), site);
        Image upstream = stated.map(CarriedImage::pinned).orElse(image.value());
        List<Origin> origins = new ArrayList<>(List.of(image.origin()));
        Image inside = inside(upstream, stated, registry.value(), origins);
        origins.add(registry.origin());
        boolean kept = cluster.isPresent()
                && cluster.get().value().get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES;
        cluster.ifPresent(
                where -> origins.add(where.value().get(Cluster.REWRITE).origin()));
        return new Fact<>(new ImageName(kept ? upstream : inside, inside, Optional.of(upstream)), Origin.all(origins));
    }

    /** The same where Docker pulls: it knows mirrors of one upstream alone, so the name is that of the place inside. */
    public static Fact<ImageName> onMachine(Fact<Image> image, Site site, Fact<Block<Registry>> registry) {
        return of(image, site, registry, Optional.empty());
    }

    private static boolean isInside(Image image, Site site) {
        return site.all(Registry.KIND).stream()
                .anyMatch(registry -> registry.get(Registry.HOST).value().equals(image.registry()));
    }

    /** The {@code image} block that speaks of an image: it has the same name and, unless the image has a digest, the same tag. */
    private static Optional<Block<CarriedImage>> stated(Image image, Site site) {
        return site.all(CarriedImage.KIND).stream()
                .filter(block -> block.get(CarriedImage.SOURCE).value().equals(image)
                        || CarriedImage.pinned(block).equals(image))
                .findFirst();
    }

    private static Image inside(
            Image upstream, Optional<Block<CarriedImage>> stated, Block<Registry> registry, List<Origin> origins) {
        Optional<Fact<Image>> exception = stated.flatMap(block -> block.get(CarriedImage.INSIDE));
        if (exception.isPresent()) {
            origins.add(exception.get().origin());
            Image place = exception.get().value();
            return new Image(place.registry(), place.repository(), place.tag(), upstream.digest());
        }
        Fact<Host> host = registry.get(Registry.HOST);
        Fact<String> project = registry.get(Registry.PATH);
        Optional<Map.Entry<String, Fact<String>>> arrow = arrow(upstream, registry);
        origins.add(host.origin());
        if (!project.value().isEmpty()) {
            origins.add(project.origin());
        }
        arrow.ifPresent(found -> origins.add(found.getValue().origin()));
        String full = upstream.registry().text() + "/" + upstream.repository();
        String below = arrow.map(found -> join(
                        found.getValue().value(), full.substring(found.getKey().length())))
                .orElseGet(() -> join(folder(upstream.registry()), upstream.repository()));
        return upstream.at(host.value(), join(project.value(), below));
    }

    /** The longest {@code mirror} that the image lies below. */
    private static Optional<Map.Entry<String, Fact<String>>> arrow(Image upstream, Block<Registry> registry) {
        String full = upstream.registry().text() + "/" + upstream.repository();
        Optional<Map.Entry<String, Fact<String>>> longest = Optional.empty();
        for (Map.Entry<String, Fact<String>> arrow :
                registry.get(Registry.MIRROR).entrySet()) {
            boolean holds = full.equals(arrow.getKey()) || full.startsWith(arrow.getKey() + "/");
            if (holds
                    && longest.filter(found ->
                                    found.getKey().length() >= arrow.getKey().length())
                            .isEmpty()) {
                longest = Optional.of(arrow);
            }
        }
        return longest;
    }

    /** The folder of a whole upstream in a registry, below its project: what every image of it has before its own path. */
    static Fact<String> folder(Host upstream, Block<Registry> registry) {
        Fact<String> project = registry.get(Registry.PATH);
        Fact<String> arrow = registry.get(Registry.MIRROR).get(upstream.text());
        Fact<String> below = arrow == null ? registry.get(Registry.HOST).map(host -> folder(upstream)) : arrow;
        return project.value().isEmpty()
                ? below
                : new Fact<>(
                        join(project.value(), below.value()), Origin.all(List.of(project.origin(), below.origin())));
    }

    /** A host's name where a path may hold no colon. */
    private static String folder(Host upstream) {
        return upstream.text().replace("[", "").replace("]", "").replace(':', '-');
    }

    private static String join(String before, String after) {
        String rest = after.startsWith("/") ? after.substring(1) : after;
        return before.isEmpty() || rest.isEmpty() ? before + rest : before + "/" + rest;
    }
}
