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
 * @param chart where its chart is pulled on the connected side; empty for what no chart installs
 * @param versions the known ones, in ascending order
 * @param secrets paths that hold a secret as a literal, so that they are never written
 * @param misspellings paths that people write and that it does not read
 * @param values what the vendor states for a path
 * @param named the paths that name its images
 * @param requiredToRender paths without which the chart does not render
 * @param unlisted the path that, while it is true, brings images that no public source lists; the empty path if some always are
 *     there; absent if every image is known
 * @param imageGap why no path says where its images are pulled from, if none does
 * @param kubernetes what its chart takes; nothing for what takes every one that is known
 * @param known every path of its values, where its chart is public or the site imported them
 */
public record Product(
        String name,
        String title,
        Optional<Sourced> chart,
        List<Version> versions,
        List<Key> keys,
        List<Secret> secrets,
        List<Misspelling> misspellings,
        List<Stated> values,
        List<Carried> images,
        List<Named> named,
        List<String> requiredToRender,
        Optional<List<String>> unlisted,
        Optional<String> imageGap,
        List<Needed> kubernetes,
        KnownKeys known) {
    public Product {
        versions = List.copyOf(versions);
        keys = List.copyOf(keys);
        secrets = List.copyOf(secrets);
        misspellings = List.copyOf(misspellings);
        values = List.copyOf(values);
        images = List.copyOf(images);
        named = List.copyOf(named);
        requiredToRender = List.copyOf(requiredToRender);
        kubernetes = List.copyOf(kubernetes);
    }

    /**
     * A path that the product reads.
     *
     * @param steps {@code *} stands for any one step
     * @param type what it takes, for people
     */
    public record Key(List<String> steps, String type, Gate gate, Citation source) {
        boolean matches(List<String> path) {
            return path.size() == steps.size() && leads(steps, path);
        }
    }

    /**
     * A path that takes a secret as a literal.
     *
     * @param steps {@code *} stands for any one step
     */
    public record Secret(List<String> steps, Citation source) {}

    /**
     * A path that people write and that the product does not read, with all that is below it.
     *
     * @param steps {@code *} stands for any one step
     * @param right the path that is meant, or a sentence
     */
    public record Misspelling(List<String> steps, String right, Gate gate, Citation source) {}

    /** A value that the vendor states for a path: a tag that goes with a version, the owner of a folder. */
    public record Stated(List<String> steps, String text, Gate gate, Citation source) {}

    /** Text with its source. */
    public record Sourced(String text, Citation source) {}

    /**
     * An image that the product runs.
     *
     * @param condition the path that is true where it does; empty if it always does
     */
    public record Carried(Image image, String why, Gate gate, Citation source, Optional<List<String>> condition) {}

    /**
     * A path that names an image: registry, repository and tag stand below it.
     *
     * @param repository of the image, with its registry
     * @param whole whether what stands there as repository has the registry in front
     */
    public record Named(List<String> steps, String repository, boolean whole) {}

    /**
     * Versions of something beside the product that some of its own versions take.
     *
     * @param range what they take
     * @param gate the versions of the product
     */
    public record Needed(Gate range, Gate gate, Citation source) {}

    public boolean knows(Version version) {
        return versions.contains(version);
    }

    /** The same, with the paths of its values that a site imported. */
    public Product with(KnownKeys imported) {
        return new Product(
                name,
                title,
                chart,
                versions,
                keys,
                secrets,
                misspellings,
                values,
                images,
                named,
                requiredToRender,
                unlisted,
                imageGap,
                kubernetes,
                imported.openBelow(keys.stream().map(Key::steps).toList()));
    }

    /** Whether the values of a version are known, and have no such path. */
    public boolean lacks(List<String> path, Version version) {
        return (known.isImported() || knows(version)) && !known.has(path, version);
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

    /** Whether a path takes a secret as a literal: one that a name of a secret, or a script, has to take the place of. */
    public boolean isSecret(List<String> path) {
        return secrets.stream().anyMatch(secret -> secret.steps().size() == path.size() && leads(secret.steps(), path));
    }

    /** What a version does not read although people write it: the path itself, or a path above it. */
    public Optional<Misspelling> misspelt(List<String> path, Version version) {
        return misspellings.stream()
                .filter(misspelling -> misspelling.gate().holds(version) && leads(misspelling.steps(), path))
                .findFirst();
    }

    /** What the vendor states for paths that begin so, for a version. */
    public List<Stated> stated(Version version, String... path) {
        return values.stream()
                .filter(value -> value.gate().holds(version) && leads(List.of(path), value.steps()))
                .toList();
    }

    /** The images that a version is known to run. */
    public List<Carried> images(Version version) {
        return images.stream().filter(image -> image.gate().holds(version)).toList();
    }

    /** The paths that name an image. */
    public List<Named> naming(Image image) {
        String repository = image.registry().text() + "/" + image.repository();
        return named.stream()
                .filter(path -> path.repository().equals(repository))
                .toList();
    }

    /** What a version of its chart says of the Kubernetes that it takes. */
    public Optional<Needed> kubernetes(Version version) {
        return kubernetes.stream().filter(need -> need.gate().holds(version)).findFirst();
    }

    /** Whether a path is the one that the steps say, or lies below it. */
    private static boolean leads(List<String> steps, List<String> path) {
        if (path.size() < steps.size()) {
            return false;
        }
        for (int at = 0; at < steps.size(); at++) {
            if (!steps.get(at).equals("*") && !steps.get(at).equals(path.get(at))) {
                return false;
            }
        }
        return true;
    }
}
