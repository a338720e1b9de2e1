package dev.airgapc.diagnostic;

/**
 * The stable name of a kind of diagnostic. Numbers stand in bands (01xx syntax, 02xx shape, 03xx names, 04xx values, 05xx
 * consistency, 06xx egress and secrets, 07xx versions) and are never given away again.
 *
 * @param number {@code AG} and four digits
 * @param name what it finds, in words joined by hyphens; its page and its corpus folder bear it
 */
public record Code(String number, String name, Severity severity) {
    public static Code error(String number, String name) {
        return new Code(number, name, Severity.ERROR);
    }

    public static Code warning(String number, String name) {
        return new Code(number, name, Severity.WARNING);
    }

    /** Whether it is about what leaves a site: names of hosts and secrets. */
    public boolean guardsTheGap() {
        return number.startsWith("AG06");
    }
}
