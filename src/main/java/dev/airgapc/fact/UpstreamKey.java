package dev.airgapc.fact;

/** The name of an upstream image where it is a key and no address; legal inside only where the plan has a place for it. */
public record UpstreamKey(Image upstream) implements Scalar {
    @Override
    public String text() {
        return upstream.text();
    }
}
