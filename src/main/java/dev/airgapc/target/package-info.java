/** What is made of a site: a sub-package for each family of consumers. */
@NullMarked
package dev.airgapc.target;

import org.jspecify.annotations.NullMarked;
