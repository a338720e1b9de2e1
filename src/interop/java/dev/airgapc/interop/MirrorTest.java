package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts carry images from one real registry to another, through a folder, with a real skopeo. */
@ReadBy(
        value = {"bash", "skopeo", "docker-registry"},
        what = "`mirror.sh`, `pack.sh`, `load/images.sh`",
        proves = "images go from one registry to another through a medium, with equal digests")
class MirrorTest {
    private static final List<String> IMAGES = List.of("docker.io/library/redis:7.4", "quay.io/acme/server:2.1");

    @TempDir
    Path folder = Path.of("");

    private final List<LocalRegistry> registries = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        registries.add(LocalRegistry.start(folder, "outside-store"));
        registries.add(LocalRegistry.start(folder, "inside-store"));
        files();
        stub();
        publish("docker.io/clearml/clearml-enterprise-agent-k8s-base:1.31-3.0.3-469");
        IMAGES.forEach(this::publish);
    }

    private void publish(String image) {
        try {
            LocalRegistry.layout(folder.resolve("made"), image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ok(run("skopeo", "copy", "--quiet", "oci:made:" + image, "docker://" + image));
    }

    @AfterEach
    void stop() {
        registries.forEach(LocalRegistry::close);
    }

    @Test
    void whatIsFetchedIsLoadedOnceAndWithTheSameDigest() throws IOException {
        Processes.Result fetched = ok(run("outside/images/mirror.sh"));
        assertTrue(fetched.err().contains("[3/3] quay.io/acme/server:2.1\n"), fetched.err());
        Processes.Result packed = ok(run("outside/pack.sh"));
        Processes.Result verified = ok(run("inside/load/verify.sh"));
        assertEquals(packed.out(), verified.out());

        Processes.Result loaded = ok(run("inside/load/images.sh"));
        assertTrue(loaded.err().endsWith("3 of 3 images moved, the others were there\n"), loaded.err());
        for (String image : IMAGES) {
            String place = "registry.a.example:5000/" + image;
            assertEquals(
                    ok(run("skopeo", "inspect", "--raw", "docker://" + image)).out(),
                    ok(run("skopeo", "inspect", "--raw", "docker://" + place)).out());
        }
        assertTrue(ok(run("inside/load/images.sh")).err().endsWith("0 of 3 images moved, the others were there\n"));
        ok(run("outside/images/mirror.sh"));
    }

    @Test
    void whatIsMissingIsSaidAtTheEnd() throws IOException {
        Files.writeString(
                folder.resolve("outside/images/images.txt"), "docker.io/library/gone:1\n" + IMAGES.get(0) + "\n");
        Processes.Result fetched = run("outside/images/mirror.sh");
        assertEquals(1, fetched.exit());
        assertTrue(fetched.err().endsWith("not fetched:\n  docker.io/library/gone:1\n"), fetched.err());
        ok(run("outside/pack.sh"));
        Processes.Result loaded = run("inside/load/images.sh");
        assertEquals(1, loaded.exit());
        assertTrue(loaded.err().contains("1 of 3 images moved"), loaded.err());
        assertTrue(loaded.err().contains("quay.io/acme/server:2.1: it is not on the medium\n"), loaded.err());
    }

    @Test
    void aMediumThatWasTouchedIsNotLoaded() throws IOException {
        ok(run("outside/images/mirror.sh"));
        ok(run("outside/pack.sh"));
        Files.writeString(
                folder.resolve("medium/images/index.json"),
                Files.readString(folder.resolve("medium/images/index.json")) + " ");
        assertTrue(run("inside/load/images.sh").err().contains("bring the medium again"));
        ok(run("outside/pack.sh"));
        Files.writeString(folder.resolve("medium/surplus"), "x");
        Processes.Result surplus = run("inside/load/images.sh");
        assertEquals(1, surplus.exit());
        assertTrue(surplus.err().contains("not packed by the sender:\n./surplus\n"), surplus.err());
    }

    private void files() throws IOException {
        String page = """
                airgap 1
                site { domain = "a.example" }
                secret s { from = env("S") }
                registry main {
                  host = "registry.a.example:5000"
                  tls  = off
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  chart       = "6.14.6"
                  image       = "docker.io/library/redis:7.4"
                  credentials = secret.s
                  queue q { image = "quay.io/acme/server:2.1" }
                }
                """;
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        Examples.write(compilation, folder);
    }

    /** skopeo, with the names of the world bound to the two registries of this test. */
    private void stub() throws IOException {
        String script = """
                #!/bin/bash
                set -e
                command=$1
                shift
                words=()
                for word in "$@"; do
                  case $word in
                    docker://registry.a.example:5000/*) word=docker://127.0.0.1:INSIDE/${word#docker://registry.a.example:5000/} ;;
                    docker://docker.io/*|docker://quay.io/*) word=docker://127.0.0.1:OUTSIDE/${word#docker://} ;;
                  esac
                  words+=("$word")
                done
                flags=(--tls-verify=false)
                [ "$command" = inspect ] || flags=(--src-tls-verify=false --dest-tls-verify=false)
                exec REAL --policy policy.json "$command" "${flags[@]}" "${words[@]}"
                """;
        Path stub = Files.writeString(
                folder.resolve("skopeo"),
                script.replace("INSIDE", Integer.toString(registries.get(1).port()))
                        .replace("OUTSIDE", Integer.toString(registries.get(0).port()))
                        .replace("REAL", Consumer.program("skopeo")));
        assertTrue(stub.toFile().setExecutable(true));
        Files.writeString(folder.resolve("policy.json"), "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
    }

    private Processes.Result run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(
                0,
                Files.exists(folder.resolve(command[0]))
                        ? folder.resolve(command[0]).toString()
                        : command[0]);
        return Processes.run(folder, Map.of("PATH", folder + ":" + System.getenv("PATH")), words);
    }

    private static Processes.Result ok(Processes.Result result) {
        assertEquals(0, result.exit(), result.err());
        return result;
    }
}
