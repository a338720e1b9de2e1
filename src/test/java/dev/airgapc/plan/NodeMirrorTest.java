package dev.airgapc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nodes are told of an upstream is where its images are. */
class NodeMirrorTest {
    private static final String PAGE = """
            airgap 1
            site { domain = "a.example" }
            secret s { from = env("S") }
            registry main {
              host = "registry.a.example:5000"
              path = "ml"
              mirror "docker.io" -> "hub"
            }
            registry other {
              host = "other.a.example"
              mirror "quay.io" -> ""
            }
            cluster k8s {
              distribution = rke2
              rewrite      = nodes
            }
            clearml-server { edition = enterprise }
            clearml-agent a {
              chart       = "6.14.6"
              image       = "hub.example.net:8443/o/r:1"
              credentials = secret.s
              registry    = registry.main
            }
            image task {
              source   = "nvcr.io/n/t:1"
              registry = registry.other
            }
            """;

    @Test
    void eachUpstreamIsInTheRegistryThatHasItsImages() {
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", PAGE.getBytes(StandardCharsets.UTF_8));
        List<NodeMirror> mirrors =
                NodeMirror.all(compilation.site(), compilation.plan().orElseThrow());
        assertEquals(
                List.of(
                        "docker.io registry.main ml/hub []",
                        "hub.example.net_8443_ registry.main ml/hub.example.net-8443 []",
                        "nvcr.io registry.other nvcr.io []",
                        "quay.io registry.other  []"),
                mirrors.stream().map(NodeMirrorTest::line).toList());
    }

    private static String line(NodeMirror mirror) {
        return mirror.folder() + " " + mirror.registry().address() + " "
                + mirror.path().value() + " " + mirror.exceptions();
    }
}
