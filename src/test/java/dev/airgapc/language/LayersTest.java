package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.site.Registry;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Trees;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages of several files: what each layer may change, and what it must not do silently. */
class LayersTest extends LayerTrials {

    @Test
    void aLayerSetsAddsAndTakesAway() {
        page("""
                airgap 1
                extends "base.ag"
                amend site {
                  name   = "stage"
                  domain = "stage.corp.example"
                  hosts += ["stage.other.example"]
                  hosts -= ["10.20.0.0/16"]
                }
                amend registry main {
                  path = "ml"
                  amend mirror "docker.io" -> "dockerhub"
                  mirror "quay.io" -> "quay"
                }
                amend clearml-agent main {
                  amend queue gpu {
                    gpus     = 4
                    max-pods = 2
                  }
                  remove queue cpu
                  queue night { gpus = 8 }
                }
                remove index main
                index own { url = "https://pypi.stage.corp.example/simple" }
                """);
        Compilation compilation = compile("");
        assertEquals("stage", value(compilation, "site.name"));
        assertEquals("*.corp.example stage.other.example", value(compilation, "site.hosts"));
        assertEquals("registry.stage.corp.example:5000", value(compilation, "registry.main.host"));
        assertEquals("ml", value(compilation, "registry.main.path"));
        assertEquals(
                "\"docker.io\" -> \"dockerhub\" \"quay.io\" -> \"quay\"", value(compilation, "registry.main.mirror"));
        assertEquals(
                "clearml-agent.main.queue.gpu clearml-agent.main.queue.night",
                value(compilation, "clearml-agent.main.queue"));
        assertEquals("4", value(compilation, "clearml-agent.main.queue.gpu.gpus"));
        assertEquals("vault(\"kv/stage/agent\")", value(compilation, "secret.agent.from"));
        Fact<String> gpus =
                facts(compilation, "clearml-agent.main.queue.gpu.gpus").get(0);
        assertEquals(
                "page.ag:16:16", gpus.origin().written().orElseThrow().span().place());
        assertEquals(
                "base.ag:9:10",
                facts(compilation, "registry.main.host")
                        .get(0)
                        .origin()
                        .written()
                        .orElseThrow()
                        .span()
                        .place());
    }

    @Test
    void layersInLayersAndPartsOnce() {
        files.put(
                "stage.ag",
                "airgap 1\nextends \"base.ag\"\nimport \"parts/small.ag\"\namend site { name = \"stage\" }\n");
        files.put("parts/small.ag", "airgap 1\nimport \"deeper.ag\"\namend clearml-agent main { remove queue cpu }\n");
        files.put("parts/deeper.ag", "airgap 1\namend registry main { path = \"deep\" }\n");
        page("airgap 1\nextends \"stage.ag\"\nimport \"parts/deeper.ag\"\namend site { name = \"mine\" }\n");
        Compilation compilation = compile("");
        assertEquals("mine", value(compilation, "site.name"));
        assertEquals("deep", value(compilation, "registry.main.path"));
        assertEquals("clearml-agent.main.queue.gpu", value(compilation, "clearml-agent.main.queue"));
        assertEquals(
                "parts/deeper.ag:2:30",
                facts(compilation, "registry.main.path")
                        .get(0)
                        .origin()
                        .written()
                        .orElseThrow()
                        .span()
                        .place());
    }

    @Test
    void nothingIsChangedSilently() {
        layer("amend registry mian { path = \"x\" }", "AG0305");
        layer("amend tao { }", "AG0203");
        layer("remove secret other", "AG0305");
        layer("remove registry main", "AG0301");
        layer("registry main { host = \"a.corp.example\" }", "AG0205");
        layer("amend clearml-agent main { queue gpu { gpus = 2 } }", "AG0205");
        layer("amend clearml-agent main { amend queue tpu { gpus = 2 } }", "AG0305");
        layer("amend clearml-agent main { remove namespace }", "AG0305");
        layer("amend registry main { amend mirror \"quay.io\" -> \"x\" }", "AG0305");
        layer("amend registry main { remove mirror \"quay.io\" }", "AG0305");
        layer("amend registry main { mirror \"docker.io\" -> \"x\" }", "AG0205");
        layer("amend site { hosts -= [\"nowhere.example\"] }", "AG0305");
        layer("amend site { domain += \"x\" }", "AG0208");
        layer("amend registry main { amend host = \"x\" }", "AG0101");
        layer("amend registry main", "AG0208");
        layer("amend", "AG0208");
        layer("amend registry main { paht = \"x\" }", "AG0202");
        layer("amend registry main { amend paht { } }", "AG0202");
        layer("amend registry main {\n path = \"a\"\n path = \"b\"\n}", "AG0205");
        layer("amend registry main { remove path }", "AG0305");
        layer("site { domain = \"x\" }", "AG0205");
    }

    /** A block that a layer could not change as it says is kept from the rules, as one with any other mistake is. */
    @Test
    void whatCouldNotBeChangedIsNotAmongTheWhole() {
        assertWhole("path = \"x\"", true);
        for (String entry : List.of(
                "amend paht { }",
                "remove host = \"x\"",
                "remove path { }",
                "amend mirror \"docker.io\"",
                "amend mirror { }",
                "amend mirror \"docker.io\" -> \"a\"\n  remove mirror \"docker.io\"",
                "path = \"x\"\n  remove path")) {
            assertWhole(entry, false);
        }
    }

