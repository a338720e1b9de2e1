package dev.airgapc.fact;

/** A whole number. */
public record Count(long value) implements Scalar {
    @Override
    public String text() {
        return Long.toString(value);
    }
}
