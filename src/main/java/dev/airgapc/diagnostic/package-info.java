/** What is said to the user: codes, severities, labels, help, and the report that collects them. */
@NullMarked
package dev.airgapc.diagnostic;

import org.jspecify.annotations.NullMarked;
