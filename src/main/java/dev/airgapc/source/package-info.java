/** Text, spans and the line table; offsets are UTF-16, columns for people are code points. */
@NullMarked
package dev.airgapc.source;

import org.jspecify.annotations.NullMarked;
