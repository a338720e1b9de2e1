package dev.airgapc.fact;

import java.util.Optional;

/** What counts as inside: a host, {@code *.domain} for any depth below, or a network of addresses. */
public record HostPattern(String text) {
    /** Checked when written; {@link #matches} relies on it. */
    public static Parsed<HostPattern> parse(String text) {
        if (text.contains(",")) {
            String several = String.join("\", \"", text.split(",\\s*"));
            return Parsed.<HostPattern>wrong("holds several, joined by commas").advice("write `\"" + several + "\"`");
        }
        if (text.contains("/") && !text.contains("://")) {
            return network(text)
                    .filter(network -> network.prefix() > 0)
                    .map(network -> whole(text, network))
                    .orElseGet(() -> wrong(text));
        }
        if (text.equals("*") || text.equals("*.")) {
            return Parsed.wrong("stands for every host there is");
        }
        if (text.matches("[0-9.]+(\\.\\*)+") && text.split("\\.").length == 4) {
            int numbers = text.indexOf(".*");
            String prefix = text.substring(0, numbers);
            int parts = prefix.split("\\.").length;
            return Parsed.<HostPattern>wrong("is no network: `*` stands for names alone")
                    .mended(prefix + ".0".repeat(4 - parts) + "/" + 8 * parts);
        }
        if (text.startsWith(".")) {
            return Parsed.<HostPattern>wrong("begins with a dot").perhaps("*" + text);
        }
        String host = text.startsWith("*.") ? text.substring(2) : text;
        return Host.parse(host)
                .within(text.startsWith("*.") ? "*." : "", "")
                .then(found -> found.port().isPresent()
                        ? Parsed.<HostPattern>wrong("has a port: all ports of a host are inside")
                                .mended(text.substring(0, text.lastIndexOf(':')))
                        : Parsed.of(new HostPattern(text)));
    }

    /** A network is written by its first address, so that nobody takes it for that one machine. */
    private static Parsed<HostPattern> whole(String text, Network network) {
        String first = network.base().first(network.prefix());
        String prefix = "/" + network.prefix();
        return first.isEmpty()
                        || IpAddress.parse(first)
                                .filter(base -> base.shares(network.base(), base.bits()))
                                .isPresent()
                ? Parsed.of(new HostPattern(text))
                : Parsed.<HostPattern>wrong("is an address within a network: the network is `" + first + prefix + "`")
                        .perhaps(first + prefix);
    }

    private static Parsed<HostPattern> wrong(String text) {
        if (network(text).isPresent()) {
            return Parsed.wrong("stands for every address there is");
        }
        int slash = text.indexOf('/');
        Optional<IpAddress> base = IpAddress.parse(text.substring(0, slash));
        if (base.isPresent() && text.substring(slash + 1).matches("[0-9]+")) {
            return Parsed.<HostPattern>wrong("has more than the " + base.get().bits() + " bits of an address")
                    .piece(text.substring(slash));
        }
        Optional<Integer> mask = mask(text.substring(slash + 1));
        if (base.isPresent() && mask.isPresent()) {
            return Parsed.<HostPattern>wrong("has a mask: a network is written with the number of its bits")
                    .piece(text.substring(slash))
                    .perhaps(text.substring(0, slash) + "/" + mask.get());
        }
        if (text.substring(0, slash).matches("[0-9.]+")) {
            return Parsed.<HostPattern>wrong(
                            "is no network: an address of IPv4 has four parts, each of 0 to 255, as in \"10.20.0.0/16\"")
                    .piece(text.substring(0, slash));
        }
        Parsed<HostPattern> wrong =
                Parsed.wrong("is no network: write an address, `/` and the number of bits, as in \"10.20.0.0/16\"");
        return parse(text.substring(0, slash)).value().isPresent() ? wrong.perhaps(text.substring(0, slash)) : wrong;
    }

    /** The bits of a mask such as {@code 255.255.0.0}. */
    private static Optional<Integer> mask(String text) {
        Optional<IpAddress> mask = IpAddress.parse(text).filter(address -> address.bits() == 32);
        if (mask.isEmpty()) {
            return Optional.empty();
        }
        int bits = 0;
        for (String part : text.split("\\.", -1)) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        int ones = Integer.bitCount(bits);
        return ones > 0 && bits == -1 << (32 - ones) ? Optional.of(ones) : Optional.empty();
    }

    public boolean matches(Host host) {
        Optional<Network> network = network(text);
        if (network.isPresent()) {
            return host.address().filter(network.get()::holds).isPresent();
        }
        String plain = text.toLowerCase(java.util.Locale.ROOT);
        return plain.startsWith("*.")
                ? host.name().endsWith(plain.substring(1))
                : host.name().equals(plain);
    }

    private record Network(IpAddress base, int prefix) {
        boolean holds(IpAddress address) {
            return address.shares(base, prefix);
        }
    }

    private static Optional<Network> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return IpAddress.parse(text.substring(0, slash))
                .filter(base -> prefix <= base.bits())
                .map(base -> new Network(base, prefix));
    }
}
