package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that run server and gateway with Docker Compose. Docker is a stand-in that records what it is given; the project is read by the
 * loader of Docker Compose itself, with a small file of the kind that the vendor has.
 */
@ReadBy(
        value = {"bash", "compose"},
        what =
                "`install-server.sh`, `install-gateway.sh`, `airgapc.env`, `airgapc.override.yml`, `runtime.env`, `airgapc.compose.yml`",
        proves =
                "laid over a file of the vendor, ours give every service its image within the site and the settings that keep it there; secrets arrive as they are")
class ComposeTest {
    private static final String OPEN_SOURCE = "compose/site.ag";
    private static final String ENTERPRISE = "compose/enterprise.ag";
    private static final String HOSTILE = "it's \"a\\b\" $HOME ${X:?} `id` #x\\\nsecond é\\";
    private static final String TOKEN = "a1".repeat(25);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void stubs() throws IOException {
        stub("docker", """
                case "$1 $2" in
                  'compose version') ;;
                  login*) printf '%s\\n' "docker $* $DOCKER_CONFIG $(cat)" >>"$RECORD" ;;
                  *)
                    shift
                    printf '%s\\n' "compose $* ${PWD##*/root} ${DOCKER_CONFIG##*/root} $DOCKER_GID" >>"$RECORD"
                    case "$*" in
                      *'config --quiet') "$COMPOSE" "$@" >"$RECORD.json" ;;
                      *'config --images') "$COMPOSE" "$@" ;;
                    esac
                    ;;
                esac
                """);
        for (String program : List.of("systemctl", "sysctl", "chown")) {
            stub(program, "printf '%s\\n' \"" + program + " ${*//$ROOT/}\" >>\"$RECORD\"");
        }
        stub("stat", "[ \"$3\" != /var/run/docker.sock ] || { echo 998; exit; }; exec /usr/bin/stat \"$@\"");
        stub("vault", "printf 'from vault: %s' \"$3\"");
    }

    @Test
    void theOpenSourceServerIsSetUpOnce() throws IOException {
        vendor("opt/clearml/docker-compose.yml", OPEN_SOURCE_FILE);
        write(OPEN_SOURCE, Examples.text(OPEN_SOURCE));
        assertEquals("install-server.sh: running, changed\n", last(run("server/install-server.sh")));
        String files =
                "--env-file airgapc.env --env-file airgapc.secrets.env -f docker-compose.yml -f airgapc.override.yml";
        String behind = " /opt/clearml /etc/clearml/server/docker 998\n";
        String record = record();
        assertTrue(record.contains("compose " + files + " config --quiet" + behind), record);
        assertTrue(record.contains("compose " + files + " up --detach --force-recreate" + behind), record);
        assertTrue(record.contains("docker login registry.corp.example:5000 --username robot"), record);
        assertTrue(record.contains("chown -R 1000:1000 /opt/clearml/data/elastic_7\n"), record);
        assertTrue(record.contains("sysctl --quiet --load=/etc/sysctl.d/99-airgapc-clearml.conf\n"), record);
        Path secrets = folder.resolve("root/opt/clearml/airgapc.secrets.env");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
        JsonNode agent = environment("agent-services");
        assertEquals("10.30.0.10", agent.get("CLEARML_HOST_IP").asText());
        assertEquals(
                "http://clearml.corp.example:8081",
                agent.get("CLEARML_FILES_HOST").asText());
        assertEquals(HOSTILE, agent.get("CLEARML_AGENT_GIT_PASS").asText());

        Files.delete(folder.resolve("record"));
        assertEquals("install-server.sh: running, nothing to do\n", last(run("server/install-server.sh")));
        assertTrue(record().contains(" up --detach" + behind), "an unchanged service goes on running: " + record());
        assertFalse(record().contains("chown"), "folders of databases stay theirs: " + record());

        assertEquals(
                "install-server.sh: stopped; its data are in /opt/clearml\n",
                last(run("server/install-server.sh", "--remove")));
        assertTrue(record().contains(files + " down"), record());
        assertFalse(Files.exists(secrets));
        assertTrue(Files.exists(folder.resolve("root/opt/clearml/data/elastic_7")));
    }

