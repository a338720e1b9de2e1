package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value without quotes is to readers of YAML 1.1, of 1.2 and Go, where they agree. */
final class YamlScalars {
    private static final Set<String> TRUE = Set.of("y", "yes", "on", "true");
    private static final Set<String> FALSE = Set.of("n", "no", "off", "false");
    private static final Set<String> NULL = Set.of("~", "null");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?");

    /**
     * All that one of the readers takes for a number, in whatever base, with its sign. Where a reader of YAML 1.1 takes an exponent, or a
     * point, without a digit before it, it finds a number that is none.
     */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:(?=[0-9.eE])[0-9]*(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|0[xX][0-9A-Fa-f]*|0[oO][0-9]*"
                    + "|0[bB][0-9]*|[0-9]+(?::[0-9]+)+(?:\\.[0-9]*)?|\\.?(?i:inf|infinity|nan))");

    /** Beyond this, readers that keep numbers as floating point lose digits. */
    private static final int DIGITS = 15;

    private YamlScalars() {}

    /** The value, if all readers find the same one. */
    static Optional<Scalar> of(String plain) {
        if (plain.isEmpty() || plain.equals("null")) {
            return Optional.of(new Absent());
        }
        if (plain.equals("true") || plain.equals("false")) {
            return Optional.of(new Flag(plain.equals("true")));
        }
        if (plain.length() <= DIGITS && WHOLE.matcher(plain).matches()) {
            return Optional.of(new Count(Long.parseLong(plain)));
        }
        if (plain.length() <= DIGITS && Decimal.valid(plain)) {
            return Optional.of(new Decimal(plain));
        }
        return text(plain) ? Optional.of(new Text(plain)) : Optional.empty();
    }

    /** Whether it is text to all readers. */
    static boolean text(String plain) {
        String lower = plain.toLowerCase(Locale.ROOT);
        return !plain.isEmpty()
                && !TRUE.contains(lower)
                && !FALSE.contains(lower)
                && !NULL.contains(lower)
                && !plain.equals("=")
                && !plain.equals("<<")
                && !number(plain)
                && !DATE.matcher(plain).matches();
    }

    /** Go strikes out every {@code _} of what begins like a number, before it looks whether it is one. */
    private static boolean number(String plain) {
        boolean beginsSo = "+-.0123456789".indexOf(plain.charAt(0)) >= 0;
        return NUMBER.matcher(beginsSo ? plain.replace("_", "") : plain).matches();
    }

    /** What readers take it for who do not take it for text. */
    static String otherwise(String plain) {
        String lower = plain.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower) || FALSE.contains(lower)) {
            return TRUE.contains(lower) ? "true" : "false";
        }
        if (NULL.contains(lower)) {
            return "null";
        }
        return DATE.matcher(plain).matches() ? "a date" : number(plain) ? "a number" : "a sign of YAML";
    }

    /** What to write in its place. */
    static String remedy(String plain) {
        String other = otherwise(plain);
        String quoted = "`\"" + plain + "\"`";
        return switch (other) {
            case "true", "false", "null" -> "write `" + other + "` or " + quoted;
            case "a number" -> "write " + quoted + ", or the number in at most 15 decimal digits";
            default -> "write " + quoted;
        };
    }
}
