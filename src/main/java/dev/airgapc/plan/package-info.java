/** What crosses the gap, for whom and why; the place of an image. */
@NullMarked
package dev.airgapc.plan;

import org.jspecify.annotations.NullMarked;