    @Test
    void theVendorsFileGivesWay() throws IOException {
        vendor("opt/clearml/docker-compose.yml", OPEN_SOURCE_FILE);
        write(OPEN_SOURCE, Examples.text(OPEN_SOURCE));
        last(run("server/install-server.sh"));
        project().get("services").forEach(service -> {
            assertTrue(service.get("image").asText().startsWith("registry.corp.example:5000/"), service.toString());
            assertEquals("missing", service.get("pull_policy").asText());
        });
        JsonNode server = environment("apiserver");
        assertEquals(
                "false", server.get("CLEARML__apiserver__auth__cookies__secure").asText());
        assertEquals(
                "from vault: -field=secure_auth_token_secret",
                server.get("CLEARML__SECURE__AUTH__TOKEN_SECRET").asText(),
                "not the one that everybody knows");
        assertEquals(
                "redis", server.get("CLEARML_REDIS_SERVICE_HOST").asText(), "the rest of the vendor's file counts");
        JsonNode agent = environment("agent-services");
        assertEquals("1", agent.get("CLEARML_AGENT_NO_UPDATE").asText());
        assertEquals(
                "http://clearml.corp.example:8008",
                agent.get("CLEARML_API_HOST").asText());
        assertEquals(
                "registry.corp.example:5000/docker.io/library/python:3.12",
                agent.get("CLEARML_AGENT_DEFAULT_BASE_DOCKER").asText());
        assertTrue(
                project().at("/services/agent-services/volumes").toString().contains("/etc/airgap/ca/ca-bundle.crt"));
    }

