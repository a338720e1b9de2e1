/** Commands, terminal, exit codes. Alone knows the clock, the environment and the streams. */
@NullMarked
package dev.airgapc.cli;

import org.jspecify.annotations.NullMarked;
