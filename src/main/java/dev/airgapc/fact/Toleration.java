package dev.airgapc.fact;

import java.util.List;

/**
 * A taint that a pod may run beside (kubernetes/api:core/v1/types.go, {@code Toleration}).
 *
 * @param value empty if any value of the key is meant
 */
public record Toleration(String key, String value, String effect) {
    /** What a taint may do to a pod. */
    public static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    /** {@code key=value:Effect}, or {@code key:Effect} for whatever value. */
    public static Parsed<Toleration> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            return Parsed.<Toleration>wrong("has no effect")
                    .advice("write `\"" + text + ":NoSchedule\"`, `:PreferNoSchedule` or `:NoExecute`");
        }
        String effect = text.substring(colon + 1);
        if (!EFFECTS.contains(effect)) {
            return Parsed.<Toleration>wrong(
                            "has the effect `" + effect + "`: legal are `" + String.join("`, `", EFFECTS) + "`")
                    .piece(effect);
        }
        String taint = text.substring(0, colon);
        int equals = taint.indexOf('=');
        String key = equals < 0 ? taint : taint.substring(0, equals);
        String value = equals < 0 ? "" : taint.substring(equals + 1);
        if (Label.key(key).value().isEmpty()) {
            return Parsed.wrong(
                    "has the key `" + key + "`, which " + Label.key(key).problem());
        }
        return Label.value(value).value().isEmpty()
                ? Parsed.wrong("has the value `" + value + "`, which "
                        + Label.value(value).problem())
                : Parsed.of(new Toleration(key, value, effect));
    }

    /** As it is written. */
    public String text() {
        return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect;
    }
}
