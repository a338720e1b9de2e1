package dev.airgapc.language;

import dev.airgapc.source.Span;

/**
 * A block that some file took away.
 *
 * @param at the {@code remove}
 */
record Removal(Block<?> block, Span at) {}
