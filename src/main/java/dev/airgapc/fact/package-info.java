/** Values, where they came from, and how they are addressed. */
@NullMarked
package dev.airgapc.fact;

import org.jspecify.annotations.NullMarked;
