package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Code;
import java.util.List;

/** What can be wrong with a text before anybody asks what it means. */
public final class SyntaxCodes {
    public static final Code UNREADABLE_INPUT = Code.error("AG0001", "unreadable-input");
    public static final Code UNEXPECTED_TEXT = Code.error("AG0101", "unexpected-text");
    public static final Code UNCLOSED_STRING = Code.error("AG0102", "unclosed-string");
    public static final Code UNCLOSED_BLOCK = Code.error("AG0103", "unclosed-block");
    public static final Code MISSING_VALUE = Code.error("AG0104", "missing-value");
    public static final Code UNKNOWN_ESCAPE = Code.error("AG0105", "unknown-escape");
    public static final Code SHALLOW_TEXT = Code.error("AG0106", "shallow-text");
    public static final Code NESTED_TOO_DEEP = Code.error("AG0107", "nested-too-deep");
    public static final Code MISSING_FIRST_LINE = Code.error("AG0108", "missing-first-line");

    public static final Code UNKNOWN_LANGUAGE = Code.error("AG0109", "unknown-language");

    public static final List<Code> ALL = List.of(
            UNREADABLE_INPUT,
            UNEXPECTED_TEXT,
            UNCLOSED_STRING,
            UNCLOSED_BLOCK,
            MISSING_VALUE,
            UNKNOWN_ESCAPE,
            SHALLOW_TEXT,
            NESTED_TOO_DEEP,
            MISSING_FIRST_LINE,
            UNKNOWN_LANGUAGE);

    private SyntaxCodes() {}
}
