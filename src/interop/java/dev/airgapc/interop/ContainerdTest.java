package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script of a node installs leads a real containerd from upstream names to the site's registries, and nowhere else. */
@ReadBy(
        value = {"bash", "containerd", "cripull", "strace", "docker-registry", "crane", "regctl", "openssl"},
        what = "`install-node.sh`, `hosts.toml`",
        proves =
                "an upstream name is pulled from the site's registry as the kubelet does, with its authority and login;"
                        + " with the registry stopped the pull fails and nothing else is asked")
class ContainerdTest {
    private static final String PLAIN = "docker.io/library/redis:7.4";
    private static final String SECURED = "quay.io/acme/server:2.1";
    private static final String STOPPED = "nvcr.io/nvidia/base:1";

    @TempDir
    private static Path folder = Path.of("");

    private static LocalAuthority authority;
    private static LocalRegistry plain;
    private static LocalRegistry secured;
    private static LocalRegistry stopped;
    private static LocalNode node;

    @BeforeAll
    static void start() throws IOException {
        authority = LocalAuthority.make(folder, "site");
        plain = LocalRegistry.start(folder, "store");
        secured = LocalRegistry.secured(folder, "store", authority);
        stopped = LocalRegistry.start(folder, "other-store");
        plain.publishOci(folder, "acme/" + PLAIN);
        plain.publishList(folder, "quay/acme/server:2.1");
        stopped.publish(folder, "ngc/nvidia/base:1");
        files();
        LocalNode.configure(folder);
        node = LocalNode.start(folder);
    }

    @AfterAll
    static void stop() {
        node.close();
        plain.close();
        secured.close();
        stopped.close();
    }

    @BeforeEach
    void install() throws IOException {
        install(authority, LocalRegistry.PASSWORD);
    }

    @Test
    void anUpstreamNameIsPulledFromTheSitesRegistry() throws IOException {
        LocalNode.Pull pull = node.pull(PLAIN);
        assertEquals(0, pull.exit(), pull.err());
        assertEquals(only(plain), pull.asked());
        String log = Files.readString(folder.resolve("store.log"));
        assertTrue(log.contains("/v2/acme/docker.io/library/redis/manifests/7.4?ns=docker.io"), log);
    }

    @Test
    void aRegistryWithACertificateAndALogin() throws IOException {
        LocalNode.Pull pull = node.pull(SECURED);
        assertEquals(0, pull.exit(), pull.err());
        assertEquals(only(secured), pull.asked());
    }

    @Test
    void withTheRegistryStoppedNothingElseIsAsked() throws IOException {
        LocalNode.Pull before = node.pull(STOPPED);
        assertEquals(0, before.exit(), before.err());
        stopped.close();
        LocalNode.Pull pull = node.pull(STOPPED);
        assertEquals(1, pull.exit(), pull.out());
        assertTrue(pull.err().contains("connection refused"), pull.err());
        assertEquals(only(stopped), pull.asked());
    }

    @Test
    void aRegistryOfAnotherAuthorityIsNotBelieved() throws IOException {
        install(LocalAuthority.make(folder, "another"), LocalRegistry.PASSWORD);
        LocalNode.Pull pull = node.pull(SECURED);
        assertEquals(1, pull.exit(), pull.out());
        assertTrue(pull.err().contains("certificate signed by unknown authority"), pull.err());
        assertEquals(only(secured), pull.asked());
    }

    @Test
    void aLoginThatIsRefusedAsksNobodyElse() throws IOException {
        install(authority, "another");
        LocalNode.Pull pull = node.pull(SECURED);
        assertEquals(1, pull.exit(), pull.out());
        assertTrue(pull.err().contains("401 Unauthorized"), pull.err());
        assertEquals(only(secured), pull.asked());
    }

    /** The trace sees it when somebody else is asked: here no file leads, and the server of names is the first to hear of it. */
    @Test
    void withoutAFileTheWorldIsAsked() throws IOException {
        Files.delete(folder.resolve("etc/containerd/certs.d/docker.io/hosts.toml"));
        LocalNode.Pull pull = node.pull(PLAIN);
        assertEquals(1, pull.exit(), pull.out());
        assertTrue(pull.asked().contains("127.0.0.1 port 53"), pull.asked().toString());
    }

    private static List<String> only(LocalRegistry registry) {
        return List.of("127.0.0.1 port " + registry.port());
    }

    private static void files() throws IOException {
        Path page = Files.writeString(folder.resolve("site.ag"), """
                airgap 1
                site {
                  domain = "a.example"
                  hosts  = ["127.0.0.1", "*.a.example"]
                }
                trust corp { certificates = ["site-ca.pem"] }
                secret s { from = env("S") }
                secret pull { from = env("PULL") }
                registry main {
                  host = "127.0.0.1:PLAIN"
                  path = "acme"
                  tls  = off
                }
                registry secured {
                  host = "127.0.0.1:SECURED"
                  pull = secret.pull
                  ca   = [trust.corp]
                  mirror "quay.io" -> "quay"
                }
                registry stopped {
                  host = "127.0.0.1:STOPPED"
                  tls  = off
                  mirror "nvcr.io" -> "ngc"
                }
                cluster ml {
                  distribution = kubeadm
                  rewrite      = nodes
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  registry    = registry.main
                  chart       = "6.14.6"
                  image       = "IMAGE"
                  credentials = secret.s
                  queue q { }
                }
                """.replace("PLAIN", Integer.toString(plain.port()))
                .replace("SECURED", Integer.toString(secured.port()))
                .replace("STOPPED", Integer.toString(stopped.port()))
                .replace("IMAGE", PLAIN));
        Compilation compilation = new Compiler(Corpus.TODAY).compile(page, new Inputs(Files::readAllBytes));
        Examples.write(compilation, folder);
    }

    private static void install(LocalAuthority believed, String password) throws IOException {
        Path nodes = folder.resolve("inside/nodes/ml");
        Files.copy(believed.authority(), nodes.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
        Map<String, String> environment =
                Map.of("ROOT", folder.toString(), "PULL_USERNAME", LocalRegistry.USER, "PULL_PASSWORD", password);
        Processes.Result result = Processes.run(
                folder,
                environment,
                List.of(
                        Consumer.program("bash"),
                        nodes.resolve("install-node.sh").toString()));
        assertEquals(0, result.exit(), result.err());
    }
}
