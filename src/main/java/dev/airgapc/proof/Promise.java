package dev.airgapc.proof;

import dev.airgapc.diagnostic.Report;

/** Something that holds of every compile. It reads trees, so it holds for every format, and no target can opt out. */
public interface Promise {
    void check(Subject subject, Report report);
}
