package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Site;

/**
 * Something that must hold among the facts of a site. One rule, one class, one page, one folder of the corpus.
 *
 * @param <K> the kind that it looks at, block by block
 */
public interface SiteRule<K> {
    Code code();

    Kind<K> subject();

    /** Tells the report what does not hold of one block. */
    void check(Block<K> subject, Site site, Report report);
}
