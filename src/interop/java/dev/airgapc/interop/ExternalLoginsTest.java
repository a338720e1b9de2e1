package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import dev.airgapc.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the operator makes of the logins of package indexes. Its templates are those of Go with the functions of sprig, without two of them
 * (external-secrets/external-secrets:runtime/template/v2/template.go), and so are Helm's, which stands in for it.
 */
@ReadBy(
        value = {"helm-4", "python"},
        what = "`external-secrets.yaml`, the file of logins",
        proves = "the template makes a netrc file that holds each login whole, or fails")
class ExternalLoginsTest {
    private static final String PAGE = """
            airgap 1
            site { domain = "ml.corp.example" }
            outputs {
              secrets      = external-secrets
              secret-store = "vault"
            }
            secret keys { from = vault("kv/keys") }
            secret own { from = vault("kv/own") }
            secret torch { from = external("cloud", "torch") }
            registry main { host = "registry.ml.corp.example:5000" }
            index own {
              url         = "https://pypi.ml.corp.example:8443/simple"
              credentials = secret.own
              push        = secret.keys
            }
            index torch {
              url         = "https://torch.ml.corp.example/simple"
              role        = extra
              credentials = secret.torch
            }
            clearml-server { edition = enterprise }
            clearml-agent main {
              chart       = "6.14.6"
              image       = "registry.ml.corp.example:5000/ml/python:3.12"
              credentials = secret.keys
            }
            """;
    private static final String READ =
            "import json, netrc; print(json.dumps({host: [login[0], login[2]] for host, login in netrc.netrc('netrc').hosts.items()}))";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theFileHoldsEachLoginWhole() throws IOException {
        String hostile = "a\"b'c!$&*();<>?[]^`{|}~%@:,./=+-_#{{ x }}".replace(" ", "");
        Processes.Result made = made("robot@corp", hostile);
        assertEquals(0, made.exit(), made.err());
        String text = made.out()
                .lines()
                .filter(line -> line.startsWith("file: "))
                .findFirst()
                .orElseThrow();
        Files.write(folder.resolve("netrc"), Base64.getDecoder().decode(text.substring(6)));
        Processes.Result read = Processes.run(folder, Map.of(), List.of(Consumer.program("python"), "-c", READ));
        assertEquals(
                new ObjectMapper()
                        .valueToTree(Map.of(
                                "pypi.ml.corp.example",
                                List.of("robot@corp", hostile),
                                "torch.ml.corp.example",
                                List.of("second", "word"))),
                new ObjectMapper().readTree(read.out()),
                read.err());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"a:b,x", "#a,x", "u,a b", "u,\"a", "u,#a", "u,a\\b", "u,é", "u,||", "u,|a\nb|", "u,|a\n|"})
    void whatItCannotHoldFails(String user, String password) throws IOException {
        Processes.Result made = made(user, password);
        assertNotEquals(0, made.exit());
        assertTrue(made.err().contains("no netrc file can hold this login"), made.err());
    }

    private Processes.Result made(String user, String password) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String template = json.valueToTree(Trees.plain(Examples.file(
                                new Compiler(Corpus.TODAY).compile("site.ag", PAGE.getBytes(StandardCharsets.UTF_8)),
                                "external-secrets.yaml")
                        .content()))
                .at("/0/spec/target/template/data/netrc")
                .asText();
        Path chart = Files.createDirectories(folder.resolve("chart/templates"));
        Files.writeString(chart.resolveSibling("Chart.yaml"), "apiVersion: v2\nname: logins\nversion: 1.0.0\n");
        Files.writeString(
                chart.resolve("file.yaml"),
                "{{ define \"netrc\" }}" + template + "{{ end }}file: {{ include \"netrc\" .Values | b64enc }}\n");
        Map<String, String> values =
                Map.of("username-1", user, "password-1", password, "username-2", "second", "password-2", "word");
        Path file = Files.writeString(folder.resolve("values.json"), json.writeValueAsString(values));
        return Processes.run(
                folder,
                Map.of("HELM_CACHE_HOME", "c", "HELM_CONFIG_HOME", "f", "HELM_DATA_HOME", "d"),
                List.of(Consumer.program("helm-4"), "template", "x", "chart", "--values", file.toString()));
    }
}
