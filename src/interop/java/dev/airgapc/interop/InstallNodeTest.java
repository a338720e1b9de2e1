package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.airgapc.compile.Compilation;
import dev.airgapc.target.Targets;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a node puts its files in place below a root of its own, once, and takes them away again. */
@ReadBy(
        value = {"bash"},
        what = "`install-node.sh`",
        proves = "files of a node are put in place once, and taken away again")
class InstallNodeTest {
    private static final String PASSWORD = "it's \"a\\b\" é";

    @TempDir
    Path folder = Path.of("");

    @Test
    void ofRke2() throws IOException {
        Path script = write("clearml/site.ag", Examples.text("clearml/site.ag"), "k8s");
        stub("vault", "case $3 in *username) printf robot ;; *) printf '%s' \"$PASSWORD\" ;; esac");
        Processes.Result first = run(script);
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().endsWith("install-node.sh: changed\n"), first.err());
        assertFalse(first.err().contains("it's"), first.err());
        Path registries = folder.resolve("root/etc/rancher/rke2/registries.yaml");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(registries)));
        JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(registries));
        JsonNode auth = read.at("/configs/registry.core.corp.example:5000/auth");
        assertEquals("robot", auth.at("/username").asText());
        assertEquals(PASSWORD, auth.at("/password").asText());
        assertFalse(read.at("/mirrors/docker.io").isMissingNode());
        assertTrue(Files.readString(folder.resolve("root/etc/rancher/rke2/config.yaml.d/airgapc.yaml"))
                .contains("disable-default-registry-endpoint: true\n"));
        assertTrue(Files.exists(folder.resolve("root/etc/airgap/ca/registry-ca.crt")));

        assertEquals("install-node.sh: nothing to do\n", run(script).err());
        assertEquals(0, run(script, "--remove").exit());
        assertFalse(Files.exists(registries));
        assertEquals(1, run(script, "--all").exit());
    }

    @Test
    void ofContainerd() throws IOException {
        Path files = folder.resolve("run/acme");
        Files.createDirectories(files);
        Files.writeString(files.resolve("username"), "robot\n");
        Files.writeString(files.resolve("password"), PASSWORD + "\n");
        String part =
                Examples.text("fleet/common.ag").replace("/etc/appliance/\\(site.name)/registry", files.toString());
        Path script = write(Examples.changed("fleet/acme.ag", "fleet/common.ag", part, Targets.ALL), "ml");
        Processes.Result unread = run(script);
        assertEquals(1, unread.exit());
        assertTrue(unread.err().contains("set config_path"), unread.err());

        Path config = folder.resolve("root/etc/containerd/config.toml");
        Files.createDirectories(config.resolveSibling("."));
        Files.writeString(config, "[plugins]\n  config_path = \"/etc/containerd/certs.d\"\n");
        Processes.Result result = run(script);
        assertEquals(0, result.exit(), result.err());
        Path hosts = folder.resolve("root/etc/containerd/certs.d/docker.io/hosts.toml");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(hosts)));
        String text = Files.readString(hosts);
        assertTrue(text.contains("server = \"https://mirror.ml.acme.example:5000/v2/acme/dockerhub\"\n"), text);
        String basic = java.util.Base64.getEncoder()
                .encodeToString(("robot:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(text.endsWith("\n[header]\n  Authorization = [\"Basic " + basic + "\"]\n"), text);
        assertEquals("install-node.sh: nothing to do\n", run(script).err());
    }

    @Test
    void ofUpstreamsThatOnlyTheRegistrySpeaksOf() throws IOException {
        String page = """
                airgap 1
                site { domain = "a.example" }
                secret s { from = env("S") }
                registry main {
                  host = "registry.a.example"
                  mirror "quay.io" -> "quay"
                }
                cluster gpu {
                  distribution = k3s
                  rewrite      = nodes
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  chart       = "6.13.0"
                  image       = "registry.a.example/ml/torch:2.5"
                  credentials = secret.s
                  queue q { }
                }
                """;
        Path script = write("minimal/site.ag", page, "gpu");
        assertEquals(0, run(script).exit());
        String registries = Files.readString(folder.resolve("root/etc/rancher/k3s/registries.yaml"));
        assertEquals(
                "quay/$1",
                new ObjectMapper(new YAMLFactory())
                        .readTree(registries)
                        .at("/mirrors/quay.io/rewrite")
                        .path("^(.*)$")
                        .asText());
        assertTrue(Files.readString(folder.resolve("RUNBOOK.md")).contains("`crictl pull` brings an image"));
    }

    private Path write(String page, String text, String cluster) throws IOException {
        return write(Examples.changed(page, text), cluster);
    }

    private Path write(Compilation compilation, String cluster) throws IOException {
        assertFalse(compilation.files().isEmpty());
        Examples.write(compilation, folder);
        return folder.resolve("inside/nodes").resolve(cluster).resolve("install-node.sh");
    }

    private Processes.Result run(Path script, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                folder + ":" + System.getenv("PATH"),
                "ROOT",
                folder.resolve("root").toString(),
                "PASSWORD",
                PASSWORD));
        List<String> command = new java.util.ArrayList<>(List.of(Consumer.program("bash"), script.toString()));
        command.addAll(List.of(arguments));
        return Processes.run(folder, environment, command);
    }

    private void stub(String name, String body) throws IOException {
        StandIn.write(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    }
}
