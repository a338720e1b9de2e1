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

/** The scripts of an agent on machines, with stand-ins for Docker, systemd and the agent that record what they are given. */
@ReadBy(
        value = {"bash"},
        what = "`install-agent.sh`, `run-agent.sh`",
        proves =
                "files, login and workers of an agent are put in place once and taken away again; each worker has its own cards")
class MachinesTest {
    private static final String PAGE = "machines/site.ag";
    private static final String WHEEL = "clearml_agent_bootstrap-1.0.0-py3-none-any.whl";
    private static final String HOSTILE = "it's \"a\\b\" $HOME `id`\nsecond é";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void stubs() throws IOException {
        stub("docker", "printf '%s\\n' \"docker $* $DOCKER_CONFIG $(cat)\" >>\"$RECORD\"");
        stub(
                "systemctl",
                "printf '%s\\n' \"systemctl $*\" >>\"$RECORD\"; [ \"$1\" != list-units ] || cat \"$RECORD.units\" 2>/dev/null || :");
        stub("vault", "printf 'from vault'");
        stub("python3", """
                [ "$2" = venv ] || exec /usr/bin/python3 "$@"
                mkdir -p "$3/bin"
                cat >"$3/bin/python" <<'END'
                #!/bin/sh
                case $2 in
                  pip) printf 'pip %s %s %s %s\\n' "$*" "$PIP_INDEX_URL" "$PIP_CERT" "$NETRC" >>"$RECORD"; echo "${4#*==}" >"${0%/python}/version" ;;
                  *) cat "${0%/python}/version" ;;
                esac
                END
                printf '#!/bin/sh\nprintf "agent %%s\\n" "$*" >>"$RECORD"\n' >"$3/bin/clearml-agent"
                chmod 0755 "$3/bin/python" "$3/bin/clearml-agent"
                """);
    }

