/** Scripts that complete a line in a shell, made of the options and arguments that the commands declare. */
@NullMarked
package dev.airgapc.cli.completion;

import org.jspecify.annotations.NullMarked;
