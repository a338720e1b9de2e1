package dev.airgapc.diagnostic;

import dev.airgapc.source.Span;

/** Words under a piece of a source; empty words mean a bare underline. */
public record Label(Span at, String words) {}
