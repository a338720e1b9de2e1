package dev.airgapc.fact;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A name or an address of a machine, with or without a port.
 *
 * @param name lower case; an address of IPv6 without its brackets
 */
public record Host(String name, OptionalInt port) implements Scalar {
    private static final int LONGEST = 253;

    /** No scheme, no path, no user: {@code registry.corp.example:5000}, {@code 10.20.0.5}, {@code [fd00::1]:5000}. */
    public static Parsed<Host> parse(String text) {
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            String without = text.substring(scheme + 3);
            return Parsed.<Host>wrong("has a scheme: a host is written without `" + text.substring(0, scheme + 3) + "`")
                    .mended(without);
        }
        if (text.contains("/")) {
            String host = text.substring(0, text.indexOf('/'));
            Parsed<Host> wrong = Parsed.wrong("has a path: a host ends before the first `/`");
            return text.indexOf('/') == text.length() - 1
                    ? wrong.mended(host)
                    : wrong.perhaps(host)
                            .advice("write `\"" + host
                                    + "\"`; what stands behind it has a word of its own, such as `path` of a registry");
        }
        if (text.contains("@")) {
            return Parsed.wrong("names a user: a login is a `secret`");
        }
        if (text.endsWith(":") && !text.contains("::")) {
            return Parsed.<Host>wrong("ends in `:` and names no port").mended(text.substring(0, text.length() - 1));
        }
        if (!text.equals(text.strip())) {
            return Parsed.<Host>wrong((text.startsWith(" ") ? "begins" : "ends") + " with a space")
                    .mended(text.strip());
        }
        int colon = text.startsWith("[") ? text.indexOf(':', Math.max(text.indexOf(']'), 0)) : text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return named(name)
                .within("", colon < 0 ? "" : text.substring(colon))
                .then(found -> colon < 0
                        ? Parsed.of(new Host(found, OptionalInt.empty()))
                        : port(text.substring(colon + 1))
                                .within(name + ":", "")
                                .then(port -> Parsed.of(new Host(found, OptionalInt.of(port)))));
    }

    /** The address in numbers, if it is one. */
    public Optional<IpAddress> address() {
        return IpAddress.parse(name);
    }

    @Override
    public String text() {
        String bare = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
        return port.isPresent() ? bare + ":" + port.getAsInt() : bare;
    }

    private static Parsed<String> named(String name) {
        if (name.startsWith("[") && name.endsWith("]")) {
            String bare = name.substring(1, name.length() - 1);
            boolean six = bare.indexOf(':') >= 0 && IpAddress.parse(bare).isPresent();
            return six ? Parsed.of(lower(bare)) : Parsed.wrong("holds no address of IPv6 between its brackets");
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            return Parsed.wrong(name.isEmpty() ? "has no name" : "is longer than " + LONGEST + " characters");
        }
        boolean numeric = name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        if (numeric && IpAddress.parse(name).isEmpty()) {
            return Parsed.wrong("is no address of IPv4: it has four parts, each of 0 to 255");
        }
        if (name.contains(" ")) {
            return Parsed.<String>wrong("holds a space").perhaps(name.replace(" ", ""));
        }
        if (name.startsWith(".") || name.endsWith(".")) {
            return Parsed.<String>wrong((name.startsWith(".") ? "begins" : "ends") + " with a dot")
                    .mended(name.replaceAll("^\\.+|\\.+$", ""));
        }
        if (name.contains("..")) {
            return Parsed.<String>wrong("has two dots in a row").perhaps(name.replaceAll("\\.{2,}", "."));
        }
        if (name.startsWith("*.")) {
            return Parsed.<String>wrong("is a pattern: `*` stands for many hosts, and one is wanted")
                    .perhaps(name.substring(2));
        }
        for (String label : name.split("\\.", -1)) {
            if (!label(label)) {
                return Parsed.<String>wrong(
                                "has the part `" + label + "`: letters, digits and inner hyphens are legal, at most 63")
                        .piece(label);
            }
        }
        return Parsed.of(lower(name));
    }

    private static boolean label(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    private static Parsed<Integer> port(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(text) : 0;
        if (port >= 1 && port <= 65535) {
            return Parsed.of(port);
        }
        if (text.isEmpty()) {
            return Parsed.wrong("ends in `:` and names no port");
        }
        Parsed<Integer> wrong = Parsed.<Integer>wrong("has the port `" + text + "`: legal are 1 to 65535")
                .piece(text);
        if (text.equals("https") || text.equals("http")) {
            return wrong.mended(text.equals("https") ? "443" : "80");
        }
        return text.strip().equals(text) ? wrong : wrong.mended(text.strip());
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
