/** What versions of products need, as tables with citations. */
@NullMarked
package dev.airgapc.catalog;

import org.jspecify.annotations.NullMarked;
