package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
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
    /** An image at one of its paths. */
    private record Named(List<String> path, Fact<ImageName> image) {}

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
        List<Named> all = new ArrayList<>();
        for (Fact<ImageName> image : release.images()) {
            release.product().naming(image.value().upstream().orElseThrow()).stream()
                    .filter(path -> !idle.contains(path.get(0)))
                    .forEach(path -> all.add(new Named(path, image)));
        }
        global(all.stream().filter(this::hasRegistry).toList());
        all.forEach(named -> {
            if (hasRegistry(named)) {
                apart(named);
            } else {
                joined(named);
            }
            tag(named);
        });
    }

    private boolean hasRegistry(Named named) {
        return isKey(below(named, "registry"));
    }

    private boolean isKey(String... path) {
        return release.product().key(List.of(path)).isPresent();
    }

    /**
     * Redis and MongoDB put it before their own registry, and it is never empty by itself (bitnami/charts:bitnami/common/templates/_images.tpl):
     * it is the registry of all, or, where they lie in several, nothing.
     */
    private void global(List<Named> apart) {
        List<Fact<Host>> hosts = apart.stream()
                .filter(named -> !named.image().value().isUpstream())
                .map(named -> named.image().map(name -> name.inside().registry()))
                .toList();
        if (hosts.isEmpty()) {
            return;
        }
        Origin origin = Origin.all(hosts.stream().map(Fact::origin).toList());
        boolean one = new HashSet<>(hosts.stream().map(Fact::value).toList()).size() == 1;
        if (one) {
            values.put(new Fact<>(hosts.get(0).value(), origin), "global", "imageRegistry");
        } else {
            values.put(new Fact<>(new Text(""), origin), "global", "imageRegistry");
        }
    }

    private void apart(Named named) {
        if (!named.image().value().isUpstream()) {
            values.put(named.image().map(name -> name.inside().registry()), below(named, "registry"));
        }
        values.put(named.image().map(name -> new Text(name.written().repository())), below(named, "repository"));
    }

    /** Registry and repository in one. */
    private void joined(Named named) {
        if (!named.image().value().isUpstream()) {
            String[] repository = below(named, "repository");
            values.put(
                    named.image()
                            .map(name -> new Text(name.inside().registry().text() + "/"
                                    + name.inside().repository())),
                    isKey(repository) ? repository : below(named));
        }
    }

    /** Of a version that the catalogue does not know, the chart decides: an old tag is never pinned. */
    private void tag(Named named) {
        ImageName name = named.image().value();
        if (!release.product().knows(release.version().value())
                && name.written().digest().isEmpty()) {
            return;
        }
        String[] tag = below(named, "tag");
        if (!isKey(tag)) {
            tag = below(named);
            tag[tag.length - 1] += "Tag";
        }
        values.put(named.image().map(PublicImages::tag), tag);
    }

    private static Text tag(ImageName name) {
        Image written = name.written();
        String tag = written.tag().isEmpty() ? name.upstream().orElseThrow().tag() : written.tag();
        return new Text(written.digest().isEmpty() ? tag : tag + "@" + written.digest());
    }

    private static String[] below(Named named, String... more) {
        String[] path = named.path().toArray(String[]::new);
        String[] longer = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, longer, path.length, more.length);
        return longer;
    }
}
