package dev.airgapc.output;

import java.util.ArrayDeque;
import java.util.Deque;

/** A place in a HOCON text, which knows its line, counted from 0. */
final class HoconCursor {
    /** What stands behind the last character; no text that was UTF-8 holds it. */
    static final char END = '\uFFFF';

    private final String text;
    private int at;
    private int line;

    HoconCursor(String text) {
        this.text = text;
    }

    int line() {
        return line;
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean ends() {
        return at >= text.length();
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    char take() {
        char taken = peek();
        at += ends() ? 0 : 1;
        line += taken == '\n' ? 1 : 0;
        return taken;
    }

    String take(int count) {
        StringBuilder taken = new StringBuilder();
        for (int left = count; left > 0 && !ends(); left--) {
            taken.append(take());
        }
        return taken.toString();
    }

    /** How many characters stand before the next place of a text; all of them if there is none. */
    int before(String stop) {
        int found = text.indexOf(stop, at);
        return (found < 0 ? text.length() : found) - at;
    }

    /** Skips spaces and tabs. */
    void blanks() {
        while (peek() == ' ' || peek() == '\t') {
            take();
        }
    }

    /** Whether nothing but the rest of a line, perhaps a comment, stands here. */
    boolean lineEnds() {
        return ends() || peek() == '\n' || looksAt("\r\n") || comment();
    }

    boolean comment() {
        return peek() == '#' || looksAt("//");
    }

    /** Skips blanks, comments and ends of lines; answers whether a line ended. */
    boolean lines() {
        int from = line;
        blanks();
        while (!ends() && lineEnds()) {
            at += before("\n");
            if (!ends()) {
                take();
            }
            blanks();
        }
        return line > from || ends();
    }

    /**
     * The line of an opening brace that has no partner, going by indentation: a closing brace at the beginning of a line belongs to the
     * opener that is indented like it.
     *
     * @param otherwise the answer where indentation tells nothing
     */
    int deepest(int otherwise) {
        Deque<int[]> open = new ArrayDeque<>();
        String[] lines = text.split("\n", -1);
        for (int number = 0; number < lines.length; number++) {
            int indentation =
                    lines[number].length() - lines[number].stripLeading().length();
            for (char sign : lines[number].toCharArray()) {
                if (sign == '{') {
                    open.push(new int[] {number, indentation});
                } else if (sign == '}' && !open.isEmpty()) {
                    boolean own = open.peek()[0] == number || open.peek()[1] <= indentation;
                    if (!own) {
                        return open.peek()[0];
                    }
                    open.pop();
                }
            }
        }
        return otherwise;
    }
}
