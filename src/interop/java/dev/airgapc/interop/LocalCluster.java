package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A real API server over a real etcd, on loopback. It takes, judges and keeps objects; nothing schedules them, nothing runs. Its context
 * has a name that has to be quoted.
 */
final class LocalCluster implements AutoCloseable {
    static final String CONTEXT = "it's \"$HOME\" (here)";
    private static final String HOST = "127.0.0.1";
    private static final int TRIES = 300;

    private final Path folder;
    private final int port;
    private final List<Process> started = new ArrayList<>();

    private LocalCluster(Path folder) throws IOException {
        this.folder = folder;
        this.port = LocalServer.freePort();
    }

    /** A cluster with nothing in it but what the server makes, below a folder. */
    static LocalCluster start(Path folder) throws IOException {
        LocalCluster cluster = new LocalCluster(folder);
        try {
            cluster.etcd();
            cluster.await();
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void etcd() throws IOException {
        String clients = "http://" + HOST + ":" + LocalServer.freePort();
        serve(
                "etcd",
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=http://" + HOST + ":0",
                "--unsafe-no-fsync");
        Files.writeString(folder.resolve("tokens.csv"), "admin-token,admin,admin,system:masters\n");
        keys();
        serve(
                "kube-apiserver",
                "--etcd-servers=" + clients,
                "--bind-address=" + HOST,
                "--advertise-address=" + HOST,
                "--secure-port=" + port,
                "--cert-dir=" + folder.resolve("pki"),
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=RBAC",
                "--service-account-key-file=" + folder.resolve("accounts.pub"),
                "--service-account-signing-key-file=" + folder.resolve("accounts.key"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-cluster-ip-range=10.0.0.0/24",
                "--disable-admission-plugins=ServiceAccount",
                "--v=4");
        Files.writeString(kubeconfig(), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "https://HOST:PORT", certificate-authority: pki/apiserver.crt}}]
                users: [{name: admin, user: {token: admin-token}}]
                contexts: [{name: 'CONTEXT', context: {cluster: c, user: admin}}]
                """.replace("HOST:PORT", HOST + ":" + port)
                .replace("CONTEXT", CONTEXT.replace("'", "''")));
    }

    /** What the server signs the tokens of pods with; it has none, and insists. */
    private void keys() throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
            pem("accounts.pub", "PUBLIC KEY", pair.getPublic().getEncoded());
            pem("accounts.key", "PRIVATE KEY", pair.getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pem(String name, String label, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private void serve(String program, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Consumer.program(program)));
        command.addAll(List.of(options));
        started.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(program).toFile())
                .start());
    }

    private void await() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            for (Process process : started) {
                if (!process.isAlive()) {
                    throw new IOException(process.info() + " ended: see its log in " + folder);
                }
            }
            if (kubectl("get", "--raw", "/readyz").exit() == 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IOException("the API server does not become ready");
    }

    /** What kubectl and helm read instead of the user's own. */
    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** What a script finds: kubectl on the path, the context, a home of its own. */
    Map<String, String> environment() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path kubectl = bin.resolve("kubectl");
        if (!Files.exists(kubectl)) {
            StandIn.write(kubectl, "#!/bin/sh\nexec " + Consumer.program("kubectl") + " \"$@\"\n");
        }
        return Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "KUBECONFIG",
                kubeconfig().toString(),
                "KUBE_CONTEXT",
                CONTEXT,
                "HOME",
                Files.createDirectories(folder.resolve("home")).toString());
    }

    Path log(String program) {
        return folder.resolve(program + ".log");
    }

    /** kubectl as whoever may do all. */
    Processes.Result kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Consumer.program("kubectl"), "--context", CONTEXT));
        command.addAll(List.of(arguments));
        try {
            return Processes.run(folder, environment(), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, which has to succeed: what it printed. */
    String ok(String... arguments) {
        Processes.Result result = kubectl(arguments);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }

    /** Teaches the server every kind that {@code consumers.tsv} has a definition of. */
    void define() {
        Consumer.ALL.stream()
                .filter(one -> one.from().startsWith("module "))
                .forEach(one -> ok("apply", "--server-side", "--filename", Consumer.program(one.name())));
        ok("wait", "--for=condition=Established", "--timeout=30s", "customresourcedefinitions", "--all");
    }

    /** The API server first: without etcd a polite stop takes it most of a minute. */
    @Override
    public void close() {
        for (int at = started.size() - 1; at >= 0; at--) {
            started.get(at).destroyForcibly().onExit().join();
        }
    }
}
