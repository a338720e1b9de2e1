/** The vocabulary, one file a kind, and what is derived from a site. */
@NullMarked
package dev.airgapc.site;

import org.jspecify.annotations.NullMarked;
