package dev.airgapc.target;

import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;

/**
 * What is made for one family of consumers. Targets never see each other: they share downwards what the site says, and upwards
 * what the plan collects. A target makes trees of leaves, never text.
 */
public interface Target {
    /** One word: the name of its package, for {@code list targets}. */
    String name();

    /** What follows from the site alone. */
    default Contribution build(Site site) {
        return Contribution.NONE;
    }

    /** What serves the plan; it may add no need. */
    default Contribution supply(Site site, Plan plan) {
        return Contribution.NONE;
    }
}
