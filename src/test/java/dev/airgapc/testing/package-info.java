/** Tests. */
@NullMarked
package dev.airgapc.testing;

import org.jspecify.annotations.NullMarked;
