package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Plan;
import dev.airgapc.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All files agree where an image lies, and no two images lie at one place. */
final class OnePlacePerImage implements Promise {
    private record Seen(Image image, String where, Span span) {}

    @Override
    public void check(Subject subject, Report report) {
        Map<Image, Seen> places = new HashMap<>();
        Map<Image, Seen> upstreams = new HashMap<>();
        for (OutputFile file : subject.files()) {
            file.content().leaves().forEach((pointer, leaf) -> {
                Optional<ImageName> carried = carried(leaf);
                carried.ifPresent(name -> {
                    Image upstream = name.upstream().orElseThrow();
                    String where = file.path() + ":" + pointer;
                    Span span = subject.place(leaf.origin());
                    Seen place = places.putIfAbsent(upstream, new Seen(name.inside(), where, span));
                    if (place != null && !place.image().equals(name.inside())) {
                        report.add(conflict(
                                span,
                                "`" + upstream.text() + "` lies at `"
                                        + name.inside().text() + "` for " + where + " and at `"
                                        + place.image().text() + "` for " + place.where(),
                                place.span()));
                    }
                    Seen other = upstreams.putIfAbsent(name.inside(), new Seen(upstream, where, span));
                    if (other != null && !other.image().equals(upstream) && planned(subject, other, upstream)) {
                        report.add(conflict(
                                span,
                                "`" + upstream.text() + "` of " + where + " and `"
                                        + other.image().text() + "` of " + other.where() + " lie at one place, `"
                                        + name.inside().text() + "`",
                                other.span()));
                    }
                });
            });
        }
    }

    /** The plan tells of two images that it knows itself, by the blocks that need them. */
    private static boolean planned(Subject subject, Seen other, Image upstream) {
        return subject.plan().images().stream()
                        .map(Plan.PlannedImage::upstream)
                        .filter(image -> image.equals(other.image()) || image.equals(upstream))
                        .count()
                < 2;
    }

    private static Optional<ImageName> carried(Leaf leaf) {
        return leaf.value() instanceof ImageName name && name.upstream().isPresent()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Diagnostic conflict(Span span, String message, Span other) {
        return Diagnostic.of(Plan.MAPPING_COLLISION, span, message)
                .related(other, "the other one")
                .help(ProofCodes.FAULT);
    }
}
