/** The straight line from a page to files on disk. Read {@link dev.airgapc.compile.Compiler} first. */
@NullMarked
package dev.airgapc.compile;

import org.jspecify.annotations.NullMarked;
