package dev.airgapc.compile;

import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a compilation as text, and the lock that describes them. */
public record Rendering(Map<OutputFile, Printed> files, Lock lock) {
    /**
     * Prints every file.
     *
     * @param page the file that was compiled
     * @param read every file that was read
     * @param version the released version of airgapc
     */
    public static Rendering of(
            List<OutputFile> files, Destination destination, Path page, Map<Path, byte[]> read, String version) {
        Map<OutputFile, Printed> printed = new LinkedHashMap<>();
        files.forEach(file -> printed.put(file, file.printer().print(file.content(), destination.header())));
        List<Lock.Input> inputs = destination.inputs(page, read).entrySet().stream()
                .map(input -> new Lock.Input(input.getKey(), sha256(input.getValue())))
                .toList();
        List<Lock.Output> written = printed.entrySet().stream()
                .map(entry -> output(entry.getKey(), entry.getValue()))
                .toList();
        return new Rendering(printed, new Lock(version, inputs, written));
    }

    private static Lock.Output output(OutputFile file, Printed printed) {
        String mode = file.executable() ? "0755" : "0644";
        return new Lock.Output(
                file.path(),
                sha256(bytes(printed.text())),
                mode,
                file.side().word(),
                file.reader().word());
    }

    /** The bytes of every file by path, the lock last. */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((file, printed) -> contents.put(file.path(), bytes(printed.text())));
        contents.put(Lock.NAME, bytes(lock.print()));
        return contents;
    }

    /** Whether the file at a path is a script. */
    boolean executable(String path) {
        return lock.output(path).filter(output -> output.mode().equals("0755")).isPresent();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Of what is as long as it may be. */
    static String sha256(InputStream in) throws IOException {
        DigestInputStream digest = new DigestInputStream(in, digest());
        digest.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
