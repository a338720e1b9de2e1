package dev.airgapc.fact;

import java.util.Arrays;
import java.util.Optional;

/** An address of IPv4 or IPv6 written in numbers; parsed here, because the JDK's parser may ask a name server. */
public final class IpAddress {
    private final int[] bytes;

    private IpAddress(int[] bytes) {
        this.bytes = bytes;
    }

    /** Four decimal numbers, or groups of hexadecimal ones with at most one {@code ::}; no zone, no brackets. */
    public static Optional<IpAddress> parse(String text) {
        return (text.indexOf(':') >= 0 ? six(text) : four(text)).map(IpAddress::new);
    }

    public boolean isLoopback() {
        return bytes.length == 4
                ? bytes[0] == 127
                : Arrays.equals(bytes, new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    /** The number of bits: 32 or 128. */
    public int bits() {
        return bytes.length * 8;
    }

    /** Whether the first bits are the same; never for addresses of different families. */
    public boolean shares(IpAddress network, int prefix) {
        if (network.bytes.length != bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (network.bytes[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The first address of the network of so many bits, for IPv4; empty for others, which have many spellings. */
    public String first(int prefix) {
        if (bytes.length != 4) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int kept = Math.max(0, Math.min(8, prefix - 8 * i));
            text.append(i == 0 ? "" : ".").append(bytes[i] & (0xFF << (8 - kept)) & 0xFF);
        }
        return text.toString();
    }

    private static Optional<int[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int[] bytes = new int[4];
        for (int i = 0; i < 4; i++) {
            boolean number = !parts[i].isEmpty()
                    && parts[i].length() <= 3
                    && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            bytes[i] = number ? Integer.parseInt(parts[i]) : 256;
            if (bytes[i] > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    private static Optional<int[]> six(String text) {
        int gap = text.indexOf("::");
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
        int groups = head.length + tail.length;
        if (gap < 0 ? groups != 8 : groups > 7) {
            return Optional.empty();
        }
        int[] bytes = new int[16];
        for (int i = 0; i < groups; i++) {
            String group = i < head.length ? head[i] : tail[i - head.length];
            int at = 2 * (i < head.length ? i : 8 - groups + i);
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int value = Integer.parseInt(group, 16);
            bytes[at] = value >> 8;
            bytes[at + 1] = value & 0xFF;
        }
        return Optional.of(bytes);
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }
}
