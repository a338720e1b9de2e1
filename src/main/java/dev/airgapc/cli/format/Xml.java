package dev.airgapc.cli.format;

/** Text within XML 1.0. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** An attribute with a blank before it. */
    static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    /** The same of a number. */
    static String attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    /** For elements and for attributes; a character that XML has no way to write becomes U+FFFD. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (!isCharacter(point)) {
                        out.append('\uFFFD');
                    } else if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                        out.append("&#").append(point).append(';');
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }

    /** The production Char of XML 1.0. */
    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point >= 0x10000;
    }
}
