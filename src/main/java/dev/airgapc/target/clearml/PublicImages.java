package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.ImagePath;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images of a public chart, each at the paths that the catalogue has for it: registry, repository and tag, which together are its
 * place. Where the nodes know the place, the registry stays the chart's own.
 */
final class PublicImages {
    private static final String[] GLOBAL = {"global", "imageRegistry"};

    /** An image at one of its paths. */
    private record Slot(Product.Named path, Fact<ImageName> image) {
        Host registry() {
            return image.value().inside().registry();
        }
    }

    private final Release release;
    private final ChartValues values;

    private PublicImages(Release release, ChartValues values) {
        this.release = release;
        this.values = values;
    }

    /** Every image but those of parts that do not run. */
    static void write(Release release, ChartValues values, Set<String> idle) {
        new PublicImages(release, values).write(idle);
    }

    private void write(Set<String> idle) {
        List<Slot> slots = new ArrayList<>();
        for (Fact<ImageName> image : release.images()) {
            release.product().naming(image.value().upstream().orElseThrow()).stream()
                    .filter(path -> !idle.contains(path.steps().get(0)))
                    .forEach(path -> slots.add(new Slot(path, image)));
        }
        registries(slots.stream()
                .filter(slot -> !slot.path().whole() && !slot.image().value().isUpstream())
                .toList());
        for (Slot slot : slots) {
            if (slot.path().whole()) {
                whole(slot);
            } else {
                values.put(slot.image().map(ImagePath::new), below(slot, "repository"));
            }
            tag(slot);
        }
    }

    /**
     * The global registry where all lie in one. Redis and MongoDB read it before their own (bitnami/charts:bitnami/common/templates/_images.tpl), and
     * it is never empty by itself: where images lie in several, it has to be emptied. A chart that has no global one is told of each.
     */
    private void registries(List<Slot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        Origin origin =
                Origin.all(slots.stream().map(slot -> slot.image().origin()).toList());
        boolean global = release.product().key(List.of(GLOBAL)).isPresent();
        if (global && new HashSet<>(slots.stream().map(Slot::registry).toList()).size() == 1) {
            values.put(new Fact<>(slots.get(0).registry(), origin), GLOBAL);
            return;
        }
        if (global) {
            values.put(new Fact<>(new Text(""), origin), GLOBAL);
        }
        slots.forEach(slot -> values.put(slot.image().map(any -> slot.registry()), below(slot, "registry")));
    }

    private void whole(Slot slot) {
        if (!slot.image().value().isUpstream()) {
            String[] repository = below(slot, "repository");
            boolean key = release.product().key(List.of(repository)).isPresent();
            values.put(
                    slot.image()
                            .map(name -> new Text(name.inside().registry().text() + "/"
                                    + name.inside().repository())),
                    key ? repository : below(slot));
        }
    }

    /** Of a version that the catalogue does not know, the chart decides: an old tag is never pinned. */
    private void tag(Slot slot) {
        ImageName name = slot.image().value();
        if (!release.product().knows(release.version().value())
                && name.written().digest().isEmpty()) {
            return;
        }
        String[] tag = below(slot, "tag");
        if (release.product().key(List.of(tag)).isEmpty()) {
            tag = below(slot);
            tag[tag.length - 1] += "Tag";
        }
        values.put(slot.image().map(PublicImages::tag), tag);
    }

    private static Text tag(ImageName name) {
        Image written = name.written();
        String tag = written.tag().isEmpty() ? name.upstream().orElseThrow().tag() : written.tag();
        return new Text(written.digest().isEmpty() ? tag : tag + "@" + written.digest());
    }

    private static String[] below(Slot slot, String... more) {
        String[] path = slot.path().steps().toArray(String[]::new);
        String[] longer = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, longer, path.length, more.length);
        return longer;
    }
}
