package dev.airgapc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one rule has several remedies, the one that fits is offered. */
class RemediesTest {
    @ParameterizedTest
    @CsvSource({
        "PIP_INDEX_URL, 'leave it out: it comes of `index`, and of `indexes` of the agent and its queues'",
        "PIP_CERT, leave it out: it comes of `trust`",
        "SSL_CERT_FILE, leave it out: it comes of `trust`",
        "CURL_CA_BUNDLE, leave it out: it comes of `trust`",
        "GIT_SSL_CAINFO, leave it out: it comes of `trust`",
        "GIT_SSL_NO_VERIFY, leave it out: it comes of `git-host`",
        "CLEARML_AGENT_GIT_HOST, leave it out: it comes of `git-host`",
        "no_proxy, leave it out: it comes of a `proxy` that `site` names: `proxy = proxy.NAME`",
        "AWS_DEFAULT_REGION, leave it out: it comes of the `object-store` that the server names: `storage = object-store.NAME`",
        "CLEARML_AGENT_NO_UPDATE, 'leave it out: it is a part of the offline profile, which is whole or nothing'"
    })
    void aVariableHasOneSource(String name, String help) {
        assertEquals(List.of(help), help("""
                secret keys { from = env("CLEARML_AGENT") }
                registry main { host = "registry.ml.corp.example" }
                clearml-server { edition = enterprise }
                clearml-agent main {
                  chart       = "6.14.6"
                  image       = "docker.io/library/python:3.12"
                  credentials = secret.keys
                  env { NAME = "x" }
                }
                """.replace("NAME", name)));
    }

    @ParameterizedTest
    @CsvSource({
        "pull, 'state `push` in the registry: images are loaded with it, and it falls back to `pull`'",
        "push, 'use `env( )`, `file( )` or `vault( )`'"
    })
    void aScriptNeedsALoginThatItCanRead(String use, String help) {
        assertEquals(
                List.of(help),
                help("registry main {\n  host = \"registry.ml.corp.example\"\n  USE = existing(\"corp\")\n}\n"
                        .replace("USE", use)));
    }

    private static List<String> help(String page) {
        String whole = "airgap 1\nsite { domain = \"ml.corp.example\" }\n" + page;
        return new Compiler(Corpus.TODAY)
                .compile("site.ag", whole.getBytes(StandardCharsets.UTF_8)).report().sorted().stream()
                        .flatMap(diagnostic -> diagnostic.help().stream())
                        .toList();
    }
}
