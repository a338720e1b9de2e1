package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script of a node installs leads a real containerd from an upstream name to the site's registry. */
@ReadBy(
        value = {"bash", "skopeo", "docker-registry", "containerd"},
        what = "`install-node.sh`, `hosts.toml`",
        proves = "an upstream name is pulled from the site's registry")
class ContainerdTest {
    private static final String IMAGE = "docker.io/library/redis:7.4";

    @TempDir
    Path folder = Path.of("");

    private List<AutoCloseable> started = List.of();

    @BeforeEach
    void start() throws IOException {
        Object user = Files.getAttribute(folder, "unix:uid");
        Path config = Files.writeString(folder.resolve("config.toml"), """
                version = 2
                root = "FOLDER/root"
                state = "FOLDER/state"
                disabled_plugins = ["io.containerd.grpc.v1.cri"]
                [grpc]
                address = "FOLDER/containerd.sock"
                uid = USER
                gid = GROUP
                """.replace("FOLDER", folder.toString())
                .replace("USER", user.toString())
                .replace("GROUP", Files.getAttribute(folder, "unix:gid").toString()));
        LocalRegistry registry = LocalRegistry.start(folder, "store");
        Process containerd = new ProcessBuilder(Consumer.program("containerd"), "--config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("containerd.log").toFile())
                .start();
        started = List.of(registry, containerd::destroyForcibly);
        install(registry.port());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : started) {
            one.close();
        }
    }

    @Test
    void anUpstreamNameIsPulledFromTheSitesRegistry() throws IOException {
        LocalRegistry.layout(folder.resolve("made"), IMAGE);
        int port = ((LocalRegistry) started.get(0)).port();
        ok(
                Consumer.program("skopeo"),
                "copy",
                "--quiet",
                "--insecure-policy",
                "--dest-tls-verify=false",
                "oci:made:" + IMAGE,
                "docker://127.0.0.1:" + port + "/acme/" + IMAGE);
        Path hosts = folder.resolve("node/etc/containerd/certs.d");
        ok(
                "ctr",
                "--address",
                "containerd.sock",
                "--connect-timeout",
                "60s",
                "content",
                "fetch",
                "--hosts-dir",
                hosts.toString(),
                IMAGE);
        String images =
                ok("ctr", "--address", "containerd.sock", "images", "ls", "-q").out();
        assertEquals(IMAGE + "\n", images);
        String log = Files.readString(folder.resolve("store.log"));
        assertTrue(log.contains("/v2/acme/docker.io/library/redis/manifests/7.4?ns=docker.io"), log);
    }

    private void install(int port) throws IOException {
        String page = """
                airgap 1
                site {
                  domain = "a.example"
                  hosts  = ["127.0.0.1", "*.a.example"]
                }
                secret s { from = env("S") }
                registry main {
                  host = "127.0.0.1:PORT"
                  path = "acme"
                  tls  = off
                }
                cluster ml {
                  distribution = kubeadm
                  rewrite      = nodes
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  chart       = "6.14.6"
                  image       = "IMAGE"
                  credentials = secret.s
                  queue q { }
                }
                """.replace("PORT", Integer.toString(port)).replace("IMAGE", IMAGE);
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        Examples.write(compilation, folder);
        Path config = folder.resolve("node/etc/containerd/config.toml");
        Files.createDirectories(config.resolveSibling("."));
        Files.writeString(config, "config_path = \"/etc/containerd/certs.d\"\n");
        ok(Consumer.program("bash"), "inside/nodes/ml/install-node.sh");
    }

    private Processes.Result ok(String... command) {
        Map<String, String> environment = Map.of("ROOT", folder.resolve("node").toString());
        Processes.Result result = Processes.run(folder, environment, List.of(command));
        assertEquals(0, result.exit(), result.err());
        return result;
    }
}
