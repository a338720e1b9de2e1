package dev.airgapc.output;

import java.util.List;
import java.util.Locale;

/** Reads what stands before a value. The agent's reader knows no escape in a key and no quotes within a path. */
final class HoconKeys {
    private static final String QUOTE_IT = "write the whole key in double quotes, or blocks within blocks";

    private final HoconCursor cursor;
    private final Refusals refusals;

    HoconKeys(HoconCursor cursor, Refusals refusals) {
        this.cursor = cursor;
        this.refusals = refusals;
    }

    /** The steps of a key, at least one. */
    List<String> path() {
        int line = cursor.line();
        boolean quoted = cursor.peek() == '"';
        String key = quoted ? quoted() : bare();
        if (!quoted && key.split("\\.", 2)[0].toLowerCase(Locale.ROOT).equals("include")) {
            throw refusals.stop(line, "`include` reads a file that may not be there", "write what it holds");
        }
        if (key.isEmpty()) {
            throw refusals.stop(line, "no key begins like this", "write `key: \"value\"`");
        }
        if (cursor.peek() == (quoted ? '.' : '"')) {
            throw refusals.stop(line, "a path has a part in quotes", QUOTE_IT);
        }
        if (!quoted && !key.matches("[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)*")) {
            throw refusals.stop(line, "`" + key + "` is no key", QUOTE_IT);
        }
        return quoted ? List.of(key) : List.of(key.split("\\.", -1));
    }

    private String bare() {
        StringBuilder key = new StringBuilder();
        for (char c = cursor.peek(); c < 128 && (Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0); ) {
            key.append(cursor.take());
            c = cursor.peek();
        }
        return key.toString();
    }

    private String quoted() {
        int line = cursor.line();
        cursor.take();
        String key = cursor.take(cursor.before("\""));
        cursor.take();
        if (key.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            throw refusals.stop(line, "a key holds a backslash or a control character", "name it otherwise");
        }
        return key;
    }

    /** What stands between a key and its value; nothing is needed before a block. */
    void assign(List<String> path) {
        String key = String.join(".", path);
        cursor.blanks();
        if (cursor.looksAt("+=")) {
            throw refusals.stop(cursor.line(), "the agent cannot append with `+=`", "write the whole list with `=`");
        }
        if (cursor.peek() == ':' || cursor.peek() == '=') {
            cursor.take();
            cursor.lines();
        } else if (cursor.peek() != '{') {
            throw cursor.lineEnds()
                    ? refusals.stop(cursor.line(), "`" + key + "` has no value", "write `" + key + ": \"value\"`")
                    : refusals.stop(cursor.line(), "after `" + key + "` comes no `:`, `=` or `{`", QUOTE_IT);
        }
    }
}
