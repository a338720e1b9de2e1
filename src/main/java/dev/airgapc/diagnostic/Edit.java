package dev.airgapc.diagnostic;

import dev.airgapc.source.Span;

/** A piece of a source and the text that takes its place; an empty piece is a place to put text in, an empty text deletes. */
public record Edit(Span at, String text) {}
