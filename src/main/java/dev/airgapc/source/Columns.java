package dev.airgapc.source;

/** How wide text is on a terminal: the only place that knows of tabs, wide characters and marks without width. */
public final class Columns {
    private static final int TAB = 4;

    private Columns() {}

    /** The text with tabs spread to the next multiple of four columns, and control characters made visible as `·`. */
    public static String expand(String line) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int point = line.codePointAt(at);
            if (point == '\t') {
                int spaces = TAB - column % TAB;
                out.append(" ".repeat(spaces));
                column += spaces;
            } else if (hidden(point)) {
                out.append('·');
                column++;
            } else {
                out.appendCodePoint(point);
                column += width(point);
            }
        }
        return out.toString();
    }

    /** The columns that a text takes after {@link #expand}. */
    public static int width(String line) {
        int column = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int point = line.codePointAt(at);
            column += point == '\t' ? TAB - column % TAB : width(point);
        }
        return column;
    }

    private static boolean hidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static int width(int point) {
        if (hidden(point)) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return wide(point) ? 2 : 1;
    }

    /** The blocks that terminals draw two columns wide, first and last (Unicode Standard Annex 11, classes W and F). */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3040, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private static boolean wide(int point) {
        for (int[] block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
