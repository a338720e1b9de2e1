package dev.airgapc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.fact.Origin;
import dev.airgapc.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an image of a task lies within the gap. */
class PlacesTest {
    @ParameterizedTest
    @CsvSource({
        "docker.io/library/redis:7.4, registry.a.example:5000/ml/hub/library/redis:7.4",
        "docker.io/clearml/x:1, registry.a.example:5000/ml/vendor/x:1",
        "docker.io/clearml2/x:1, registry.a.example:5000/ml/hub/clearml2/x:1",
        "quay.io/acme/server:2.1, registry.a.example:5000/ml/acme/server:2.1",
        "ghcr.io/o/r:1, registry.a.example:5000/ml/ghcr.io/o/r:1",
        "hub.example.net:8443/o/r:1, registry.a.example:5000/ml/hub.example.net-8443/o/r:1",
        "registry.a.example:5000/ml/own:3, registry.a.example:5000/ml/own:3",
        "docker.io/x/y@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, registry.a.example:5000/ml/hub/x/y@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void places(String image, String place) {
        Compilation compilation = compile(image);
        List<String> written =
                leaves(compilation).map(leaf -> leaf.value().text()).toList();
        assertEquals(List.of(place), written);
    }

    @Test
    void everythingThatShapesAPlaceIsInItsOrigin() {
        Origin origin = leaves(compile("docker.io/clearml/x:1"))
                .findFirst()
                .orElseThrow()
                .origin();
        assertEquals(
                List.of(
                        "clearml-agent.a.image",
                        "registry.main.host",
                        "registry.main.path",
                        "registry.main.mirror.\"docker.io/clearml\"",
                        "registry.main"),
                addresses(origin));
    }

    @Test
    void aClusterDecidesByItsRewrite() {
        String cluster = "cluster k8s {\n  distribution = rke2\n  rewrite      = values\n}\n";
        Origin origin = leaves(compile("ghcr.io/o/r:1", cluster))
                .findFirst()
                .orElseThrow()
                .origin();
        assertTrue(
                addresses(origin).contains("cluster.k8s.rewrite"),
                () -> addresses(origin).toString());
    }

    private static List<String> addresses(Origin origin) {
        return written(origin).map(written -> written.at().toString()).toList();
    }

    @Test
    void anImageBlockSaysWhichImageAndWhere() {
        String digest = "sha256:" + "0a".repeat(32);
        String block = "image own {\n  source = \"docker.io/x/y:1\"\n  digest = \"" + digest + "\"\n"
                + "  inside = \"registry.a.example:5000/base/y:1.0\"\n}\n";
        String place = "registry.a.example:5000/base/y:1.0@" + digest;
        assertEquals(List.of(place), inside("docker.io/x/y:1", block));
        assertEquals(List.of(place), inside("docker.io/x/y:1@" + digest, block));
        assertEquals(List.of("registry.a.example:5000/ml/hub/x/y:2"), inside("docker.io/x/y:2", block));
        assertEquals(
                List.of("registry.a.example:5000/ml/hub/x/y:1@" + digest),
                inside("docker.io/x/y:1", block.replaceAll("  inside .*\n", "")));
    }

    private static List<String> inside(String image, String blocks) {
        return leaves(compile(image, blocks)).map(leaf -> leaf.value().text()).toList();
    }

    private static Stream<Origin.Written> written(Origin origin) {
        Stream<Origin.Written> here = origin instanceof Origin.Written written ? Stream.of(written) : Stream.empty();
        return Stream.concat(here, origin.from().stream().flatMap(PlacesTest::written));
    }

    private static Stream<dev.airgapc.output.Leaf> leaves(Compilation compilation) {
        return compilation.files().stream()
                .filter(file -> file.path().endsWith("values.override.yaml"))
                .flatMap(file -> file.content().leaves().entrySet().stream())
                .filter(leaf -> leaf.getKey().endsWith("/defaultContainerImage"))
                .map(java.util.Map.Entry::getValue);
    }

    private static Compilation compile(String image) {
        return compile(image, "");
    }

    private static Compilation compile(String image, String blocks) {
        String page = """
                airgap 1
                site { domain = "a.example" }
                secret s { from = env("S") }
                registry main {
                  host = "registry.a.example:5000"
                  path = "ml"
                  mirror "docker.io" -> "hub"
                  mirror "docker.io/clearml" -> "vendor"
                  mirror "quay.io" -> ""
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  chart       = "6.14.6"
                  image       = "IMAGE"
                  credentials = secret.s
                }
                """;
        String whole = page.replace("IMAGE", image) + blocks;
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", whole.getBytes(StandardCharsets.UTF_8));
        assertEquals("", compilation.report().hasErrors() ? Rendered.of(compilation.report()) : "");
        return compilation;
    }
}
