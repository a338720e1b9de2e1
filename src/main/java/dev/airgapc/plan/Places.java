package dev.airgapc.plan;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where images lie within the gap: the one mapping that every list, script and value uses. */
public final class Places {
    private Places() {}

    /**
     * The place of an image in a registry. An image that names one of the site's own registries lies there already.
     *
     * @return a fact made of the image's origin and of everything that the registry says about its place
     */
    public static Fact<ImageName> of(Fact<Image> image, Site site, Fact<Block<Registry>> registry) {
        if (isInside(image.value(), site)) {
            return image.map(inside -> new ImageName(inside, Optional.empty()));
        }
        Fact<Image> place = place(image, registry.value());
        return new Fact<>(
                new ImageName(place.value(), Optional.of(image.value())),
                Origin.all(List.of(place.origin(), registry.origin())));
    }

    private static boolean isInside(Image image, Site site) {
        return site.all(Registry.KIND).stream()
                .anyMatch(registry -> registry.get(Registry.HOST).value().equals(image.registry()));
    }

    private static Fact<Image> place(Fact<Image> image, Block<Registry> registry) {
        Image upstream = image.value();
        Fact<Host> host = registry.get(Registry.HOST);
        Fact<String> project = registry.get(Registry.PATH);
        Optional<Map.Entry<String, Fact<String>>> arrow = arrow(upstream, registry);
        List<Origin> origins = new ArrayList<>(List.of(image.origin(), host.origin()));
        if (!project.value().isEmpty()) {
            origins.add(project.origin());
        }
        arrow.ifPresent(found -> origins.add(found.getValue().origin()));
        String full = upstream.registry().text() + "/" + upstream.repository();
        String below = arrow.map(found -> join(
                        found.getValue().value(), full.substring(found.getKey().length())))
                .orElseGet(() -> join(folder(upstream.registry()), upstream.repository()));
        return new Fact<>(upstream.at(host.value(), join(project.value(), below)), Origin.all(origins));
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

    /** A host's name where a path may hold no colon. */
    private static String folder(Host upstream) {
        return upstream.text().replace("[", "").replace("]", "").replace(':', '-');
    }

    private static String join(String before, String after) {
        String rest = after.startsWith("/") ? after.substring(1) : after;
        return before.isEmpty() || rest.isEmpty() ? before + rest : before + "/" + rest;
    }
}
