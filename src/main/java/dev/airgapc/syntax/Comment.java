package dev.airgapc.syntax;

import dev.airgapc.source.Span;

/** A {@code #} comment, with its sign. */
public record Comment(String text, Span span) {}
