package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import java.util.Locale;

/** Reads a value that is no block and no list. A mistake within one is said, and the rest is read on. */
final class HoconScalars {
    private static final String TRIPLE = "\"\"\"";

    private final HoconCursor cursor;
    private final Refusals refusals;

    HoconScalars(HoconCursor cursor, Refusals refusals) {
        this.cursor = cursor;
        this.refusals = refusals;
    }

    Scalar scalar() {
        if (cursor.looksAt(TRIPLE)) {
            return new Text(triple());
        }
        return cursor.peek() == '"' ? new Text(quoted()) : bare();
    }

    /** Everything up to the last three of the quotes that end it. */
    private String triple() {
        int line = cursor.line();
        cursor.take(TRIPLE.length());
        String text = cursor.take(cursor.before(TRIPLE));
        if (cursor.ends()) {
            throw refusals.stop(line, "the text that begins here is not closed", "write `\"\"\"` where it ends");
        }
        cursor.take(TRIPLE.length());
        StringBuilder whole = new StringBuilder(text);
        while (cursor.peek() == '"') {
            whole.append(cursor.take());
        }
        if (text.indexOf('\t') >= 0) {
            tab(line
                    + (int) text.substring(0, text.indexOf('\t'))
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
        }
        return whole.toString();
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        cursor.take();
        while (cursor.peek() != '"') {
            if (cursor.ends() || cursor.peek() == '\n') {
                throw refusals.stop(
                        cursor.line(), "a text is not closed on its line", "write `\\n` for a new line, or `\"\"\"`");
            }
            if (cursor.peek() == '\t') {
                tab(cursor.line());
            }
            text.append(cursor.peek() == '\\' ? escape() : cursor.take());
        }
        cursor.take();
        return text.toString();
    }

    private void tab(int line) {
        refusals.add(line, "the agent turns a tab in a text into spaces", "write `\\t`, in double quotes");
    }

    private char escape() {
        int line = cursor.line();
        cursor.take();
        char sign = cursor.peek() == '\n' ? HoconCursor.END : cursor.take();
        switch (sign) {
            case 'n' -> sign = '\n';
            case 'r' -> sign = '\r';
            case 't' -> sign = '\t';
            case '"', '\\' -> {}
            case 'u', '/' ->
                refusals.add(line, "the agent does not know the escape `\\" + sign + "`", "write the character itself");
            default ->
                refusals.add(
                        line,
                        "this backslash begins no escape that all readers know",
                        "legal are `\\\\`, `\\\"`, `\\n`, `\\r` and `\\t`");
        }
        return sign;
    }

    private Scalar bare() {
        int line = cursor.line();
        if (cursor.looksAt("${")) {
            cursor.take(Math.min(cursor.before("}") + 1, cursor.before("\n")));
            refusals.add(
                    line, "`${…}` takes a value from wherever the file is read", "write the value, in double quotes");
            return new Absent();
        }
        StringBuilder read = new StringBuilder();
        while (!cursor.lineEnds() && ",{}[]\"".indexOf(cursor.peek()) < 0) {
            read.append(cursor.take());
        }
        String word = read.toString().strip();
        if (word.isEmpty()) {
            throw refusals.stop(line, "here should be a value", "write it in double quotes");
        }
        return value(word, line);
    }

    private Scalar value(String word, int line) {
        if (word.equals("true") || word.equals("false")) {
            return new Flag(word.equals("true"));
        }
        if (word.matches("-?(?:0|[1-9][0-9]{0,17})")) {
            return new Count(Long.parseLong(word));
        }
        if (word.length() < 40 && Decimal.valid(word)) {
            return new Decimal(word);
        }
        if (!word.equals("null")) {
            refuse(word, line);
        }
        return new Absent();
    }

    /** The words are not repeated where they may be anything, a secret too. */
    private void refuse(String word, int line) {
        if (word.matches("- .*")) {
            throw refusals.stop(line, "`- ` begins an item in YAML, and this is HOCON", "write the list in `[ ]`");
        } else if (word.contains(";")) {
            refusals.add(line, "the agent takes `;` for a part of the value", "delete it");
        } else if (word.matches("[0-9]+\\s*[A-Za-z]+")) {
            refusals.add(line, "`" + word + "` is a duration to the agent", "write `\"" + word + "\"`");
        } else if (word.matches("[-+]?0[0-9]+")) {
            refusals.add(line, "`" + word + "` loses its zeros", "write it without them, or `\"" + word + "\"`");
        } else if (word.matches("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?")) {
            refusals.add(
                    line,
                    "`" + word + "` is not the same number to all readers",
                    "write its digits, as in `-0.5`, or `\"" + word + "\"`");
        } else if (word.toLowerCase(Locale.ROOT).matches("true|false|null")) {
            refusals.add(
                    line,
                    "`" + word + "` is text to some readers",
                    "write `" + word.toLowerCase(Locale.ROOT) + "` or `\"" + word + "\"`");
        } else {
            refusals.add(line, "a text stands without quotes", "write it in double quotes");
        }
    }
}
