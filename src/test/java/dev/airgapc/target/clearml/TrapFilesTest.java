package dev.airgapc.target.clearml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.target.ChartValues;
import dev.airgapc.testing.Examples;
import org.junit.jupiter.api.Test;

/** Traps that no file of ours can hold, each shown on the file that it would be in; the table of traps names these. */
class TrapFilesTest {
    private static final String PAGE = "clearml/site.ag";
    private static final String AGENT = "clearml-agent-values.override.yaml";

    @Test
    void aPathThatNobodyCitesIsABug() {
        Product product = new Catalog().product("clearml-enterprise-agent");
        Origin origin = new Origin.Demanded("a test", new Citation("some/where:file", ""));
        ChartValues values =
                new ChartValues(product, new Fact<>(product.versions().get(0), origin));
        assertThrows(
                IllegalStateException.class, () -> values.put(new Fact<>(new Text("x"), origin), "no", "such", "path"));
    }

    @Test
    void aServerShowsTheOnlyIndex() {
        String page = Examples.text(PAGE)
                .replace("  index   = index.enterprise\n", "")
                .replaceAll("index enterprise \\{[^}]*\\}\n", "");
        assertTrue(
                print(page, "clearml-values.override.yaml")
                        .contains("extraIndexUrl: \"https://pypi.core.corp.example/simple\""),
                page);
    }

    @Test
    void aStartScriptEndsInTheAgent() {
        String values = print(script("export HOME=/tmp"), AGENT);
        assertTrue(
                values.contains("    export HOME=/tmp\n    [ -n \"$LOCAL_PYTHON\" ] || export LOCAL_PYTHON=python3\n"),
                values);
        assertTrue(
                values.contains(
                        "    $LOCAL_PYTHON -m clearml_agent execute {default_execution_agent_args} --id {task_id}\n"),
                values);
    }

    @Test
    void bracesOfAStartScriptAreDoubled() {
        assertTrue(print(script("for i in {1..3}; do :; done"), AGENT).contains("for i in {{1..3}}; do"));
    }

    @Test
    void aScriptThatStartsTheAgentIsWhole() {
        String values = print(
                script(
                        "{extra_bash_init_cmd}\n    python3 -m clearml_agent execute {default_execution_agent_args} --id {task_id}"),
                AGENT);
        assertTrue(values.contains("    {extra_bash_init_cmd}\n    python3 -m clearml_agent execute"), values);
        assertEquals(2, values.split("clearml_agent execute", -1).length, values);
    }

    @Test
    void aGatewayWithoutTlsHasAPlainCookie() {
        String page = Examples.text(PAGE)
                .replace(
                        "  credentials = secret.clearml-admin\n  ingress { tls = existing(\"ml-tls\") }\n  stream",
                        "  credentials = secret.clearml-admin\n  node-port = 30080\n  external-url = \"http://router.ml.corp.example:30080\"\n  stream");
        String file = "clearml-app-gateway-values.override.yaml";
        assertTrue(print(page, file).contains("\"ROUTER__HTTP__AUTHORIZATION__COOKIE__SECURE\"\n"), page);
        assertFalse(print(Examples.text(PAGE), file).contains("COOKIE__SECURE"));
    }

    private static String script(String text) {
        return Examples.text(PAGE)
                .replace("  queue cpu {", "  start-script = \"\"\"\n    " + text + "\n    \"\"\"\n  queue cpu {");
    }

    private static String print(String page, String file) {
        return Examples.print(Examples.file(Examples.changed(PAGE, page), file));
    }
}
