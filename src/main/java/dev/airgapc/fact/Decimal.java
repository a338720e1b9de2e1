package dev.airgapc.fact;

/** A number with a fraction, kept as it was written, so that no reader's rounding gets into a file. */
public record Decimal(String text) implements Scalar {
    public Decimal {
        if (!valid(text)) {
            throw new IllegalArgumentException(text + " is no decimal number");
        }
    }

    /** Digits on both sides of the dot and no needless zero before it: YAML 1.1, YAML 1.2, Go, TOML and HOCON all read that alike. */
    public static boolean valid(String text) {
        return text.matches("-?(?:0|[1-9][0-9]*)\\.[0-9]+");
    }
}
