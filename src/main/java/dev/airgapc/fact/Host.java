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
        if (text.contains("://")) {
            return Parsed.wrong(
                    "has a scheme: a host is written without `" + text.substring(0, text.indexOf("://") + 3) + "`");
        }
        if (text.contains("/")) {
            return Parsed.wrong("has a path: a host ends before the first `/`");
        }
        if (text.contains("@")) {
            return Parsed.wrong("names a user: a login is a `secret`");
        }
        int colon = text.startsWith("[") ? text.indexOf(':', Math.max(text.indexOf(']'), 0)) : text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return named(name)
                .then(found -> colon < 0
                        ? Parsed.of(new Host(found, OptionalInt.empty()))
                        : port(text.substring(colon + 1))
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
            return Parsed.wrong("is no address of IPv4");
        }
        for (String label : name.split("\\.", -1)) {
            if (!label(label)) {
                return Parsed.wrong(
                        label.isEmpty()
                                ? "has an empty part between its dots"
                                : "has the part `" + label
                                        + "`: letters, digits and inner hyphens are legal, at most 63");
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
        return port >= 1 && port <= 65535
                ? Parsed.of(port)
                : Parsed.wrong("has the port `" + text + "`: legal are 1 to 65535");
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
