package dev.airgapc.fact;

/** Free text. */
public record Text(String text) implements Scalar {}
