package dev.airgapc.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which a program may take a text: as it stands, without the escapes of JSON and of shells, without percent signs,
 * and what base64 in it stands for.
 */
final class Readings {
    /** How many coats a text is taken out of: a docker config holds base64 within JSON within base64. */
    private static final int DEPTH = 3;

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([/\"'\\\\nrt]))");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** Sixteen characters and more, in lines or not: shorter pieces of words decode to text by chance. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}(?:\\s*\\n\\s*[A-Za-z0-9+/_-]+)*={0,2}");

    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");

    private Readings() {}

    /** Each once, the text itself first. */
    static Set<String> of(String text) {
        Set<String> all = new LinkedHashSet<>(List.of(text));
        List<String> latest = List.of(text);
        for (int depth = 0; depth < DEPTH && !latest.isEmpty(); depth++) {
            List<String> deeper = new ArrayList<>();
            latest.forEach(reading -> within(reading).stream().filter(all::add).forEach(deeper::add));
            latest = deeper;
        }
        return all;
    }

    private static List<String> within(String text) {
        List<String> found = new ArrayList<>();
        if (text.indexOf('\\') >= 0) {
            found.add(ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group()))));
        }
        if (text.indexOf('%') >= 0) {
            found.add(PERCENT.matcher(text).replaceAll(match -> Matcher.quoteReplacement(percent(match.group()))));
        }
        for (Pattern pattern : List.of(BASE64, LINE)) {
            Matcher encoded = pattern.matcher(text);
            while (encoded.find()) {
                decoded(encoded.group()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static String character(String escape) {
        char kind = escape.charAt(1);
        return switch (kind) {
            case 'u', 'x' -> String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
            case 'n', 'r', 't' -> "\n";
            default -> String.valueOf(kind);
        };
    }

    private static String percent(String escapes) {
        byte[] bytes = new byte[escapes.length() / 3];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(escapes.substring(3 * at + 1, 3 * at + 3), 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What base64 of either alphabet stands for, if that is text. */
    private static Optional<String> decoded(String base64) {
        try {
            String plain = base64.replaceAll("[\\s=]", "").replace('-', '+').replace('_', '/');
            byte[] bytes = Base64.getDecoder().decode(plain);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean printable =
                    text.codePoints().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
            return printable ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
