package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real registry on loopback: docker-registry, or the one that crane serves. */
record LocalRegistry(LocalServer server) implements AutoCloseable {
    /** The one who may read a registry that wants a login. */
    static final String USER = "robot";

    /** A password that a careless script would break. */
    static final String PASSWORD = "it's \"a\\b\" é";

    private static final String PASSWORD_IN_BCRYPT = "$2b$04$pJkaBOJjFL.dr57dYgLpUOxYZZTJBkT/7zwrhEVWaddUq387C4NrS";

    /** A docker-registry with a store of this name below a folder, without a certificate and without a login. */
    static LocalRegistry start(Path folder, String store) throws IOException {
        return dockerRegistry(folder, store, store, "", "");
    }

    /** A docker-registry over the store of another one, with a certificate that an authority signed, and with a login. */
    static LocalRegistry secured(Path folder, String store, LocalAuthority authority) throws IOException {
        Path logins = Files.writeString(folder.resolve("htpasswd"), USER + ":" + PASSWORD_IN_BCRYPT + "\n");
        return dockerRegistry(
                folder,
                store,
                store + "-secured",
                ", tls: {certificate: " + authority.certificate() + ", key: " + authority.key() + "}",
                "auth: {htpasswd: {realm: site, path: " + logins + "}}\n");
    }

    /** The registry of crane, which holds everything in its memory. */
    static LocalRegistry ofCrane(Path folder) throws IOException {
        int port = LocalServer.freePort();
        return started(
                folder.resolve("crane.log"),
                port,
                Consumer.program("crane"),
                "registry",
                "serve",
                "--address",
                "127.0.0.1:" + port);
    }

    private static LocalRegistry dockerRegistry(Path folder, String store, String name, String tls, String auth)
            throws IOException {
        int port = LocalServer.freePort();
        Path config = Files.writeString(
                folder.resolve(name + ".yml"),
                "version: 0.1\nstorage: {filesystem: {rootdirectory: " + folder.resolve(store)
                        + "}}\nhttp: {addr: \"127.0.0.1:" + port + "\"" + tls + "}\n" + auth);
        return started(
                folder.resolve(name + ".log"), port, Consumer.program("docker-registry"), "serve", config.toString());
    }

    private static LocalRegistry started(Path log, int port, String... command) throws IOException {
        return new LocalRegistry(LocalServer.start(log, port, command));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Puts an image of one layer there, in Docker's format. */
    void publish(Path folder, String image) throws IOException {
        publish(folder, image, "linux/amd64");
    }

    /** Puts an image of one layer there, in the format of OCI. */
    void publishOci(Path folder, String image) throws IOException {
        publish(folder, image, "linux/amd64", "--oci-empty-base");
    }

    /** Puts an image for two architectures there, as a manifest list of Docker's format. */
    void publishList(Path folder, String image) throws IOException {
        publish(folder, image + "-a", "linux/amd64");
        publish(folder, image + "-b", "linux/arm64");
        run(
                folder,
                Consumer.program("regctl"),
                "--host",
                "reg=127.0.0.1:" + port() + ",tls=disabled",
                "index",
                "create",
                "--media-type",
                "application/vnd.docker.distribution.manifest.list.v2+json",
                "--ref",
                place(image + "-a"),
                "--ref",
                place(image + "-b"),
                place(image));
    }

    private void publish(Path folder, String image, String platform, String... more) throws IOException {
        Files.writeString(folder.resolve("layer.txt"), image);
        run(folder, "tar", "--create", "--file", "layer.tar", "layer.txt");
        List<String> append = new ArrayList<>(List.of(Consumer.program("crane"), "append", "--insecure"));
        append.addAll(List.of(more));
        append.addAll(List.of("--new_layer", "layer.tar", "--new_tag", place(image)));
        run(folder, append.toArray(String[]::new));
        run(
                folder,
                Consumer.program("crane"),
                "mutate",
                "--insecure",
                "--set-platform",
                platform,
                "--tag",
                place(image),
                place(image));
    }

    private String place(String image) {
        return "127.0.0.1:" + port() + "/" + image;
    }

    private static void run(Path folder, String... command) {
        Processes.Result result =
                Processes.run(folder, Map.of("HOME", folder.toAbsolutePath().toString()), List.of(command));
        assertEquals(0, result.exit(), result.err());
    }
}
