package dev.airgapc.target.clearml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bootstrap writes, on Kubernetes and on machines. */
class BootstrapTest {
    private static final String CLUSTER = "clearml/site.ag";
    private static final String MACHINES = "machines/site.ag";

    @Test
    void podsReadVariables() {
        String page = Examples.text(CLUSTER)
                .replace("uv-metadata =", "git = bundled\n    custom-command = \"umask 022\"\n    uv-metadata =")
                .replace("  mount \"/bootstrap\"", "  pip-versions = [\"<25\", \"!=24.1\"]\n  mount \"/bootstrap\"");
        String values = print(CLUSTER, page, "clearml-agent-values.override.yaml");
        assertTrue(values.contains("bootstrap:\n  enabled: true\n"), values);
        for (String variable : List.of(
                "\"CLEARML_FORCE_STATIC_GIT_BIN\"\n        value: \"1\"",
                "\"CLEARML_SKIP_GIT_INST\"\n        value: \"1\"",
                "\"CLEARML_BOOTSTRAP_CUSTOM_CMD\"\n        value: \"umask 022\"",
                "\"CLEARML_PIP_VER\"\n        value: \"-U \\\"pip <25\\\" \\\"pip !=24.1\\\"\"")) {
            assertTrue(values.contains(variable), variable + " in " + values);
        }
    }

    @Test
    void anOlderChartHasNone() {
        String page = Examples.text(CLUSTER).replace("chart       = \"6.14.6\"", "chart       = \"6.12.4\"");
        assertEquals(List.of("AG0702"), Examples.errors(Examples.changed(CLUSTER, page)));
    }

    @Test
    void itsImageIsCarriedWhereItRuns() {
        String page = Examples.text(CLUSTER);
        assertTrue(print(CLUSTER, page, "outside/images/images.txt").contains("clearml/agent-bootstrap:1.0.1-46"));
        String without = page.substring(0, page.indexOf("  bootstrap {"))
                + page.substring(page.indexOf("  }\n", page.indexOf("  bootstrap {")) + 4);
        assertFalse(print(CLUSTER, without, "outside/images/images.txt").contains("agent-bootstrap"));
    }

    @Test
    void certificatesAreInstalledOnlyOnRequest() {
        String conf = print(MACHINES, Examples.text(MACHINES), "agent-light/clearml.conf");
        assertTrue(conf.contains("--env=CLEARML_SKIP_CA_CERT_INST=1\""), conf);
        assertTrue(conf.contains("always_install_ca_cert: null\n"), conf);
        String other = print(
                MACHINES,
                Examples.text(MACHINES).replace("bootstrap {}", "bootstrap { install-ca-certificates = true }"),
                "agent-light/clearml.conf");
        assertTrue(other.contains("--env=CLEARML_SKIP_CA_CERT_INST=0\""), other);
    }

    @Test
    void thePackageComesFromTheReleaseOrFromTheBuild() {
        String name = "clearml_agent_bootstrap-1.0.0-py3-none-any.whl";
        String page = Examples.text(MACHINES);
        String release = print(MACHINES, page, "outside/files/files.txt");
        assertTrue(release.contains("/clearml-agent-bootstrap/releases/download/v1.0.0/" + name + "\n"), release);
        String made = page.replace("  server { url", "  build { bom { GIT_VERSION = \"2.50.1\" } }\n  server { url");
        assertTrue(print(MACHINES, made, "outside/files/files.txt").contains(name + " - -\n"));
        assertTrue(print(MACHINES, made, "build-bootstrap.sh").contains("export GIT_VERSION='2.50.1'\n"));
    }

    @Test
    void anImageOfTheServerIsCarriedAsOne() {
        String page = Examples.text(MACHINES)
                .replace("server { url = \"http", "server {\n image = \"docker.io/corp/resources:1\"\n url = \"http");
        Compilation compiled = Examples.changed(MACHINES, page);
        assertTrue(Examples.print(Examples.file(compiled, "run-resources.sh"))
                .contains("image='registry.corp.example:5000/docker.io/corp/resources:1'\n"));
        assertTrue(Examples.print(Examples.file(compiled, "outside/images/images.txt"))
                .contains("docker.io/corp/resources:1\n"));
        assertFalse(Examples.print(Examples.file(compiled, "outside/files/files.txt"))
                .contains(".tar"));
    }

    private static String print(String example, String page, String file) {
        return Examples.print(Examples.file(Examples.changed(example, page), file));
    }
}
