package dev.airgapc.output;

import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Variable;

/** How a value stands in a line-oriented file, so that it is nothing but a value there. */
public enum Quoting {
    /** A POSIX shell: a constant in single quotes; the name of a variable bare. */
    SHELL {
        @Override
        String quote(Scalar value) {
            return value instanceof Variable ? value.text() : "'" + value.text().replace("'", "'\\''") + "'";
        }
    },
    /** Markdown, within backticks or a fenced block. */
    MARKDOWN {
        @Override
        String quote(Scalar value) {
            return plain(value, "`");
        }
    },
    /** A line of text. */
    PLAIN {
        @Override
        String quote(Scalar value) {
            return plain(value, "");
        }
    };

    abstract String quote(Scalar value);

    private static String plain(Scalar value, String illegal) {
        boolean fits = value.text().chars().noneMatch(c -> Character.isISOControl(c) || illegal.indexOf(c) >= 0);
        if (!fits) {
            throw new IllegalStateException("`" + value.text() + "` does not fit on a line");
        }
        return value.text();
    }
}
