package dev.airgapc.fact;

/** A key that is there and has no value: {@code null} in YAML and HOCON. */
public record Absent() implements Scalar {
    @Override
    public String text() {
        return "null";
    }
}
