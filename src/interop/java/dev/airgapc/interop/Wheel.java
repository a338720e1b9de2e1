package dev.airgapc.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package of pure Python, version 1.0, of one module that says its own name; packed as
 * pypa/packaging.python.org:source/specifications/binary-distribution-format.rst says.
 *
 * @param requires the packages that it needs
 */
record Wheel(String name, List<String> requires) {
    Wheel {
        requires = List.copyOf(requires);
    }

    String fileName() {
        return name + "-1.0-py3-none-any.whl";
    }

    /** The text of its module. */
    String module() {
        return "NAME = '" + name + "'\n";
    }

    byte[] bytes() throws IOException {
        String info = name + "-1.0.dist-info/";
        StringBuilder metadata = new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n");
        requires.forEach(
                other -> metadata.append("Requires-Dist: ").append(other).append('\n'));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name + "/__init__.py", module());
        files.put(info + "METADATA", metadata.toString());
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: airgapc\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        StringBuilder record = new StringBuilder();
        files.forEach((path, text) -> record.append(path)
                .append(",sha256=")
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(utf8(text))))
                .append(',')
                .append(utf8(text).length)
                .append('\n'));
        files.put(info + "RECORD", record + info + "RECORD,,\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0)); // the same bytes whenever it is packed
                zip.putNextEntry(entry);
                zip.write(utf8(file.getValue()));
            }
        }
        return out.toByteArray();
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
