package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every image that the plan knows is on a list of the connected side and has a place inside; every image that a file names, and
 * every one on a list, is one that the plan knows.
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
                                        + String.join(", and ", missing))
                        .help(ProofCodes.FAULT));
            }
        }
        for (OutputFile file : subject.files()) {
            file.content()
                    .leaves()
                    .forEach((pointer, leaf) -> unplanned(leaf, file)
                            .filter(image -> !planned.contains(image))
                            .ifPresent(image -> report.add(Diagnostic.of(
                                            ProofCodes.IMAGE_WITHOUT_MIRROR,
                                            subject.place(leaf.origin()),
                                            "image `" + image.text() + "` is named in " + file.path() + ":" + pointer
                                                    + ", and nobody "
                                                    + (leaf.value() instanceof ImageName ? "carries" : "needs") + " it")
                                    .help(ProofCodes.FAULT))));
        }
    }

    /** An image that a file uses, or one that a list of the connected side fetches; what a key says inside is no public host's name. */
    private static Optional<Image> unplanned(Leaf leaf, OutputFile file) {
        if (leaf.value() instanceof UpstreamKey key && file.side() == Side.OUTSIDE) {
            return Optional.of(key.upstream());
        }
        return leaf.value() instanceof ImageName name ? name.upstream() : Optional.empty();
    }

    /** What copiers read: a list for people carries nothing. */
    private static Set<Image> upstream(Subject subject, Side side) {
        Set<Image> named = new LinkedHashSet<>();
        subject.files().stream()
                .filter(file -> file.side() == side && file.reader() == Program.COPIER)
                .forEach(file -> file.content().visit("", (pointer, leaf) -> {
                    if (leaf.value() instanceof UpstreamKey key) {
                        named.add(key.upstream());
                    }
                }));
        return named;
    }
}
