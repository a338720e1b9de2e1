package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.output.OutputFile;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written where secrets are committed as files that only the cluster opens; {@code CommittedSecretsTest} runs it. */
class CommittedSecretFilesTest {
    private static final String A =
            "age1" + "qpzry9x8gf2tvdw0s3jn54khce6mua7l".repeat(2).substring(0, 58);
    private static final String B =
            "age1" + "l7aum6echk45nj3s0wdvt2fg8x9yrzpq".repeat(2).substring(0, 58);
    private static final String CLUSTER = """
            cluster NAME {
              distribution = kubeadm
              rewrite      = nodes
              context      = "NAME-admin"
            }
            """;
    private static final String AGENT = """
            clearml-agent NAME {
              cluster     = cluster.NAME
              chart       = "6.14.6"
              image       = "registry.ml.corp.example:5000/ml/python:3.12"
              credentials = secret.agent
              queue NAME { gpus = 1 }
            }
            """;
    private static final String PAGE = """
            airgap 1
            site { domain = "ml.corp.example" }
            outputs { OUTPUTS }
            secret agent { from = vault("kv/ml/agent") }
            secret git { from = existing("git-login") }
            git-host main {
              host        = "git.ml.corp.example"
              credentials = secret.git
            }
            registry main { host = "registry.ml.corp.example:5000" }
            clearml-server { edition = enterprise }
            """;

    @Test
    void oneWayAtATime() {
        assertEquals(List.of("create-secrets.sh"), secrets("secrets = script"));
        assertEquals(List.of("seal-secrets.sh"), secrets("secrets = sealed-secrets"));
        assertEquals(List.of(".sops.yaml", "encrypt-secrets.sh"), secrets(sops()));
    }

    @Test
    void sopsIsToldWhoCanOpenThem() {
        assertTrue(Examples.print(Examples.file(two(sops()), ".sops.yaml"))
                .endsWith("""
                creation_rules:
                  - path_regex: "\\\\.yaml$"
                    encrypted_regex: "^(data|stringData)$"
                    age: "A,B"
                """.replace("A", A).replace(",B", "," + B)));
    }

    /** The controller of each cluster has a key of its own, and both hold objects of the same name. */
    @Test
    void clustersShareNoFile() {
        String script = Examples.print(Examples.file(two("secrets = sealed-secrets"), "seal-secrets.sh"));
        for (String cluster : List.of("east", "west")) {
            String call = "if secret '" + cluster + "' 'clearml-agent' 'agent' 'Opaque' \"$@\"; then\n";
            assertTrue(script.contains(call), script);
        }
        assertFalse(script.contains("-admin"), "no cluster is asked");
        assertTrue(script.contains("NAMESPACE/NAME.yaml in the folder SEALED/CLUSTER: "), script);
        String runbook = runbook(two("secrets = sealed-secrets"));
        for (String cluster : List.of("east", "west")) {
            assertTrue(
                    runbook.contains("kubectl --context \"$KUBE_CONTEXT\" apply --recursive --filename \"$SEALED/"
                            + cluster + "\"\n"),
                    runbook);
        }
    }

    @Test
    void aPageWithoutClustersHasOneFolder() {
        Compilation compilation =
                compile("secrets = sealed-secrets", AGENT.replace("  cluster     = cluster.NAME\n", ""));
        String script = Examples.print(Examples.file(compilation, "seal-secrets.sh"));
        assertTrue(script.contains("if secret '' 'clearml-agent' 'agent' 'Opaque' \"$@\"; then\n"), script);
        assertTrue(script.contains("NAMESPACE/NAME.yaml in the folder SEALED: "), script);
        assertTrue(runbook(compilation).contains("--filename \"$SEALED\"\n"));
    }

    @Test
    void theRunbookNamesTheWay() {
        String sealed = runbook(two("secrets = sealed-secrets"));
        assertTrue(sealed.contains("Seal the first secrets\n"), sealed);
        assertTrue(sealed.contains("Seal the secrets\n"), sealed);
        assertTrue(sealed.contains("inside/kubernetes/seal-secrets.sh agent\n"), sealed);
        assertTrue(sealed.contains("  - it exists already, made by something else\n"), sealed);
        String encrypted = runbook(two(sops()));
        assertTrue(encrypted.contains("inside/kubernetes/encrypt-secrets.sh agent\n"), encrypted);
        assertTrue(encrypted.contains("for file in \"$ENCRYPTED/east\"/*/*.yaml; do\n"), encrypted);
        for (String runbook : List.of(sealed, encrypted)) {
            assertFalse(runbook.contains("create-secrets.sh"), runbook);
        }
    }

    private static String sops() {
        return "secrets = sops\n  age-recipients = [\"" + A + "\", \"" + B + "\"]";
    }

    private static Compilation two(String outputs) {
        String east = (CLUSTER + AGENT).replace("NAME", "east");
        return compile(outputs, east + (CLUSTER + AGENT).replace("NAME", "west"));
    }

    private static Compilation compile(String outputs, String more) {
        String page = PAGE.replace("OUTPUTS", "\n  " + outputs + "\n") + more.replace("NAME", "main");
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        assertFalse(
                compilation.files().isEmpty(),
                () -> compilation.report().sorted().toString());
        return compilation;
    }

    private static String runbook(Compilation compilation) {
        return Examples.print(Examples.file(compilation, "RUNBOOK.md"));
    }

    private static List<String> secrets(String outputs) {
        return two(outputs).files().stream()
                .map(OutputFile::path)
                .filter(path -> path.startsWith("inside/kubernetes/"))
                .map(path -> path.substring("inside/kubernetes/".length()))
                .toList();
    }
}
