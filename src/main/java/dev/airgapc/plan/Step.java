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
        PACK,
        CARRY,
        LOAD,
        NODES,
        FIRST_SECRETS,
        SERVER,
        KEYS,
        SECRETS,
        AGENTS,
        GATEWAYS,
        ACCEPT,
        LATER;

        /** Whether it is done on the connected side, before anything crosses. */
        public boolean isOutside() {
            return this == FETCH || this == PACK;
        }
    }
}
