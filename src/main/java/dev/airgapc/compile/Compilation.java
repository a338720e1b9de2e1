package dev.airgapc.compile;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * What a page came to. With errors in the report, the site holds the blocks that are whole and there may be no files.
 *
 * @param plan absent if the page is in error
 * @param files sorted by path
 */
public record Compilation(Site site, Optional<Plan> plan, List<OutputFile> files, Report report) {
    public Compilation {
        files = List.copyOf(files);
    }
}
