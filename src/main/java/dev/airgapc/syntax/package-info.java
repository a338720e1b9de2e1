/** Text of {@code .ag} files to a tree with comments, and back. Alone uses ANTLR. */
@NullMarked
package dev.airgapc.syntax;

import org.jspecify.annotations.NullMarked;