    private void assertWhole(String entry, boolean whole) {
        page("airgap 1\nextends \"base.ag\"\n" + STAGE + "amend registry main {\n  " + entry + "\n}\n");
        Compilation compilation = run();
        assertEquals(whole, !compilation.report().hasErrors(), entry);
        assertEquals(whole, !compilation.site().all(Registry.KIND).isEmpty(), entry);
    }

    @Test
    void oneFileSaysAThingOnce() {
        says(
                "amend registry main { }\nremove registry main",
                "registry `main` is declared or amended and removed in one file");
        says(
                "amend registry main {\n  path = \"x\"\n  remove path\n}",
                "`path` of registry `main` is set and removed in one file");
        says(
                "amend registry main {\n  amend mirror \"docker.io\" -> \"a\"\n  amend mirror \"docker.io\" -> \"b\"\n}",
                "`mirror \"docker.io\"` is set twice in one file");
    }

    private void says(String entries, String message) {
        page("airgap 1\nextends \"base.ag\"\n" + STAGE + entries + "\n");
        List<String> said =
                run().report().sorted().stream().map(Diagnostic::message).toList();
        assertTrue(said.contains(message), said::toString);
    }

    @Test
    void mapsAreOpenedKeyByKey() {
        files.put(
                "base.ag",
                BASE.replace(
                        "queue gpu { gpus = 1 }",
                        "env {\n    A = \"1\"\n    B = \"2\"\n  }\n  queue gpu { gpus = 1 }"));
        page("""
                airgap 1
                extends "base.ag"
                amend site { name = "stage" }
                amend clearml-agent main {
                  amend env {
                    A = "3"
                    C = "4"
                    remove B
                  }
                  amend queue gpu { env { D = "5" } }
                }
                """);
        Compilation compilation = compile("");
        assertEquals("A = \"3\" C = \"4\"", value(compilation, "clearml-agent.main.env"));
        assertEquals("A = \"3\" C = \"4\" D = \"5\"", value(compilation, "clearml-agent.main.queue.gpu.env"));
        String names = compilation.files().stream()
                .filter(file -> file.path().endsWith("values.override.yaml"))
                .flatMap(file -> file.content().leaves().entrySet().stream())
                .filter(leaf -> leaf.getKey().contains("/gpu/templateOverrides/env/")
                        && leaf.getKey().endsWith("/name"))
                .map(leaf -> leaf.getValue().value().text())
                .collect(Collectors.joining(" "));
        assertEquals(
                "PIP_INDEX_URL UV_DEFAULT_INDEX CLEARML_AGENT_NO_UPDATE CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE A C D",
                names);

        layer("amend clearml-agent main { env { A = \"x\" } }", "AG0205");
        layer("amend clearml-agent main { amend env { remove X } }", "AG0305");
        layer("amend clearml-agent main { amend env {\n X = \"1\"\n X = \"2\"\n} }", "AG0205");
        layer("amend clearml-agent main { amend env { HF_TOKEN = \"abc\" } }", "AG0602");
        layer("amend clearml-agent main { amend env { x { } } }", "AG0208");
    }

    @Test
    void filesOfTheWrongKind() {
        files.put("part.ag", "airgap 1\nsecret x { from = env(\"X\") }\n");
        wrong("import \"base.ag\"\nsite { domain = \"a.example\" }", "AG0306");
        wrong("extends \"part.ag\"\nsite { domain = \"a.example\" }", "AG0306");
        wrong("extends \"nothing.ag\"", "AG0002");
        wrong("import \"nothing.ag\"\nsite { domain = \"a.example\" }", "AG0002");
        wrong("extends base", "AG0208");
        wrong("extends \"base.ag\"\nextends \"base.ag\"", "AG0306");
        wrong("site { domain = \"a.example\" }\nimport \"part.ag\"", "AG0306");
        wrong("extends \"page.ag\"", "AG0304");
        files.put("loop.ag", "airgap 1\nimport \"page.ag\"\n");
        wrong("import \"loop.ag\"\nsite { domain = \"a.example\" }", "AG0304");
    }

    @Test
    void textsAreLaidOverEachOther() {
        files.put("base.ag", BASE.replace("  queue cpu {}", "  values = \"a: {b: 1, c: 2}\"\n  queue cpu {}"));
        String stage = "airgap 1\nextends \"base.ag\"\namend site { name = \"stage\" }\n";
        page(stage + "amend clearml-agent main { values += \"a: {c: 3, d: null}\" }\n");
        assertEquals("{a={b=1, c=3, d=null}}", values(compile("")));
        page(stage + "amend clearml-agent main { values = \"a: {c: 3}\" }\n");
        assertEquals("{a={c=3}}", values(compile("")));
        page(stage + "amend clearml-agent main { values -= \"a: {c: 3}\" }\n");
        assertEquals(List.of("AG0208"), codes());
        files.put("base.ag", BASE);
        page(stage + "amend clearml-agent main { values += \"a: 1\" }\n");
        assertEquals("{a=1}", values(compile("")));
    }

    private static String values(Compilation compilation) {
        Node content = Examples.file(compilation, "agent-values.override.yaml").content();
        return String.valueOf(Trees.plain(((Mapping) content).only("a")));
    }

    @Test
    void mistakesInAnotherFileAreShownThere() {
        files.put("part.ag", "airgap 1\nsecret x { form = env(\"X\") }\n");
        page("airgap 1\nextends \"base.ag\"\nimport \"part.ag\"\n");
        Compilation compilation = run();
        assertEquals("part.ag:2:12", compilation.report().sorted().get(0).at().place());
    }
}
