/** What was found, as text: for people, and for every program that reads findings. Nothing here prints; no format shows a secret. */
@NullMarked
package dev.airgapc.cli.format;

import org.jspecify.annotations.NullMarked;
