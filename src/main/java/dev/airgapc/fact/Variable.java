package dev.airgapc.fact;

/** The name of an environment variable: letters, digits and {@code _}; printed bare, also in a shell. */
public record Variable(String text) implements Scalar {
    public Variable {
        if (!valid(text)) {
            throw new IllegalArgumentException(text + " is no name of a variable");
        }
    }

    /** Whether a shell can read a variable of this name. */
    public static boolean valid(String name) {
        return !name.isEmpty()
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
    }
}
