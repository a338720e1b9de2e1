package dev.airgapc.syntax;

import dev.airgapc.source.Span;

/** An identifier and where it stands. */
public record Word(String text, Span span) {}
