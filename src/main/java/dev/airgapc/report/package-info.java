/** Views of a compilation for people. */
@NullMarked
package dev.airgapc.report;

import org.jspecify.annotations.NullMarked;
