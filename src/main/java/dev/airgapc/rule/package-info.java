/** What must hold among the facts of a site, one class a rule. */
@NullMarked
package dev.airgapc.rule;

import org.jspecify.annotations.NullMarked;
