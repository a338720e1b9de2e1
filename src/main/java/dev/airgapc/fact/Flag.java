package dev.airgapc.fact;

/** True or false. */
public record Flag(boolean value) implements Scalar {
    @Override
    public String text() {
        return Boolean.toString(value);
    }
}
