package dev.airgapc.catalog;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a product over its versions, each fact with its source.
 *
 * @param name as its vendor spells it: the name of the chart
 * @param chart where its chart is pulled on the connected side
 * @param versions the known ones, in ascending order
 * @param imagesIncomplete whether no public source lists all of its images
 */
public record Product(
        String name,
        String title,
        Sourced chart,
        List<Version> versions,
        List<Key> keys,
        List<Carried> images,
        boolean imagesIncomplete) {
    public Product {
        versions = List.copyOf(versions);
        keys = List.copyOf(keys);
        images = List.copyOf(images);
    }

    /**
     * A path that the product reads.
     *
     * @param steps {@code *} stands for any one step
     * @param type what it takes, for people
     */
    public record Key(List<String> steps, String type, Gate gate, Citation source) {
        boolean matches(List<String> path) {
            if (path.size() != steps.size()) {
                return false;
            }
            for (int at = 0; at < path.size(); at++) {
                if (!steps.get(at).equals("*") && !steps.get(at).equals(path.get(at))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Text with its source. */
    public record Sourced(String text, Citation source) {}

    /** An image that the product runs. */
    public record Carried(Image image, String why, Gate gate, Citation source) {}

    public boolean knows(Version version) {
        return versions.contains(version);
    }

    /** The known version next below, else the first one. */
    public Version nearest(Version version) {
        Version nearest = versions.get(0);
        for (Version known : versions) {
            nearest = known.compareTo(version) <= 0 ? known : nearest;
        }
        return nearest;
    }

    /** The row of a path, whatever the version. */
    public Optional<Key> key(List<String> path) {
        return keys.stream().filter(key -> key.matches(path)).findFirst();
    }

    /** The images that a version is known to run. */
    public List<Carried> images(Version version) {
        return images.stream().filter(image -> image.gate().holds(version)).toList();
    }
}
