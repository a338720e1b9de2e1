package dev.airgapc.fact;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A product's version: numbers joined by dots, compared one by one, and whatever follows. */
public record Version(String text) implements Comparable<Version> {
    /** A version behind a name: {@code clearml-agent-6.14.6}. */
    private static final Pattern BEHIND_NAME = Pattern.compile("[A-Za-z][A-Za-z-]*[-: ]v?([0-9]+(?:\\.[0-9]+)+.*)");

    /** The text must begin with a digit and hold letters, digits, dots, hyphens, {@code +} and {@code _} alone. */
    public static Parsed<Version> parse(String text) {
        boolean whole = !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || ".-+_".indexOf(c) >= 0));
        return whole ? Parsed.of(new Version(text)) : wrong(text);
    }

    private static Parsed<Version> wrong(String text) {
        if (text.equals("latest") || text.matches("[<>=~^].*|.*[*|,].*")) {
            return Parsed.<Version>wrong("is no version").advice("a page states one version, as in `\"6.14.6\"`");
        }
        Parsed<Version> wrong = Parsed.wrong("is no version: it begins with a digit");
        if (text.matches("[vV][0-9].*")) {
            return wrong.mended(text.substring(1));
        }
        if (!text.strip().equals(text)) {
            return wrong.mended(text.strip());
        }
        Matcher behind = BEHIND_NAME.matcher(text);
        return behind.matches() ? wrong.perhaps(behind.group(1)) : wrong.advice("write it as in `\"6.14.6\"`");
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
