package dev.airgapc.fact;

import java.util.Locale;

/**
 * An address with a scheme.
 *
 * @param path everything behind the host, as written; empty or beginning with {@code /}
 */
public record Url(String scheme, Host host, String path) implements Scalar {
    /** No user information, no spaces, no control characters. */
    public static Parsed<Url> parse(String text) {
        int colon = text.indexOf("://");
        if (colon < 0) {
            return Parsed.wrong("has no scheme: write `https://` before it");
        }
        String scheme = text.substring(0, colon);
        if (!scheme.matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            return Parsed.wrong("has the scheme `" + scheme + "`");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            return Parsed.wrong("holds a space or a control character");
        }
        String rest = text.substring(colon + 3);
        int end = firstOf(rest);
        String authority = rest.substring(0, end);
        if (authority.contains("@")) {
            return Parsed.wrong("names a user: a login is a `secret`, never a part of an address");
        }
        Parsed<Host> parsed = Host.parse(authority);
        if (parsed.value().isEmpty() && rest.contains("@")) {
            return Parsed.wrong("names a user: a login is a `secret`, never a part of an address");
        }
        return parsed.then(host -> Parsed.of(new Url(scheme.toLowerCase(Locale.ROOT), host, rest.substring(end))));
    }

    @Override
    public String text() {
        return scheme + "://" + host.text() + path;
    }

    private static int firstOf(String rest) {
        for (int at = 0; at < rest.length(); at++) {
            if ("/?#".indexOf(rest.charAt(at)) >= 0) {
                return at;
            }
        }
        return rest.length();
    }
}
