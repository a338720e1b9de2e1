package dev.airgapc.report;

import dev.airgapc.compile.Codes;
import dev.airgapc.diagnostic.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The index of the pages of all codes: a table for each band of numbers. */
public final class CodeIndex {
    /** What the first two digits of a number say; the same as in {@link Code}. */
    private static final Map<String, String> BANDS = new LinkedHashMap<>();

    static {
        BANDS.put("00", "Files");
        BANDS.put("01", "Syntax");
        BANDS.put("02", "Shape");
        BANDS.put("03", "Names, references, layers");
        BANDS.put("04", "Values");
        BANDS.put("05", "Consistency across blocks and sites");
        BANDS.put("06", "Egress and secrets");
        BANDS.put("07", "Products and their versions");
        BANDS.put("08", "Formats and files that are written");
    }

    /** Up to the first full stop behind which a sentence or a paragraph begins; code in backticks ends none. */
    private static final Pattern SENTENCE =
            Pattern.compile("# [^\\n]*\\n\\n((?:`[^`]*`|[^`])*?\\.)(?=\\s+(?:[A-Z`]|$)|\\n\\n)");

    private CodeIndex() {}

    /** The index as a file. */
    public static String print() {
        StringBuilder out = new StringBuilder("""
                # What airgapc finds

                Every code, with the first sentence of its page; `airgapc explain AG0301` prints a page. An error stops a compile. A warning does so only
                with `--deny warnings`. A note never does. This index is made from the pages; do not change it by hand.
                """);
        BANDS.forEach((digits, words) -> {
            out.append("\n## AG").append(digits).append("xx ").append(words);
            out.append("\n\n| code | | what it finds |\n| --- | --- | --- |\n");
            Codes.all().stream()
                    .filter(code -> code.number().startsWith("AG" + digits))
                    .forEach(code -> out.append(row(code)));
        });
        return out.toString();
    }

    private static String row(Code code) {
        return "| [" + code.number() + " " + code.name() + "](" + code.name() + ".md) | "
                + code.severity().word() + " | " + Manual.cell(sentence(code)) + " |\n";
    }

    private static String sentence(Code code) {
        Matcher sentence = SENTENCE.matcher(Codes.page(code.number()).orElseThrow());
        if (!sentence.lookingAt()) {
            throw new IllegalStateException("the page of " + code.number() + " has no first sentence");
        }
        return sentence.group(1).replace('\n', ' ');
    }
}
