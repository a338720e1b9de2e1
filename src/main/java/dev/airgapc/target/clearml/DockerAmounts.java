package dev.airgapc.target.clearml;

import java.math.BigDecimal;

/** Amounts of memory and processor time, as Kubernetes writes them, in Docker's spelling (docker/go-units:size.go, {@code RAMInBytes}). */
final class DockerAmounts {
    private DockerAmounts() {}

    /** Docker counts in powers of two alone: {@code 8Gi} is {@code 8g}, {@code 8G} is a number of bytes. */
    static String memory(String amount) {
        String number = amount.replaceAll("[A-Za-z]+$", "");
        String unit = amount.substring(number.length());
        int power =
                "kMGTPE".indexOf(unit.isEmpty() ? ' ' : unit.replace('K', 'k').charAt(0)) + 1;
        BigDecimal count = new BigDecimal(number);
        if (!unit.endsWith("i") || power > 3) {
            BigDecimal base = BigDecimal.valueOf(unit.endsWith("i") ? 1024 : 1000);
            return count.multiply(base.pow(power)).toBigInteger().toString();
        }
        return number + unit.substring(0, 1).toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code 500m} is {@code 0.5}. */
    static String cpus(String amount) {
        return amount.endsWith("m")
                ? new BigDecimal(amount.substring(0, amount.length() - 1))
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString()
                : amount;
    }
}
