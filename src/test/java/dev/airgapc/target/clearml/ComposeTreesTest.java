package dev.airgapc.target.clearml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the files of Docker Compose say for sites that differ from the examples. */
class ComposeTreesTest {
    private static final String OPEN_SOURCE = "compose/site.ag";
    private static final String ENTERPRISE = "compose/enterprise.ag";
    private static final String OVERRIDE = "inside/clearml/server/airgapc.override.yml";
    private static final String VARIABLES = "inside/clearml/server/airgapc.env";
    private static final String RUNTIME = "inside/clearml/gateway-main/runtime.env";

    @Test
    void aVersionThatIsNotKnownKeepsTheDatabasesOfTheNearest() {
        String page = Examples.text(OPEN_SOURCE).replace("\"2.4.0\"", "\"2.9.1\"");
        has(OPEN_SOURCE, page, OVERRIDE, "clearml/server:2.9.1\"");
        has(OPEN_SOURCE, page, OVERRIDE, "library/mongo:8.0.15\"");
    }

    @Test
    void tagsOfTheVendorAreWrittenForTheirVersionAlone() {
        String page = Examples.text(ENTERPRISE);
        has(ENTERPRISE, page, VARIABLES, "\nAPISERVER_TAG=");
        String newer = page.replace("\"3.29.1\"", "\"3.30.0\"");
        hasNot(ENTERPRISE, newer, VARIABLES, "_TAG=");
        has(ENTERPRISE, newer, VARIABLES, "\nCLEARML_ROOT=/srv/clearml\n");
    }

    @Test
    void unusualAddressesAreTold() {
        String page = Examples.text(ENTERPRISE);
        hasNot(ENTERPRISE, page, OVERRIDE, "displayedServerUrls");
        hasNot(ENTERPRISE, page, OVERRIDE, "cookies__secure");
        String other = page.replace("  root  ", "  web         = \"http://clearml-1.corp.example:8080\"\n  root  ");
        has(
                ENTERPRISE,
                other,
                OVERRIDE,
                "WEBSERVER__displayedServerUrls: \"{\\\"apiServer\\\":\\\"${APISERVER_URL_FOR_EXTERNAL_WORKERS}\\\"");
        has(ENTERPRISE, other, OVERRIDE, "CLEARML__apiserver__auth__cookies__secure: \"false\"");
    }

    @Test
    void withoutTrustNothingIsMounted() {
        String page = Examples.text(ENTERPRISE).replaceFirst("(?m)^trust .*\\n", "");
        hasNot(ENTERPRISE, page, OVERRIDE, "ca-bundle");
        hasNot(ENTERPRISE, page, "inside/clearml/gateway-main/airgapc.compose.yml", "ca-bundle");
    }

    @Test
    void aGatewayIsToldWhatItIs() {
        String page = Examples.text(ENTERPRISE)
                .replace("\"https://router.corp.example\"", "\"http://gateway-1.corp.example:8020\"")
                .replace("  cookie ", "  node-port    = 8020\n  cookie ");
        has(ENTERPRISE, page, RUNTIME, "\nAUTH_SECURE_ENABLED=false\n");
        has(ENTERPRISE, page, RUNTIME, "\nROUTER__WEBSERVER__SERVER_PORT=8020\n");
        hasNot(ENTERPRISE, page, RUNTIME, "LISTEN_QUEUE_NAME");
    }

    @Test
    void severalGatewaysShareOutTheQueues() {
        String page = Examples.text(ENTERPRISE).replace("clearml-gateway main {", """
                machine-group second { hosts = ["gateway-2.corp.example"] }
                machine-group cpu { hosts = ["cpu-1.corp.example"] }
                clearml-agent cpu {
                  machines    = machine-group.cpu
                  version     = "3.0.3"
                  image       = "docker.io/library/python:3.12"
                  credentials = secret.clearml-agent
                  queue small { }
                  queue services { }
                }
                clearml-gateway second {
                  machines     = machine-group.second
                  version      = "2.16.0"
                  agent        = clearml-agent.cpu
                  credentials  = secret.clearml-admin
                  cookie       = "allegro_token_kiel"
                  external-url = "https://router-2.corp.example"
                }
                clearml-gateway main {
                  agent = clearml-agent.train""");
        String second = "inside/clearml/gateway-second/";
        has(ENTERPRISE, page, RUNTIME, "\nLISTEN_QUEUE_NAME=train\n");
        has(ENTERPRISE, page, second + "runtime.env", "\nLISTEN_QUEUE_NAME=\"small services\"\n");
        has(ENTERPRISE, page, second + "airgapc.compose.yml", ":/usr/local/openresty/nginx/lua:ro");
        has(ENTERPRISE, page, second + "install-gateway.sh", "owner=0:0");
    }

    @Test
    void filesOfTheVendorKeepTheirNames() {
        for (String example : List.of(OPEN_SOURCE, ENTERPRISE)) {
            Examples.changed(example, Examples.text(example))
                    .files()
                    .forEach(file ->
                            assertFalse(file.path().matches(".*/(docker-compose.*|constants\\.env)"), file.path()));
        }
    }

    private static void has(String example, String page, String path, String text) {
        String printed = print(example, page, path);
        assertTrue(printed.contains(text), printed);
    }

    private static void hasNot(String example, String page, String path, String text) {
        String printed = print(example, page, path);
        assertFalse(printed.contains(text), printed);
    }

    private static String print(String example, String page, String path) {
        return Examples.changed(example, page).files().stream()
                .filter(file -> file.path().equals(path))
                .map(Examples::print)
                .findFirst()
                .orElseThrow();
    }
}
