/** Tests. */
@NullMarked
package dev.airgapc.consumer;

import org.jspecify.annotations.NullMarked;
