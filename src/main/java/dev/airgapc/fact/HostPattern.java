package dev.airgapc.fact;

import java.util.Optional;

/** What counts as inside: a host, {@code *.domain} for any depth below, or a network of addresses. */
public record HostPattern(String text) {
    /** Checked when written; {@link #matches} relies on it. */
    public static Parsed<HostPattern> parse(String text) {
        if (text.contains("/")) {
            Optional<Network> network = network(text);
            if (network.isEmpty()) {
                return Parsed.wrong(
                        "is no network: write an address, `/` and the number of bits, as in \"10.20.0.0/16\"");
            }
            return network.get().prefix() == 0
                    ? Parsed.wrong("stands for every address there is")
                    : Parsed.of(new HostPattern(text));
        }
        if (text.equals("*") || text.equals("*.")) {
            return Parsed.wrong("stands for every host there is");
        }
        String host = text.startsWith("*.") ? text.substring(2) : text;
        return Host.parse(host)
                .then(found -> found.port().isPresent()
                        ? Parsed.wrong("has a port: all ports of a host are inside")
                        : Parsed.of(new HostPattern(text)));
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
