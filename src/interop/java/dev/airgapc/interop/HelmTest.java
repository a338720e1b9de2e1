package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import dev.airgapc.compile.Compilation;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real Helm takes every values file: a chart that prints what it was given finds each value, with its type. */
@ReadBy(
        value = {"helm-java"},
        what = "values files",
        proves = "Go finds each value with its type")
class HelmTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    static List<Path> sites() {
        return Examples.sites();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void readsEveryValueAsItIs(Path page) throws IOException {
        Compilation compilation = Examples.compile(page);
        List<OutputFile> files = compilation.files().stream()
                .filter(file -> file.reader() == Program.HELM)
                .toList();
        assertFalse(files.isEmpty());
        for (OutputFile file : files) {
            assertEquals(JSON.valueToTree(Trees.plain(file.content())), read(file), file.path());
        }
    }

    @Test
    void readsAFileWithinAFile() throws IOException {
        String page =
                Examples.text("clearml/site.ag").replace("    gpus   = 1\n", "    gpus   = 1\n    pip    = file\n");
        OutputFile file = Examples.file(Examples.changed("clearml/site.ag", page), "agent-values.override.yaml");
        assertEquals(
                """
                [global]
                index-url = https://pypi.core.corp.example/simple
                extra-index-url = https://pypi.core.corp.example/clearml/simple
                cert = /etc/airgap/ca/ca-bundle.crt
                disable-pip-version-check = true
                """,
                read(file)
                        .at("/agentk8sglue/queues/gpu/templateOverrides/fileMounts/1/fileContent")
                        .asText());
    }

    private com.fasterxml.jackson.databind.JsonNode read(OutputFile file) throws IOException {
        Path chart = Files.createTempDirectory(folder, "chart");
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: probe\nversion: 1.0.0\n");
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(chart.resolve("templates/probe.yaml"), "probe: {{ .Values | toJson | b64enc }}\n");
        Path values = Files.writeString(chart.resolve("ours.yaml"), Examples.print(file));
        String rendered = new Helm(chart).template().withValuesFile(values).call();
        String probe = rendered.lines()
                .filter(line -> line.startsWith("probe: "))
                .findFirst()
                .orElseThrow();
        return JSON.readTree(java.util.Base64.getDecoder().decode(probe.substring(7)));
    }
}
