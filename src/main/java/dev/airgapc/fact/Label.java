package dev.airgapc.fact;

import java.util.Locale;

/** What Kubernetes takes as names, keys and values (kubernetes/apimachinery:pkg/util/validation/validation.go). */
public final class Label {
    private static final int LONGEST = 253;
    private static final String WORD = "([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)";

    private Label() {}

    /** The key of a label, a taint or a resource: a name, behind a domain and a slash if it is somebody's own. */
    public static Parsed<String> key(String text) {
        int slash = text.indexOf('/');
        boolean key = (slash < 0 || isObjectName(text.substring(0, slash)))
                && text.substring(slash + 1).matches(WORD);
        return key
                ? Parsed.of(text)
                : Parsed.wrong(
                        "is no key: up to 63 letters, digits, `.`, `_` and `-` between letters or digits are legal,"
                                + " behind a domain in lower case and `/` if need be");
    }

    /** The same of an annotation, whose domain may have capitals. */
    public static Parsed<String> annotation(String text) {
        return key(text.toLowerCase(Locale.ROOT)).then(any -> Parsed.of(text));
    }

    /** The value of a label or of a taint; it may be empty. */
    public static Parsed<String> value(String text) {
        return text.matches(WORD + "?")
                ? Parsed.of(text)
                : Parsed.wrong("is no value of a label: up to 63 letters, digits, `.`, `_` and `-`"
                        + " between letters or digits are legal");
    }

    /** Whether an object may be called so: labels of a domain, in lower case. */
    public static boolean isObjectName(String text) {
        return text.length() <= LONGEST
                && text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    }
}
