package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every image that the plan knows is on a list of the connected side and has a place inside, and every image that a file names
 * is one that the plan knows.
 */
final class EveryImageMirrored implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        Set<Image> fetched = upstream(subject, Side.OUTSIDE);
        Set<Image> loaded = upstream(subject, Side.INSIDE);
        Set<Image> planned = new LinkedHashSet<>();
        for (Plan.PlannedImage image : subject.plan().images()) {
            planned.add(image.upstream());
            List<String> missing = new ArrayList<>();
            if (!fetched.contains(image.upstream())) {
                missing.add("no list of the connected side names it");
            }
            if (!loaded.contains(image.upstream())) {
                missing.add("nothing inside says where it goes");
            }
            if (!missing.isEmpty()) {
                report.add(Diagnostic.of(
                        ProofCodes.IMAGE_WITHOUT_MIRROR,
                        image.reasons().get(0).where(),
                        "image `" + image.upstream().text() + "` would be missing inside: "
                                + String.join(", and ", missing)));
            }
        }
        for (OutputFile file : subject.files()) {
            file.content().leaves().forEach((pointer, leaf) -> {
                boolean unplanned = leaf.value() instanceof ImageName name
                        && name.upstream()
                                .filter(upstream -> !planned.contains(upstream))
                                .isPresent();
                if (unplanned) {
                    report.add(Diagnostic.of(
                            ProofCodes.IMAGE_WITHOUT_MIRROR,
                            subject.place(leaf.origin()),
                            "image `" + leaf.value().text() + "` is named in " + file.path() + ":" + pointer
                                    + ", and nobody carries it"));
                }
            });
        }
    }

    private static Set<Image> upstream(Subject subject, Side side) {
        Set<Image> named = new LinkedHashSet<>();
        subject.files().stream()
                .filter(file -> file.side() == side)
                .forEach(file -> file.content().visit("", (pointer, leaf) -> {
                    Scalar value = leaf.value();
                    if (value instanceof UpstreamKey key) {
                        named.add(key.upstream());
                    }
                }));
        return named;
    }
}
