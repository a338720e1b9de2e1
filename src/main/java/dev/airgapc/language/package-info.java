/** Kinds, attributes, types, defaults, references: from a tree to a checked document. Knows no kind. */
@NullMarked
package dev.airgapc.language;

import org.jspecify.annotations.NullMarked;
