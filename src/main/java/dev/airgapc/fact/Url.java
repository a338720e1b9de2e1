package dev.airgapc.fact;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with a scheme.
 *
 * @param path everything behind the host, as written; empty or beginning with {@code /}
 */
public record Url(String scheme, Host host, String path) implements Scalar {
    private static final Pattern SLASHES = Pattern.compile("(https?)(?::/?|//?)(?=[A-Za-z])");

    /** What stands in no address (RFC 3986, 2). */
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]");

    /** No user information, no spaces, no control characters, and no others that an address does not hold. */
    public static Parsed<Url> parse(String text) {
        if (!text.equals(text.strip())) {
            return Parsed.<Url>wrong((text.startsWith(" ") ? "begins" : "ends") + " with a space")
                    .mended(text.strip());
        }
        int colon = text.indexOf("://");
        if (colon < 0) {
            return withoutScheme(text);
        }
        String scheme = text.substring(0, colon);
        if (text.indexOf("://", colon + 1) >= 0 && text.startsWith("http", colon + 3)) {
            return Parsed.<Url>wrong("has two schemes").perhaps(text.substring(colon + 3));
        }
        if (!scheme.matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            return Parsed.<Url>wrong("has the scheme `" + scheme + "`").piece(scheme);
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            return text.contains(" ")
                    ? Parsed.<Url>wrong("holds a space").piece(" ")
                    : Parsed.wrong("holds a control character");
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
        Matcher foreign = FOREIGN.matcher(rest.substring(end));
        if (parsed.value().isPresent() && foreign.find()) {
            String encoded = encoded(foreign.group());
            return Parsed.<Url>wrong("holds a character that is written `" + encoded + "` in an address")
                    .piece(foreign.group())
                    .perhaps(text.replace(foreign.group(), encoded));
        }
        return parsed.within(scheme + "://", rest.substring(end))
                .then(host -> Parsed.of(new Url(scheme.toLowerCase(Locale.ROOT), host, rest.substring(end))));
    }

    private static String encoded(String character) {
        StringBuilder out = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", one));
        }
        return out.toString();
    }

    private static Parsed<Url> withoutScheme(String text) {
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.lookingAt()) {
            return Parsed.<Url>wrong("does not have `://` behind its scheme")
                    .mended(slashes.group(1) + "://" + text.substring(slashes.end()));
        }
        return Parsed.<Url>wrong("has no scheme: an address begins with `https://`")
                .perhaps("https://" + text.replaceFirst("^//", ""));
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
