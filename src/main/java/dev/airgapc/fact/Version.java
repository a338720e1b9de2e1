package dev.airgapc.fact;

import java.util.Arrays;

/** A product's version: numbers joined by dots, compared one by one, and whatever follows. */
public record Version(String text) implements Comparable<Version> {
    /** The text must begin with a digit and hold letters, digits, dots, hyphens, {@code +} and {@code _} alone. */
    public static Parsed<Version> parse(String text) {
        boolean whole = !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || ".-+_".indexOf(c) >= 0));
        return whole
                ? Parsed.of(new Version(text))
                : Parsed.wrong("is no version: it begins with a digit, as in \"6.14.6\"");
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private long[] numbers() {
        return Arrays.stream(text.split("[.\\-+_]"))
                .takeWhile(part ->
                        !part.isEmpty() && part.length() < 18 && part.chars().allMatch(Character::isDigit))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
