package dev.airgapc.language;

import dev.airgapc.fact.Address;
import dev.airgapc.source.Span;

/** A place that refers to something of the page. */
public record Use(Span at, Address of) {}
