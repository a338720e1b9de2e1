package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.IpAddress;
import java.util.List;

/** Which hosts are inside: what {@code site.hosts} declares, and names that cannot leave a machine or a cluster. */
public record Boundary(List<HostPattern> declared) {
    public Boundary {
        declared = List.copyOf(declared);
    }

    public boolean holds(Host host) {
        return local(host) || declared.stream().anyMatch(pattern -> pattern.matches(host));
    }

    private static boolean local(Host host) {
        String name = host.name();
        if (host.address().isPresent()) {
            return host.address().filter(IpAddress::isLoopback).isPresent();
        }
        return name.indexOf('.') < 0 || name.endsWith(".svc") || name.endsWith(".cluster.local");
    }
}
