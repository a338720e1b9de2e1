package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number and a unit, kept as written.
 *
 * @param units the legal units; the empty one stands for a bare number
 * @param example how one is written
 */
record Amounts(String words, List<String> units, String example) {
    /** The text of a value that is one; nothing once the reading was told why not. */
    Optional<String> read(Value value, Reading reading) {
        String text = text(value);
        if (text.isEmpty()) {
            Optional<String> quoted =
                    value instanceof Value.Text string ? Labels.plain(string).filter(this::legal) : Optional.empty();
            return quoted.isPresent()
                    ? reading.instead(value, words, quoted.get(), true)
                    : reading.wrong(value, words, "write it as in `" + example + "`");
        }
        if (legal(text)) {
            return Optional.of(text);
        }
        reading.report().add(refused(value, text));
        return Optional.empty();
    }

    private static String text(Value value) {
        return value instanceof Value.Quantity quantity
                ? quantity.text()
                : value instanceof Value.Digits digits ? digits.text() : "";
    }

    private boolean legal(String text) {
        return text.matches("[0-9]+[A-Za-z]*")
                && units.contains(unit(text))
                && !number(text).matches("0+");
    }

    private static String unit(String text) {
        return text.replaceFirst("^-?[0-9]+", "");
    }

    private static String number(String text) {
        return text.substring(0, text.length() - unit(text).length());
    }

    private Diagnostic refused(Value value, String text) {
        String number = number(text);
        String unit = unit(text);
        String problem = text.startsWith("-")
                ? " is below zero"
                : units.contains(unit)
                        ? " is nothing"
                        : unit.isEmpty() ? " has no unit" : " has the unit `" + unit + "`, and " + words + " is wanted";
        Diagnostic said = Diagnostic.of(LanguageCodes.WRONG_TYPE, value.span(), "`" + text + "`" + problem);
        if (text.startsWith("-") || units.contains(unit)) {
            return said.help("write it as in `" + example + "`");
        }
        Optional<String> same = units.stream()
                .filter(legal ->
                        !legal.isEmpty() && !unit.equals("m") && plain(legal).equals(plain(unit)))
                .findFirst();
        if (same.isPresent()) {
            boolean binary = same.get().endsWith("i");
            return fixed(
                    said,
                    value,
                    number + same.get(),
                    binary,
                    binary || !units.contains(same.get() + "i")
                            ? ""
                            : ", or `" + number + same.get() + "i` for powers of two");
        }
        if (units.contains("") && unit.toLowerCase(Locale.ROOT).matches("cores?|cpus?")) {
            return fixed(said, value, number, true, "");
        }
        String likely = likely(unit);
        return likely.isEmpty()
                ? said.help("write it as in `" + example + "`")
                : unit.isEmpty()
                        ? said.help("write `" + number + likely + "`")
                        : fixed(said, value, number + likely, false, "");
    }

    /** The unit that was probably meant: of the example, or the one of two that counts in powers of two. */
    private String likely(String unit) {
        if (units.contains("")) {
            return "";
        }
        return unit.isEmpty()
                ? unit(example)
                : units.stream()
                        .filter(legal ->
                                legal.endsWith("i") && legal.substring(0, 1).equalsIgnoreCase(unit.substring(0, 1)))
                        .findFirst()
                        .orElse("");
    }

    private static Diagnostic fixed(Diagnostic said, Value value, String text, boolean safe, String more) {
        String help = "write `" + text + "`" + more;
        return said.help(help).fix(safe ? Fix.safe(help, value.span(), text) : Fix.guess(help, value.span(), text));
    }

    /** A unit without its case and without the {@code B} of bytes. */
    private static String plain(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith("b") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
