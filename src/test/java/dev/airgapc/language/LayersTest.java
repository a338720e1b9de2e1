package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages of several files: what each layer may change, and what it must not do silently. */
class LayersTest {
    private static final String BASE = """
            airgap 1
            site {
              name   = "prod"
              domain = "ml.corp.example"
              hosts  = ["*.corp.example", "10.20.0.0/16"]
            }
            secret agent { from = vault("kv/\\(site.name)/agent") }
            registry main {
              host = "registry.\\(site.domain):5000"
              mirror "docker.io" -> "hub"
            }
            index main { url = "https://pypi.\\(site.domain)/simple" }
            clearml-server { edition = enterprise }
            clearml-agent main {
              chart       = "6.14.6"
              image       = "\\(registry.main.host)/ml/python:3.12"
              credentials = secret.agent
              queue cpu {}
              queue gpu { gpus = 1 }
            }
            """;

    private final Map<String, String> files = new HashMap<>(Map.of("base.ag", BASE));

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
        layer("remove registry main", "AG0204", "AG0301");
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
        assertEquals("PIP_INDEX_URL CLEARML_AGENT_NO_UPDATE CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE A C D", names);

        layer("amend clearml-agent main { env { A = \"x\" } }", "AG0205");
        layer("amend clearml-agent main { amend env { remove X } }", "AG0305");
        layer("amend clearml-agent main { amend env {\n X = \"1\"\n X = \"2\"\n} }", "AG0205");
        layer("amend clearml-agent main { amend env { HF_TOKEN = \"abc\" } }", "AG0602");
        layer("amend clearml-agent main { amend env { x { } } }", "AG0208");
        layer("amend clearml-agent main { amend queue gpu { amend env { X = \"1\" } } }", "AG0305");
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
    void twoPartsMustAgreeOrThePageSays() {
        files.put("a.ag", "airgap 1\namend registry main { path = \"a\" }\n");
        files.put("b.ag", "airgap 1\namend registry main { path = \"b\" }\n");
        files.put("same.ag", "airgap 1\namend registry main { path = \"a\" }\n");
        String both = "airgap 1\nextends \"base.ag\"\nimport \"a.ag\"\n";
        String stage = "amend site { name = \"stage\" }\n";
        page(both + "import \"b.ag\"\n" + stage);
        assertEquals(List.of("AG0507"), codes());
        page(both + "import \"same.ag\"\n" + stage);
        compile("");
        page(both + "import \"b.ag\"\n" + stage + "amend registry main { path = \"c\" }\n");
        assertEquals("c", value(compile(""), "registry.main.path"));
    }

    @Test
    void twoPartsMustAgreeOnArrowsAndKeysToo() {
        String head =
                "airgap 1\nextends \"base.ag\"\nimport \"a.ag\"\nimport \"b.ag\"\namend site { name = \"stage\" }\n";
        files.put("a.ag", "airgap 1\namend registry main { amend mirror \"docker.io\" -> \"a\" }\n");
        files.put("b.ag", "airgap 1\namend registry main { amend mirror \"docker.io\" -> \"b\" }\n");
        page(head);
        assertEquals(List.of("AG0507"), codes());
        page(head + "amend registry main { amend mirror \"docker.io\" -> \"c\" }\n");
        assertEquals("\"docker.io\" -> \"c\"", value(compile(""), "registry.main.mirror"));
        files.put("base.ag", BASE.replace("queue cpu {}", "queue cpu { env { A = \"0\" } }"));
        files.put("a.ag", "airgap 1\namend clearml-agent main { amend queue cpu { amend env { A = \"1\" } } }\n");
        files.put("b.ag", "airgap 1\namend clearml-agent main { amend queue cpu { amend env { A = \"2\" } } }\n");
        page(head);
        assertEquals(List.of("AG0507"), codes());
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
        assertEquals(List.of("AG0305"), codes());
    }

    private static String values(Compilation compilation) {
        Node content = Examples.file(compilation, "agent-values.override.yaml").content();
        return String.valueOf(Trees.plain(((Mapping) content).only("a")));
    }

    @Test
    void aPartAloneIsReadAsFarAsItGoes() throws IOException {
        assertEquals(List.of(), part("amend registry main { path = \"x\" }"));
        assertEquals(
                List.of(),
                part(
                        "amend clearml-agent main {\n  amend queue gpu {\n    gpus = 2\n    amend env { A = \"1\" }\n  }\n  remove queue cpu\n}"));
        assertEquals(List.of(), part("amend site { hosts += [\"x.example\"] }"));
        assertEquals(List.of(), part("amend registry main { amend mirror \"docker.io\" -> \"x\" }"));
        assertEquals(List.of(), part("registry other {\n  host = \"r.\\(site.domain)\"\n  pull = secret.elsewhere\n}"));
        assertEquals(List.of("AG0202"), part("amend clearml-agent main { quue gpu { gpus = 2 } }"));
        assertEquals(List.of("AG0206"), part("amend clearml-agent main { amend queue gpu { gpus = \"2\" } }"));
        assertEquals(List.of("AG0401"), part("registry other { host = \"https://r.example\" }"));
        assertEquals(List.of("AG0602"), part("index x { url = \"https://user:hunter2@pypi.\\(site.nope)/\" }"));
    }

    private static List<String> part(String entries) throws IOException {
        Path file = Path.of("/site/part.ag");
        Inputs inputs = new Inputs(path -> ("airgap 1\n" + entries + "\n").getBytes(StandardCharsets.UTF_8));
        return new Compiler(Corpus.TODAY)
                .check(file, inputs).report().sorted().stream()
                        .map(diagnostic -> diagnostic.code().number())
                        .toList();
    }

    @Test
    void mistakesInAnotherFileAreShownThere() {
        files.put("part.ag", "airgap 1\nsecret x { form = env(\"X\") }\n");
        page("airgap 1\nextends \"base.ag\"\nimport \"part.ag\"\n");
        Compilation compilation = run();
        assertEquals("part.ag:2:12", compilation.report().sorted().get(0).at().place());
    }

    private void layer(String entry, String... expected) {
        page("airgap 1\nextends \"base.ag\"\n" + entry + "\n");
        assertEquals(List.of(expected), codes(), () -> entry + "\n" + Rendered.of(run().report()));
    }

    private void wrong(String entries, String expected) {
        page("airgap 1\n" + entries + "\n");
        assertEquals(true, codes().contains(expected), () -> entries + "\n" + Rendered.of(run().report()));
    }

    private void page(String text) {
        files.put("page.ag", text);
    }

    private List<String> codes() {
        return run().report().sorted().stream()
                .map(Diagnostic::code)
                .map(code -> code.number())
                .filter(code -> !code.equals("AG0703"))
                .distinct()
                .sorted()
                .toList();
    }

    private Compilation compile(String expected) {
        Compilation compilation = run();
        assertEquals(expected, compilation.report().hasErrors() ? Rendered.of(compilation.report()) : "");
        return compilation;
    }

    private Compilation run() {
        Path folder = Path.of("/site");
        Inputs inputs = new Inputs(path -> {
            String text = files.get(folder.relativize(path).toString());
            if (text == null) {
                throw new NoSuchFileException(path.toString());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        });
        try {
            return new Compiler(Corpus.TODAY).compile(folder.resolve("page.ag"), inputs);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Fact<String>> facts(Compilation compilation, String address) {
        return compilation
                .site()
                .document()
                .at(Address.parse(address).orElseThrow().steps())
                .orElseThrow();
    }

    private static String value(Compilation compilation, String address) {
        return facts(compilation, address).stream().map(Fact::value).collect(Collectors.joining(" "));
    }
}
