/** Files as trees of leaves, and the printers of their formats. */
@NullMarked
package dev.airgapc.output;

import org.jspecify.annotations.NullMarked;
