package dev.airgapc.interop;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Somebody who signs certificates of servers, by openssl. Its own certificate is {@code ca.crt} in its folder. */
record Authority(Path folder) {
    private static final String PASSWORD = "changeit";

    /** An authority with this name in a folder of its own below another. */
    static Authority named(String name, Path below) throws IOException {
        Authority authority = new Authority(Files.createDirectories(below.resolve(name)));
        Files.writeString(authority.folder.resolve("openssl.cnf"), """
                [req]
                distinguished_name = name
                prompt = no
                [name]
                CN = NAME
                [authority]
                basicConstraints = critical, CA:TRUE
                keyUsage = critical, keyCertSign
                subjectKeyIdentifier = hash
                """.replace("NAME", name));
        authority.openssl(
                "req -config openssl.cnf -x509 -extensions authority -days 30 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt");
        return authority;
    }

    Path certificate() {
        return folder.resolve("ca.crt");
    }

    /** What a server shows that answers to these names. */
    SSLContext server(String... names) throws IOException {
        Files.writeString(
                folder.resolve("server.ext"),
                "basicConstraints = CA:FALSE\nextendedKeyUsage = serverAuth\nauthorityKeyIdentifier = keyid\n"
                        + "subjectAltName = DNS:" + String.join(", DNS:", names) + "\n");
        openssl("req -config openssl.cnf -newkey rsa:2048 -nodes -keyout server.key -out server.csr");
        openssl(
                "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile server.ext -out server.crt");
        openssl("pkcs12 -export -inkey server.key -in server.crt -out server.p12 -passout pass:" + PASSWORD);
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void openssl(String arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(Consumer.program("openssl")));
        command.addAll(List.of(arguments.split(" ", -1)));
        Processes.Result result = Processes.run(folder, Map.of(), command);
        if (result.exit() != 0) {
            throw new IllegalStateException(result.err());
        }
    }
}
