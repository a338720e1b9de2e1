package dev.airgapc.fact;

/**
 * The name of an upstream registry where it is a key and no address, such as a folder of {@code certs.d}; legal inside only where
 * the nodes are led from it to a registry of the site.
 *
 * @param text as the place spells it
 */
public record UpstreamHost(Host host, String text) implements Scalar {}
