package dev.airgapc.compile;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.syntax.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What a page came to. With errors in the report, the site holds the blocks that are whole and there may be no files.
 *
 * @param page the page itself, without what it brings in
 * @param plan absent if the page is in error, and for a part
 * @param files sorted by path
 */
public record Compilation(Tree page, Site site, Optional<Plan> plan, List<OutputFile> files, Report report) {
    public Compilation {
        files = List.copyOf(files);
    }

    /** Whether it is a part: a page without a {@code site}, which another one imports. */
    public boolean isPart() {
        return !site.document().declares(SiteBlock.KIND);
    }
}
