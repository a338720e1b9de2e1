/** The programs that read the outputs, reading them. */
@NullMarked
package dev.airgapc.interop;

import org.jspecify.annotations.NullMarked;
