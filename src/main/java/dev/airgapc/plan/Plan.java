package dev.airgapc.plan;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Version;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What crosses the gap, for whom and why: a view over the leaves of all files, and over the needs that no leaf shows.
 *
 * @param images sorted by their upstream names
 * @param charts sorted by name and version
 * @param files sorted by name, each once
 * @param packages by group, in the order in which they were asked for
 * @param secrets the objects that Kubernetes must hold, by cluster, namespace and name
 */
public record Plan(
        List<PlannedImage> images,
        List<PlannedChart> charts,
        List<Need.OfFile> files,
        SortedMap<String, List<Need.OfPackage>> packages,
        List<PlannedSecret> secrets) {
    public static final Code MAPPING_COLLISION = Code.error("AG0502", "mapping-collision");

    public Plan {
        images = List.copyOf(images);
        charts = List.copyOf(charts);
        files = List.copyOf(files);
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        secrets = List.copyOf(secrets);
    }

    /** An image that is carried in. */
    public record PlannedImage(Fact<ImageName> name, List<Reason> reasons) {
        public PlannedImage {
            reasons = List.copyOf(reasons);
        }

        public Image upstream() {
            return name.value().upstream().orElseThrow();
        }

        public Image inside() {
            return name.value().inside();
        }

        /** Its place, by the name that it has there. */
        public Fact<ImageName> place() {
            return name.map(found -> new ImageName(found.inside(), found.inside(), found.upstream()));
        }

        /** The upstream name and everything that asked for it. */
        public Fact<Image> fact() {
            return name.map(found -> found.upstream().orElseThrow());
        }
    }

    /**
     * A Helm chart that is carried in.
     *
     * @param unlisted whether it runs images that no public source lists
     */
    public record PlannedChart(
            String name, Fact<Version> version, Product.Sourced source, boolean unlisted, List<Reason> reasons) {
        public PlannedChart {
            reasons = List.copyOf(reasons);
        }

        /** The file that Helm makes of it. */
        public String file() {
            return name + "-" + version.value().text() + ".tgz";
        }
    }

    /** Who needs something, where that is written, and what for. */
    public record Reason(Address user, Span where, String why, Origin origin) {}

    /** A Kubernetes Secret that must be there. */
    public record PlannedSecret(
            Address secret,
            Optional<Address> cluster,
            Fact<String> namespace,
            String name,
            SecretName.Shape shape,
            Origin origin) {
        /** Whether it is a login to registries, whatever else it holds. */
        public boolean logsIn() {
            return shape.type().equals(SecretName.REGISTRY_LOGIN.type());
        }
    }

    /** Reads the plan off what the targets contributed. Two images at one place are an error that names both. */
    public static Plan of(Contribution contribution, Report report) {
        Map<String, List<Found>> images = new TreeMap<>();
        Map<String, List<Leaf>> secrets = new TreeMap<>();
        for (OutputFile file : contribution.files()) {
            file.content().leaves().forEach((pointer, leaf) -> {
                if (leaf.value() instanceof ImageName name) {
                    add(images, new Found(name, reason(leaf, file, pointer)));
                } else if (leaf.value() instanceof SecretName name) {
                    String key = name.cluster() + "/" + name.namespace().value() + "/" + name.text();
                    secrets.computeIfAbsent(key, first -> new ArrayList<>()).add(leaf);
                }
            });
        }
        Map<String, PlannedChart> charts = new TreeMap<>();
        Map<String, Need.OfFile> files = new TreeMap<>();
        SortedMap<String, List<Need.OfPackage>> packages = new TreeMap<>();
        for (Need need : contribution.needs()) {
            if (need instanceof Need.OfImage image) {
                add(
                        images,
                        new Found(
                                image.image().value(),
                                reason(need, image.image().origin())));
            } else if (need instanceof Need.OfChart chart) {
                PlannedChart planned = new PlannedChart(
                        chart.name(),
                        chart.version(),
                        chart.source(),
                        chart.unlisted(),
                        List.of(reason(need, chart.version().origin())));
                charts.merge(planned.file(), planned, Plan::both);
            } else if (need instanceof Need.OfFile file) {
                files.putIfAbsent(file.file().value(), file);
            } else if (need instanceof Need.OfPackage one) {
                packages.computeIfAbsent(one.group(), first -> new ArrayList<>())
                        .add(one);
            }
        }
        List<PlannedImage> planned = images.values().stream().map(Plan::image).toList();
        report.addAll(collisions(planned));
        return new Plan(
                planned,
                List.copyOf(charts.values()),
                List.copyOf(files.values()),
                packages,
                secrets.values().stream().map(Plan::secret).toList());
    }

    private static Reason reason(Need need, Origin origin) {
        return new Reason(need.user().address(), need.user().heading(), need.why(), origin);
    }

    private static PlannedChart both(PlannedChart one, PlannedChart other) {
        List<Reason> reasons = new ArrayList<>(one.reasons());
        reasons.addAll(other.reasons());
        Origin origin = Origin.all(reasons.stream().map(Reason::origin).toList());
        boolean unlisted = one.unlisted() || other.unlisted();
        return new PlannedChart(one.name(), new Fact<>(one.version().value(), origin), one.source(), unlisted, reasons);
    }

    private record Found(ImageName name, Reason reason) {}

    private static void add(Map<String, List<Found>> images, Found found) {
        found.name()
                .upstream()
                .ifPresent(upstream -> images.computeIfAbsent(upstream.text(), key -> new ArrayList<>())
                        .add(found));
    }

    private static Reason reason(Leaf leaf, OutputFile file, String pointer) {
        Origin.Written written = leaf.origin().written().orElseThrow();
        return new Reason(written.at(), written.span(), "named in " + file.path() + ":" + pointer, leaf.origin());
    }

    private static PlannedImage image(List<Found> found) {
        List<Reason> reasons = found.stream().map(Found::reason).toList();
        Origin origin = Origin.all(reasons.stream().map(Reason::origin).toList());
        return new PlannedImage(new Fact<>(found.get(0).name(), origin), reasons);
    }

    /** One object with the keys of all that read it; where one of them wants a type of its own, that type allows further keys. */
    private static PlannedSecret secret(List<Leaf> leaves) {
        SecretName first = (SecretName) leaves.get(0).value();
        Set<SecretName.Key> keys = new LinkedHashSet<>();
        String type = first.shape().type();
        for (Leaf leaf : leaves) {
            SecretName.Shape shape = ((SecretName) leaf.value()).shape();
            keys.addAll(shape.keys());
            type = shape.type().equals("Opaque") ? type : shape.type();
        }
        Origin origin = Origin.all(leaves.stream().map(Leaf::origin).toList());
        Fact<String> namespace = new Fact<>(
                first.namespace().value(),
                Origin.all(leaves.stream()
                        .map(leaf -> ((SecretName) leaf.value()).namespace().origin())
                        .toList()));
        return new PlannedSecret(
                first.secret(),
                first.cluster(),
                namespace,
                first.text(),
                new SecretName.Shape(type, List.copyOf(keys), first.shape().logins()),
                origin);
    }

    private static List<Diagnostic> collisions(List<PlannedImage> images) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<Image, PlannedImage> byPlace = new HashMap<>();
        images.forEach(image -> {
            PlannedImage other = byPlace.putIfAbsent(image.inside(), image);
            if (other != null) {
                diagnostics.add(Diagnostic.of(
                                MAPPING_COLLISION,
                                image.reasons().get(0).where(),
                                "`" + image.upstream().text() + "` and `"
                                        + other.upstream().text() + "` would lie at one place, `"
                                        + image.inside().text() + "`")
                        .related(other.reasons().get(0).where(), "the other image is needed here")
                        .help("give one of their upstreams a `mirror` of its own in the registry"));
            }
        });
        return diagnostics;
    }
}
