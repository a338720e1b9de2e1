package dev.airgapc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of airgapc, as the build wrote it. */
final class Version {
    private Version() {}

    /** In full: {@code 0.1.0-SNAPSHOT}. */
    static String full() {
        try (InputStream in = Version.class.getResourceAsStream("/airgapc.version")) {
            if (in == null) {
                throw new IllegalStateException("the build wrote no version");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a lock says: {@code 0.1}, so that a patch of airgapc alone changes no lock. */
    static String released() {
        String version = full();
        return version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    }
}
