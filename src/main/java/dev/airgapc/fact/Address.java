package dev.airgapc.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a thing of a site is referred to: {@code registry.main.host}, kind first. Equality is written out, because addresses
 * are keys on the way of every start and the generated one costs a bootstrap.
 */
public final class Address {
    private static final Pattern STEP = Pattern.compile("(?:\"([^\"]*)\"|([^.\"]+))(?:\\.|$)");

    private final List<String> steps;

    private Address(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    public static Address of(String... steps) {
        return new Address(List.of(steps));
    }

    /** Steps as {@link #toString} writes them; nothing if quotes do not match or a step is empty. */
    public static Optional<Address> parse(String text) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
            steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            at = matcher.end();
        }
        return at == text.length() && !text.isEmpty() && !text.endsWith(".")
                ? Optional.of(new Address(steps))
                : Optional.empty();
    }

    public Address then(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Address(longer);
    }

    /** The first steps of it. */
    public Address first(int length) {
        return new Address(steps.subList(0, length));
    }

    public List<String> steps() {
        return steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && steps.equals(address.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** The steps joined by dots; a step that is no identifier stands in double quotes. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (String step : steps) {
            out.append(out.isEmpty() ? "" : ".").append(identifier(step) ? step : '"' + step + '"');
        }
        return out.toString();
    }

    /** Letters, digits and {@code _}, joined by single hyphens, not beginning with a digit or a hyphen. */
    private static boolean identifier(String step) {
        if (step.isEmpty() || Character.isDigit(step.charAt(0)) || step.startsWith("-") || step.endsWith("-")) {
            return false;
        }
        return !step.contains("--")
                && step.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
    }
}
