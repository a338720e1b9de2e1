package dev.airgapc.proof;

import dev.airgapc.fact.Origin;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Boundary;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** What is proven: all files of a site, before they are printed. */
public record Subject(Site site, Boundary boundary, Plan plan, List<OutputFile> files) {
    public Subject(Site site, Plan plan, List<OutputFile> files) {
        this(site, site.boundary(), plan, files);
    }

    public Subject {
        files = List.copyOf(files);
    }

    /** Where a name was written that ended up in a value: the text on its way that holds the name, else the nearest one. */
    Span place(Origin origin, String name) {
        return holding(origin, name).orElseGet(() -> place(origin));
    }

    private static Optional<Span> holding(Origin origin, String name) {
        if (origin instanceof Origin.Written written && written.span().text().contains(name)) {
            return Optional.of(written.span());
        }
        return origin.from().stream()
                .map(from -> holding(from, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where a value was written; the heading of {@code site} for one that nobody wrote. */
    Span place(Origin origin) {
        return origin.written()
                .map(Origin.Written::span)
                .orElseGet(() -> site.block().heading());
    }
}