    @Test
    void areSetUpOnce() throws IOException {
        write(Examples.text(PAGE));
        assertEquals("install-agent.sh: 3 workers, changed\n", last(install()));
        Path env = folder.resolve("root/etc/clearml/agent-train.env");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(env)));
        Processes.Result sourced = Processes.run(
                folder,
                Map.of(),
                List.of("bash", "-c", ". " + env + "; printf '%s|%s' \"$HF_TOKEN\" \"$AWS_ACCESS_KEY_ID\""));
        assertEquals(HOSTILE + "|from vault", sourced.out());
        String record = record();
        assertTrue(
                record.contains("docker login registry.corp.example:5000 --username robot --password-stdin "
                        + folder.resolve("root/etc/clearml/agent-train/docker") + " " + HOSTILE + "\n"),
                record);
        assertTrue(
                record.contains(
                        "pip -m pip install clearml-agent==3.0.3 https://pypi.corp.example/simple /etc/airgap/ca/ca-bundle.crt \n"),
                record);
        for (int worker = 0; worker < 3; worker++) {
            assertTrue(record.contains("systemctl enable --now clearml-agent-train@" + worker + ".service\n"), record);
        }
        assertTrue(Files.exists(folder.resolve("root/etc/docker/certs.d/registry.corp.example:5000/ca.crt")));
        assertTrue(Files.exists(folder.resolve("root/etc/clearml/agent-train/files/etc/corp/motd")));

        Files.delete(folder.resolve("record"));
        assertEquals("install-agent.sh: 3 workers, nothing to do\n", last(install()));
        assertFalse(record().contains("restart"), record());
        assertFalse(record().contains("pip install"), record());
    }

    @Test
    void theLoginOfTheIndexIsInAFile() throws IOException {
        write(Examples.text(PAGE).replace("/simple\" }", "/simple\"\n  credentials = secret.git\n}"));
        install();
        Path netrc = folder.resolve("root/etc/clearml/agent-train/netrc");
        assertEquals("machine pypi.corp.example login git password git\n", Files.readString(netrc));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(netrc)));
        assertTrue(record().contains("ca-bundle.crt " + netrc + "\n"), "pip has it too: " + record());
        assertTrue(Files.readString(folder.resolve("root/etc/clearml/agent-train/run-agent.sh"))
                .contains("export NETRC=$home/netrc\n"));
        assertEquals("install-agent.sh: 3 workers, nothing to do\n", last(install()));

        Map<String, String> rotated = environment();
        rotated.put("GIT_PASSWORD", "new one");
        Processes.Result refused = run("install-agent.sh", rotated);
        assertEquals(1, refused.exit());
        assertTrue(
                refused.err().contains("no netrc file can hold the login for pypi.corp.example whole"), refused.err());
        assertEquals("machine pypi.corp.example login git password git\n", Files.readString(netrc));
        rotated.put("GIT_PASSWORD", "newer");
        assertEquals("install-agent.sh: 3 workers, changed\n", last(run("install-agent.sh", rotated)));
        assertEquals("machine pypi.corp.example login git password newer\n", Files.readString(netrc));
        last(run("install-agent.sh", rotated, "--remove"));
        assertFalse(Files.exists(netrc));
    }

    @Test
    void aBootstrapComesFromAFile() throws IOException {
        write(Examples.text(PAGE));
        Path wheel = folder.resolve("inside/clearml/agent-train/" + WHEEL);
        Files.delete(wheel);
        Processes.Result without = install();
        assertEquals(1, without.exit());
        assertTrue(without.err().contains("put the file " + wheel + " there: it was carried in"), without.err());

        Files.writeString(wheel, "one");
        install();
        assertTrue(record().contains("agent install-bootstrap --check --from-file " + wheel + "\n"), record());
        assertTrue(record().contains("agent install-bootstrap --from-file " + wheel + " --force\n"), record());
        Files.delete(folder.resolve("record"));
        install();
        assertFalse(record().contains("install-bootstrap"), "it is there: " + record());
        Files.writeString(wheel, "another");
        assertEquals("install-agent.sh: 3 workers, changed\n", last(install()));
    }

    @Test
    void aBootstrapComesFromTheMirror() throws IOException {
        stub(
                "curl",
                "printf '%s\\n' \"curl $*\" >>\"$RECORD\"; while [ \"$1\" != --output ]; do shift; done; echo x >\"$2\"");
        write(Examples.text(PAGE) + "file-mirror main { url = \"https://files.corp.example/clearml\" }\n");
        Files.delete(folder.resolve("inside/clearml/agent-train/" + WHEEL));
        install();
        assertTrue(record().contains("--cacert " + folder.resolve("root/etc/airgap/ca/ca-bundle.crt")), record());
        assertTrue(record().contains("https://files.corp.example/clearml/" + WHEEL + "\n"), record());
        assertTrue(record().contains("/" + WHEEL + " --force\n"), record());
    }

    @Test
    void followAChange() throws IOException {
        write(Examples.text(PAGE));
        install();
        Files.writeString(folder.resolve("record.units"), """
                clearml-agent-train@0.service loaded active running x
                clearml-agent-train@2.service loaded active running x
                """);
        write(Examples.text(PAGE).replace("workers         = 3", "workers         = 2"));
        Files.delete(folder.resolve("record"));
        assertEquals("install-agent.sh: 2 workers, nothing to do\n", last(install()), "the files are the same");
        assertTrue(record().contains("systemctl disable --now clearml-agent-train@2.service\n"), record());
        assertFalse(record().contains("disable --now clearml-agent-train@0"), record());

        Map<String, String> rotated = environment();
        rotated.put("CLEARML_AGENT_SECRET_KEY", "new");
        Files.delete(folder.resolve("record"));
        assertEquals("install-agent.sh: 2 workers, changed\n", last(run("install-agent.sh", rotated)));
        assertTrue(record().contains("systemctl restart clearml-agent-train@1.service\n"), record());

        assertEquals("install-agent.sh: removed\n", last(run("install-agent.sh", rotated, "--remove")));
        try (Stream<Path> left = Files.walk(folder.resolve("root/etc/clearml"))) {
            assertEquals(1, left.count());
        }
        assertFalse(Files.exists(folder.resolve("root/opt/clearml-agent-train")));
    }

    @Test
    void aMissingSecretChangesNothing() throws IOException {
        write(Examples.text(PAGE));
        Map<String, String> without = environment();
        without.put("HF_TOKEN", "");
        Processes.Result result = run("install-agent.sh", without);
        assertEquals(1, result.exit());
        assertTrue(result.err().endsWith("install-agent.sh: HF_TOKEN is not set\n"), result.err());
        assertFalse(Files.exists(folder.resolve("root/etc/clearml/agent-train.env")));
        assertFalse(record().contains("systemctl"), record());
    }

    @Test
    void aRegistryWithoutProofIsToldToDocker() throws IOException {
        write(Examples.text(PAGE)
                .replace("pull = secret.registry-pull\n", "pull = secret.registry-pull\n  tls  = skip\n"));
        Path daemon = folder.resolve("root/etc/docker/daemon.json");
        Files.createDirectories(daemon.resolveSibling("."));
        Files.writeString(daemon, "{\"runtimes\": {\"nvidia\": {}}, \"insecure-registries\": [\"b.example\"]}");
        install();
        JsonNode read = new ObjectMapper().readTree(Files.readString(daemon));
        assertEquals(
                "[\"b.example\",\"registry.corp.example:5000\"]",
                read.get("insecure-registries").toString());
        assertTrue(read.get("runtimes").has("nvidia"));
    }

    @Test
    void eachWorkerHasCardsOfItsOwn() throws IOException {
        write(Examples.text(PAGE));
        install();
        Path program = folder.resolve("root/opt/clearml-agent-train/bin/clearml-agent");
        Files.writeString(program, """
                #!/bin/sh
                printf '%s|' "$@" "$CLEARML_CONFIG_FILE" "$HF_TOKEN" "$CLEARML_API_ACCESS_KEY" "${CLEARML_WORKER_ID#*:}"
                """);
        assertTrue(program.toFile().setExecutable(true));
        Processes.Result result = run("run-agent.sh", environment(), "1");
        assertEquals(
                "daemon|--foreground|--docker|--create-queue|--gpus|2,3|--queue|train|8 GPUs|"
                        + folder.resolve("root/etc/clearml/agent-train/clearml.conf") + "|" + HOSTILE
                        + "|access|train:1|",
                result.out(),
                result.err());
    }

    private void write(String page) throws IOException {
        Examples.write(Examples.changed(PAGE, page), folder);
        Files.writeString(folder.resolve("inside/clearml/agent-train/" + WHEEL), "one");
    }

    private Processes.Result install() {
        return run("install-agent.sh", environment());
    }

    private Processes.Result run(String script, Map<String, String> environment, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Consumer.program("bash"),
                                folder.resolve("inside/clearml/agent-train/" + script)
                                        .toString()),
                        Stream.of(arguments))
                .toList();
        return Processes.run(folder, environment, command);
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "PATH",
                folder.resolve("stub") + ":" + System.getenv("PATH"),
                "RECORD",
                folder.resolve("record").toString(),
                "ROOT",
                folder.resolve("root").toString(),
                "REGISTRY_PULL_USERNAME",
                "robot",
                "REGISTRY_PULL_PASSWORD",
                HOSTILE,
                "CLEARML_AGENT_ACCESS_KEY",
                "access",
                "CLEARML_AGENT_SECRET_KEY",
                "secret",
                "GIT_USERNAME",
                "git",
                "GIT_PASSWORD",
                "git",
                "HF_TOKEN",
                HOSTILE));
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
