package dev.airgapc.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A secret that is looked for where none may be, in every usual encoding. What is looked for is letters and digits, which escapes of JSON,
 * HTML, YAML, shells and addresses leave as they are; around it stands what they change.
 */
public final class Canary {
    /** A secret of letters and digits alone. */
    public static final String WORD = "Zq7canary9Xw";

    /** A secret that every encoding alters. */
    public static final String VALUE = "it's \"" + WORD + "\" \\ <&> $HOME %s é";

    private static final List<String> FORMS = forms();

    private Canary() {}

    /** Every form of the secret that a text holds; line breaks and blanks of an encoding hide nothing. */
    public static List<String> in(String text) {
        String dense = text.replaceAll("\\s+", "");
        String lower = dense.toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .filter(form -> dense.contains(form) || lower.contains(form))
                .toList();
    }

    /** Every file below a folder, by its name or by what is in it, that holds the secret. */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                boolean plain = Files.isRegularFile(file);
                String text = plain ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
                if (!in(name).isEmpty() || !in(text).isEmpty()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static List<String> forms() {
        byte[] bytes = WORD.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        List<String> forms = new ArrayList<>(List.of(
                WORD.toLowerCase(Locale.ROOT),
                hex,
                hex.replaceAll("..", "%$0"),
                hex.replaceAll("..", "\\\\x$0"),
                hex.replaceAll("..", "\\\\u00$0"),
                hex.replaceAll("..", "&#x$0;")));
        for (int before = 0; before < 3; before++) {
            forms.add(base64(bytes, before));
        }
        return List.copyOf(forms);
    }

    /** What base64 makes of the middle wherever it stands, if so many bytes are before it in its group of three. */
    private static String base64(byte[] middle, int before) {
        byte[] placed = new byte[before + middle.length];
        Arrays.fill(placed, (byte) 'x');
        System.arraycopy(middle, 0, placed, before, middle.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(placed);
        int whole = placed.length / 3 * 4;
        return text.substring(before == 0 ? 0 : before + 1, whole);
    }
}
