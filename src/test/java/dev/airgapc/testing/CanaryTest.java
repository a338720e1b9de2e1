package dev.airgapc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canary is seen in whatever form it sings: else the tests that look for it could not fail. */
class CanaryTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void isFoundInEveryEncoding() {
        Map<String, String> encoded = new TreeMap<>(Map.of(
                "raw", Canary.VALUE,
                "upper case", Canary.VALUE.toUpperCase(java.util.Locale.ROOT),
                "json", String.valueOf(JsonStringEncoder.getInstance().quoteAsString(Canary.VALUE)),
                "shell", "'" + Canary.VALUE.replace("'", "'\\''") + "'",
                "html", Canary.VALUE.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&#34;"),
                "percent", URLEncoder.encode(Canary.VALUE, StandardCharsets.UTF_8),
                "hex", HexFormat.of().formatHex(bytes("")),
                "HEX", HexFormat.of().withUpperCase().formatHex(bytes("")),
                "octets", HexFormat.ofDelimiter("%").formatHex(bytes("")),
                "python", "b'" + HexFormat.of().formatHex(bytes("")).replaceAll("..", "\\\\x$0") + "'"));
        for (String before : List.of("", "a", "ab", "robot:")) {
            encoded.put("base64 " + before, Base64.getEncoder().encodeToString(bytes(before)));
            encoded.put(
                    "base64url " + before,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(before)));
            encoded.put(
                    "mime " + before,
                    Base64.getMimeEncoder(16, new byte[] {'\n'}).encodeToString(bytes(before)));
        }
        encoded.forEach(
                (form, text) -> assertFalse(Canary.in("a " + text + " b").isEmpty(), form));
        assertEquals(List.of(), Canary.in("canary Zq7 9Xw it's \"\" \\ <&> $HOME %s é"));
    }

    @Test
    void isFoundInFilesAndTheirNames() throws IOException {
        Files.writeString(folder.resolve("nothing"), "a canary");
        assertEquals(List.of(), Canary.below(folder));
        Path file = Files.writeString(folder.resolve("a file"), Canary.VALUE);
        assertEquals(List.of(file), Canary.below(folder));
        Path named = Files.createDirectories(folder.resolve("a" + HexFormat.of().formatHex(bytes(""))));
        assertEquals(
                List.of(file, named), Canary.below(folder).stream().sorted().toList());
    }

    private static byte[] bytes(String before) {
        return (before + Canary.VALUE).getBytes(StandardCharsets.UTF_8);
    }
}