    @Test
    void itsTasksHaveTheLoginOfTheIndex() throws IOException {
        vendor("opt/clearml/docker-compose.yml", OPEN_SOURCE_FILE);
        write(
                OPEN_SOURCE,
                Examples.text(OPEN_SOURCE)
                        .replace("/simple\" }", "/simple\"\n  credentials = secret.registry-pull\n}"));
        assertEquals("install-server.sh: running, changed\n", last(run("server/install-server.sh")));
        Path netrc = folder.resolve("root/etc/clearml/server/netrc");
        assertEquals("machine pypi.corp.example login robot password login\n", Files.readString(netrc));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(netrc)));
        String words = environment("agent-services")
                .get("CLEARML_AGENT_EXTRA_DOCKER_ARGS")
                .asText();
        assertTrue(
                words.endsWith(
                        " --volume=/etc/clearml/server/netrc:/etc/clearml/netrc:ro --env=NETRC=/etc/clearml/netrc"),
                words);
        last(run("server/install-server.sh", "--remove"));
        assertFalse(Files.exists(netrc));
    }

    @Test
    void theEnterpriseServerFollowsItsConstants() throws IOException {
        vendor("srv/clearml/docker-compose.yml", ENTERPRISE_FILE);
        vendor("srv/clearml/docker-compose.override.yml", "services: {}\n");
        vendor(
                "srv/clearml/constants.env",
                "CLEARML_ROOT=/opt/allegro\nAPISERVER_TAG=3.28.1-1\nAPISERVER_WORKERS_NUMBER=4\n");
        write(ENTERPRISE, enterprise());
        assertEquals("install-server.sh: running, changed\n", last(run("server/install-server.sh")));
        assertTrue(
                record().contains(
                                "compose --env-file constants.env --env-file airgapc.env --env-file airgapc.secrets.env"
                                        + " -f docker-compose.yml -f docker-compose.override.yml -f airgapc.override.yml up --detach"),
                record());
        assertTrue(record().contains("chown -R 65532:65532 /srv/clearml/config/onprem_poc\n"), record());
        assertTrue(record().contains("systemctl enable --now clearml-pages.service\n"), record());
        JsonNode server = environment("apiserver");
        assertEquals("3.29.1-800", server.get("TAG").asText());
        assertEquals("4", server.get("WORKERS").asText());
        assertEquals("998", server.get("GID").asText());
        assertEquals(TOKEN, server.get("TOKEN").asText());
        assertEquals(
                "/srv/clearml/logs/apiserver",
                project().at("/services/apiserver/volumes/0/source").asText());
        assertFalse(server.has("CLEARML__apiserver__auth__cookies__secure"), "it is reached over https");
    }

    @Test
    void aTokenThatIsNoneStopsTheScript() throws IOException {
        vendor("srv/clearml/docker-compose.yml", ENTERPRISE_FILE);
        vendor("srv/clearml/docker-compose.override.yml", "services: {}\n");
        vendor("srv/clearml/constants.env", "");
        write(ENTERPRISE, enterprise());
        for (String token : List.of("a".repeat(49), "a".repeat(51), "a".repeat(49) + "-")) {
            Files.writeString(folder.resolve("token"), token);
            Processes.Result result = run("server/install-server.sh");
            assertEquals(1, result.exit());
            assertTrue(result.err().endsWith("TASK_ROUTER_TOKEN_SECRET is not 50 letters and digits\n"), result.err());
        }
        assertFalse(Files.exists(folder.resolve("record")), "nothing was done");
    }

    @Test
    void aFileThatIsNotThereStopsTheScript() throws IOException {
        vendor("srv/clearml/docker-compose.yml", ENTERPRISE_FILE);
        vendor("srv/clearml/docker-compose.override.yml", "services: {}\n");
        write(ENTERPRISE, enterprise());
        Processes.Result result = run("server/install-server.sh");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("there is no /srv/clearml/constants.env"), result.err());
    }

    @Test
    void aServiceThatTheVendorDoesNotHaveStartsNothing() throws IOException {
        vendor("srv/clearml/docker-compose.override.yml", "services: {}\n");
        vendor("srv/clearml/constants.env", "");
        write(ENTERPRISE, enterprise().replaceFirst("(?m)^  image .services-agent. .*\\n", ""));
        vendor("srv/clearml/docker-compose.yml", ENTERPRISE_FILE.replace("services-agent", "agent-of-services"));
        Processes.Result result = run("server/install-server.sh");
        assertEquals(1, result.exit());
        assertTrue(result.err().endsWith("do not fit together: nothing was started\n"), result.err());
        assertFalse(record().contains(" up "), record());
    }

    @Test
    void anImageFromElsewhereStartsNothing() throws IOException {
        vendor("srv/clearml/docker-compose.yml", ENTERPRISE_FILE + "  extra: { image: \"example/extra:1\" }\n");
        vendor("srv/clearml/docker-compose.override.yml", "services: {}\n");
        vendor("srv/clearml/constants.env", "");
        write(ENTERPRISE, enterprise());
        Processes.Result result = run("server/install-server.sh");
        assertEquals(1, result.exit());
        assertTrue(
                result.err().contains("install-server.sh: example/extra:1 has no place within the site"), result.err());
        assertFalse(record().contains(" up "), record());
    }

    @Test
    void theGatewayIsSetUpOnce() throws IOException {
        write(ENTERPRISE, enterprise());
        assertEquals("install-gateway.sh: running, changed\n", last(run("gateway-main/install-gateway.sh")));
        assertTrue(
                record().contains("compose --env-file runtime.env --env-file airgapc.secrets.env -f airgapc.compose.yml"
                        + " up --detach --force-recreate /opt/clearml-gateway-main /etc/clearml/gateway-main/docker"),
                record());
        assertTrue(record().contains("chown -R 65532:65532 /opt/clearml-gateway-main/application-gateway\n"), record());
        JsonNode router = environment("ai-gateway-router");
        assertEquals("main", router.get("ROUTER_NAME").asText());
        assertEquals("8010", router.get("ROUTER__WEBSERVER__SERVER_PORT").asText());
        assertEquals(HOSTILE, router.get("CLEARML_API_SECRET_KEY").asText());
        assertEquals(
                "true",
                router.get("ROUTER__HTTP__AUTHORIZATION__COOKIE__SECURE").asText());
        assertEquals("30300", router.get("ROUTER__STREAM__PORT_RANGE__END").asText());
        assertEquals(
                "host", project().at("/services/ai-gateway-proxy/network_mode").asText());
        assertEquals("install-gateway.sh: running, nothing to do\n", last(run("gateway-main/install-gateway.sh")));
        assertEquals("install-gateway.sh: removed\n", last(run("gateway-main/install-gateway.sh", "--remove")));
        assertFalse(Files.exists(folder.resolve("root/opt/clearml-gateway-main")));
    }

    /** Of the kind of the vendor's: variables as a mapping, keys that everybody knows, public images. */
    private static final String OPEN_SOURCE_FILE = """
            services:
              apiserver:
                image: clearml/server:latest
                environment:
                  CLEARML_REDIS_SERVICE_HOST: redis
                volumes: ["/opt/clearml/logs:/var/log/clearml"]
              async_delete: { image: "clearml/server:latest" }
              fileserver: { image: "clearml/server:latest" }
              webserver: { image: "clearml/server:latest" }
              elasticsearch: { image: "elasticsearch:8" }
              mongo: { image: "mongo:7" }
              redis: { image: "redis:7" }
              agent-services:
                image: clearml/clearml-agent-services:latest
                environment:
                  CLEARML_HOST_IP: ${CLEARML_HOST_IP}
                  CLEARML_FILES_HOST: ${CLEARML_FILES_HOST:-}
                  CLEARML_API_HOST: http://apiserver:8008
                  CLEARML_AGENT_GIT_PASS: ${CLEARML_AGENT_GIT_PASS}
                  CLEARML_AGENT_DEFAULT_BASE_DOCKER: "ubuntu:18.04"
            """;

    /** The vendor's pages show its variables as a list. */
    private static final String ENTERPRISE_FILE = """
            services:
              apiserver:
                image: example/apiserver:${APISERVER_TAG:?}
                environment:
                  - TAG=${APISERVER_TAG}
                  - WORKERS=${APISERVER_WORKERS_NUMBER:-}
                  - GID=${DOCKER_GID:?}
                  - TOKEN=${TASK_ROUTER_TOKEN_SECRET:?}
                volumes:
                  - ${CLEARML_ROOT:?}/logs/apiserver:/var/log/clearml
              webserver: { image: "example/webserver:1" }
              fileserver: { image: "example/apiserver:1" }
              elasticsearch: { image: "elasticsearch:${ELASTICSEARCH_TAG:?}" }
              mongo: { image: "mongo:${MONGO_TAG:?}" }
              redis: { image: "redis:${REDIS_TAG:?}" }
              apps-agent: { image: "example/apps:1" }
              services-agent: { image: "example/apps:1" }
            """;

    private String enterprise() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        return Examples.text(ENTERPRISE)
                .replace("env(\"TASK_ROUTER_TOKEN\")", "file(\"" + folder.resolve("token") + "\")");
    }

    private void vendor(String path, String text) throws IOException {
        Path file = folder.resolve("root").resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private void write(String page, String text) throws IOException {
        Examples.write(Examples.changed(page, text), folder);
    }

    private JsonNode project() {
        try {
            return new ObjectMapper().readTree(Files.readString(folder.resolve("record.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode environment(String service) {
        return project().at("/services/" + service + "/environment");
    }

    private Processes.Result run(String script, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Consumer.program("bash"),
                                folder.resolve("inside/clearml/" + script).toString()),
                        Stream.of(arguments))
                .toList();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                folder.resolve("stub") + ":" + System.getenv("PATH"),
                "RECORD",
                folder.resolve("record").toString(),
                "COMPOSE",
                Consumer.program("compose"),
                "ROOT",
                folder.resolve("root").toString(),
                "REGISTRY_PULL_USERNAME",
                "robot",
                "REGISTRY_PULL_PASSWORD",
                "login",
                "GIT_USERNAME",
                "git",
                "GIT_PASSWORD",
                HOSTILE));
        environment.put("CLEARML_ADMIN_ACCESS_KEY", "access");
        environment.put("CLEARML_ADMIN_SECRET_KEY", HOSTILE);
        return Processes.run(folder, environment, command);
    }

    private static String last(Processes.Result result) {
        assertEquals(0, result.exit(), result.err());
        return result.err()
                .substring(result.err().lastIndexOf('\n', result.err().length() - 2) + 1);
    }

    private String record() throws IOException {
        return Files.readString(folder.resolve("record"));
    }

    private void stub(String name, String text) throws IOException {
        StandIn.write(folder.resolve("stub").resolve(name), "#!/bin/bash\n" + text + "\n");
    }
}
