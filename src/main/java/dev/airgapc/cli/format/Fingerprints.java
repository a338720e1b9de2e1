package dev.airgapc.cli.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a finding is known by from one run to the next: its code, its file and the text of its line, so that it is the same after
 * lines were added above. Equal ones of one run are counted.
 */
final class Fingerprints {
    private static final int LENGTH = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    /** To be asked once for each finding, in their order. */
    String next(Finding finding) {
        String line = finding.at().line().strip().replaceAll("\\s+", " ");
        String hash = hash(finding.code().number() + "\n" + finding.at().file() + "\n" + line);
        return hash + ":" + seen.merge(hash, 1, Integer::sum);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
