package dev.airgapc.fact;

/** The name of a file: it may look like the name of a host, and is none. */
public record FileName(String text) implements Scalar {}
