package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages of several files in memory: a base, and what a test lays over it. */
abstract class LayerTrials {
    static final String BASE = """
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

    final Map<String, String> files = new HashMap<>(Map.of("base.ag", BASE));

    static final String STAGE = "amend site { name = \"stage\" }\n";

    void layer(String entry, String... expected) {
        page("airgap 1\nextends \"base.ag\"\n" + entry + "\n");
        assertEquals(List.of(expected), codes(), () -> entry + "\n" + Rendered.of(run().report()));
    }

    void wrong(String entries, String expected) {
        page("airgap 1\n" + entries + "\n");
        assertEquals(true, codes().contains(expected), () -> entries + "\n" + Rendered.of(run().report()));
    }

    void page(String text) {
        files.put("page.ag", text);
    }

    List<String> codes() {
        return run().report().sorted().stream()
                .map(Diagnostic::code)
                .map(code -> code.number())
                .filter(code -> !code.equals("AG0703"))
                .distinct()
                .sorted()
                .toList();
    }

    Compilation compile(String expected) {
        Compilation compilation = run();
        assertEquals(expected, compilation.report().hasErrors() ? Rendered.of(compilation.report()) : "");
        return compilation;
    }

    Compilation run() {
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

    static List<Fact<String>> facts(Compilation compilation, String address) {
        return compilation
                .site()
                .document()
                .at(Address.parse(address).orElseThrow().steps())
                .orElseThrow();
    }

    static String value(Compilation compilation, String address) {
        return facts(compilation, address).stream().map(Fact::value).collect(Collectors.joining(" "));
    }

    /** A page that imports parts, each named by its number, over the base; what they say is found where they say it. */
    List<String> parts(String settled, String... parts) {
        StringBuilder page = new StringBuilder("airgap 1\nextends \"base.ag\"\n");
        for (int i = 0; i < parts.length; i++) {
            files.put("p" + i + ".ag", "airgap 1\n" + parts[i] + "\n");
            page.append("import \"p").append(i).append(".ag\"\n");
        }
        page(page + STAGE + settled + "\n");
        return found();
    }

    /** Each diagnostic as its code and its place. */
    List<String> found() {
        return run().report().sorted().stream()
                .filter(diagnostic -> !diagnostic.code().number().equals("AG0703"))
                .map(diagnostic -> diagnostic.code().number() + " "
                        + diagnostic.at().source().name() + ":"
                        + diagnostic.at().line())
                .toList();
    }
}
