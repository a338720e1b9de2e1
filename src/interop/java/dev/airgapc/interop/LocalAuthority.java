package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An authority of a site, made by openssl, and what it signed for a server on loopback. */
record LocalAuthority(Path authority, Path certificate, Path key) {
    /** The files begin with this name. */
    static LocalAuthority make(Path folder, String name) {
        Path authority = folder.resolve(name + "-ca.pem");
        Path authorityKey = folder.resolve(name + "-ca.key");
        Path certificate = folder.resolve(name + ".pem");
        Path key = folder.resolve(name + ".key");
        List<String> request = List.of(
                Consumer.program("openssl"),
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2");
        openssl(folder, request, "-subj", "/CN=" + name, "-keyout", authorityKey, "-out", authority);
        openssl(
                folder,
                request,
                "-CA",
                authority,
                "-CAkey",
                authorityKey,
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-keyout",
                key,
                "-out",
                certificate);
        return new LocalAuthority(authority, certificate, key);
    }

    private static void openssl(Path folder, List<String> first, Object... more) {
        List<String> command = new ArrayList<>(first);
        for (Object word : more) {
            command.add(word.toString());
        }
        Processes.Result result = Processes.run(folder, Map.of(), command);
        assertEquals(0, result.exit(), result.err());
    }
}
