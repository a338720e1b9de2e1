package dev.airgapc.plan;

import dev.airgapc.output.Mapping;

/**
 * A step of the runbook.
 *
 * @param template its text, below {@code templates/}
 * @param facts what of the site stands in it
 */
public record Step(Phase phase, String template, Mapping facts) {
    /** When it comes, in the order of work. */
    public enum Phase {
        COMPILE,
        FETCH,
        CARRY,
        LOAD,
        KEYS,
        SECRETS,
        AGENTS,
        ACCEPT,
        LATER
    }
}
