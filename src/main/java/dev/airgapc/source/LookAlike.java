package dev.airgapc.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Letters, signs and spaces that are not what they look like: from a word processor, a chat, another keyboard. */
public final class LookAlike {
    private static final String DASHES = "‐‑‒–—―−";
    private static final String ARROWS = "→⇒➔➜⟶";

    /** Letters of other alphabets and the Latin ones that they look like, in the same order (Unicode Technical Standard 39, confusables). */
    private static final String OTHER = "аеорсухіјѕԁһкАВЕКМНОРСТХІЈοανρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String LATIN = "aeopcyxijsdhkABEKMHOPCTXIJoavpABEZHIKMNOPTYX";

    private LookAlike() {}

    /** What a sign looks like; itself if it is plain; nothing if it looks like nothing of ASCII. */
    public static Optional<String> plain(char sign) {
        if (sign < 128) {
            return Optional.of(String.valueOf(sign));
        }
        int letter = OTHER.indexOf(sign);
        if (letter >= 0) {
            return Optional.of(LATIN.substring(letter, letter + 1));
        }
        if (DASHES.indexOf(sign) >= 0) {
            return Optional.of("-");
        }
        if (ARROWS.indexOf(sign) >= 0) {
            return Optional.of("->");
        }
        if (Character.getType(sign) == Character.FORMAT) {
            return Optional.of("");
        }
        if (Character.isSpaceChar(sign)) {
            return Optional.of(" ");
        }
        String folded = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
        return folded.length() == 1 && folded.charAt(0) < 128 ? Optional.of(folded) : Optional.empty();
    }

    /** The same of every sign of a text; nothing if one looks like nothing of ASCII. */
    public static Optional<String> plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            Optional<String> sign = plain(text.charAt(at));
            if (sign.isEmpty()) {
                return Optional.empty();
            }
            plain.append(sign.get());
        }
        return Optional.of(plain.toString());
    }

    /** The name of a sign, as the standard gives it: {@code cyrillic small letter o (U+043E)}. */
    public static String name(char sign) {
        return String.valueOf(Character.getName(sign)).toLowerCase(Locale.ROOT)
                + String.format(Locale.ROOT, " (U+%04X)", (int) sign);
    }
}
