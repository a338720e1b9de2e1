package dev.airgapc.output;

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
}
