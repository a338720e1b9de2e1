package dev.airgapc.interop;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A real registry on loopback, without a certificate and without a login. */
public record LocalRegistry(Process process, int port) implements AutoCloseable {
    /** A registry with a store of this name below a folder, on a port that was free a moment ago. */
    public static LocalRegistry start(Path folder, String store) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve(store + ".yml"),
                "version: 0.1\nstorage: {filesystem: {rootdirectory: " + folder.resolve(store)
                        + "}}\nhttp: {addr: \"127.0.0.1:" + port + "\"}\n");
        Process process = new ProcessBuilder(Consumer.program("docker-registry"), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(store + ".log").toFile())
                .start();
        for (int tries = 0; tries < 100; tries++) {
            try {
                HttpURLConnection connection = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + "/v2/").toURL().openConnection();
                if (connection.getResponseCode() == 200) {
                    return new LocalRegistry(process, port);
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the registry does not answer");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** An image of one layer, made of nothing, as the one image of an OCI layout. */
    public static void layout(Path layout, String image) throws IOException {
        Files.createDirectories(layout.resolve("blobs/sha256"));
        Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        String layer = blob(layout, "layer of " + image);
        String config = blob(
                layout,
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + digest(layer) + "]}}");
        String manifest = blob(
                layout,
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":"
                        + digest(config) + ",\"size\":" + size(config)
                        + "},\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":"
                        + digest(layer)
                        + ",\"size\":" + size(layer) + "}]}");
        Files.writeString(
                layout.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":"
                        + digest(manifest) + ",\"size\":" + size(manifest)
                        + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + image + "\"}}]}");
    }

    private static String blob(Path layout, String text) throws IOException {
        Files.writeString(layout.resolve("blobs/sha256").resolve(sha256(text)), text);
        return text;
    }

    private static String digest(String text) {
        return "\"sha256:" + sha256(text) + "\"";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
