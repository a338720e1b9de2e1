/** What must hold of files before they are written: the promises. */
@NullMarked
package dev.airgapc.proof;

import org.jspecify.annotations.NullMarked;
