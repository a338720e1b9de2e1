package dev.airgapc.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a path of values stands on a line: its steps with dots between them. One that holds a dot, a blank or a quotation mark stands in double
 * quotes, in which a backslash stands before a quotation mark and before itself.
 */
final class KeyPath {
    private static final String PLAIN = "[^\\s\".#]+";
    private static final Pattern STEP = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"|(" + PLAIN + ")");

    private KeyPath() {}

    /** The steps of a path; nothing if the text is none. */
    static Optional<List<String>> parse(String text) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (step.region(at, text.length()).lookingAt()) {
            steps.add(step.group(2) == null ? step.group(1).replaceAll("\\\\(.)", "$1") : step.group(2));
            at = step.end();
            if (at == text.length()) {
                return Optional.of(steps);
            }
            if (text.charAt(at) != '.') {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    /** The text of a path. A step that no line can hold is left open. */
    static String print(List<String> steps) {
        return String.join(".", steps.stream().map(KeyPath::step).toList());
    }

    private static String step(String step) {
        if (step.chars().anyMatch(Character::isISOControl)) {
            return "*";
        }
        return step.matches(PLAIN) ? step : '"' + step.replaceAll("[\"\\\\]", "\\\\$0") + '"';
    }
}
