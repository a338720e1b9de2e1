package dev.airgapc.fact;

/** Ports from the first to the last one, both included. */
public record PortRange(int first, int last) {
    /** Whether every port of the other range is one of this. */
    public boolean holds(PortRange other) {
        return first <= other.first && other.last <= last;
    }

    /** Whether a port is in both. */
    public boolean meets(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    /** As it is written: {@code [30100, 30200]}. */
    public String text() {
        return "[" + first + ", " + last + "]";
    }
}
