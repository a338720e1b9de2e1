package dev.airgapc.proof;

import dev.airgapc.fact.Origin;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;
import java.util.List;

/** What is proven: all files of a site, before they are printed. */
public record Subject(Site site, Plan plan, List<OutputFile> files) {
    public Subject {
        files = List.copyOf(files);
    }

    /** Where a value was written; the heading of {@code site} for one that nobody wrote. */
    Span place(Origin origin) {
        return origin.written()
                .map(Origin.Written::span)
                .orElseGet(() -> site.block().heading());
    }
}
