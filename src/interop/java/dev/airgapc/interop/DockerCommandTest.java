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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real agent makes its {@code docker run} from our {@code clearml.conf}; nothing asks a server. */
@ReadBy(
        value = {"clearml-agent", "bash"},
        what = "`clearml.conf` of machines",
        proves =
                "variables, mounts and limits reach `docker run` word for word, keys of a store the file of the container, and nothing is installed")
class DockerCommandTest {
    private static final String PAGE = "machines/site.ag";

    /** What the constructor of the agent would ask a server for is not there. */
    private static final String PROGRAM = """
            import json, logging, os
            from clearml_agent.backend_api.config import load
            from clearml_agent.commands.worker import Worker
            from clearml_agent.helper.package.base import PackageManager

            class Offline(Worker):
                def __init__(self, config):
                    self._session = type("", (), {"config": config})()
                    self._extra_docker_arguments = config.get("agent.extra_docker_arguments")
                    self._extra_shell_script = config.get("agent.extra_docker_shell_script", None)
                    self.worker_id = "host:0"
                    self.log = logging.getLogger()
                    self._bootstrap = os.environ.get("UNPACKED")
                    self.poetry = type("", (), {"enabled": False})()
                def __getattr__(self, name):
                    return None
                def debug(self, *args, **kwargs):
                    pass

            config = load()
            config.reload()
            PackageManager.set_pip_version(config.get("agent.package_manager.pip_version", None))
            agent = Offline(config)
            _, command = agent.get_docker_config_cmd(None)
            words = command(docker_image=config.get("agent.default_docker.image"), docker_arguments=[])
            print(json.dumps([words, open(agent.temp_config_path).read()]))
            """;

    @TempDir
    Path folder = Path.of("");

    private final List<String> words = new ArrayList<>();
    private String container = "";

    @Test
    void isWhatThePageSays() throws IOException {
        start(Examples.text(PAGE)
                .replace("NCCL_DEBUG = \"WARN\"", "NCCL_DEBUG = \"-e $HOME {x} %s \\\"é\\\"\"")
                .replace("/simple\" }", "/simple\"\n  credentials = secret.git\n}"));
        assertTrue(words.contains("--env=NCCL_DEBUG=-e $HOME {x} %s \"é\""), words.toString());
        assertTrue(words.contains("--env=HF_TOKEN"), words.toString());
        assertTrue(words.contains("--env=PIP_INDEX_URL=https://pypi.corp.example/simple"), words.toString());
        assertTrue(words.contains("--volume=/srv/data:/data:ro"), words.toString());
        assertTrue(words.contains("--shm-size=8g"), words.toString());
        assertTrue(words.contains("--memory=64g"), words.toString());
        assertTrue(words.contains("--ipc=host"), words.toString());
        assertTrue(
                words.contains("registry.corp.example:5000/docker.io/pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime"),
                words.toString());
        assertTrue(words.contains("--env=NETRC=/etc/clearml/netrc"), words.toString());
        assertTrue(words.contains("--volume=/etc/clearml/agent-train/netrc:/etc/clearml/netrc:ro"), words.toString());
        assertFalse(words.toString().contains("from the environment"), "a secret is on no command line");
        JsonNode copy = new ObjectMapper().readTree(container);
        assertEquals(
                "\"from the environment\"",
                copy.at("/sdk/aws/s3/credentials/0/key").toString());
        assertEquals("none", copy.at("/agent/package_manager/pytorch_resolve").asText());
        assertEquals("[]", copy.at("/agent/default_docker/match_rules").toString());
        assertTrue(copy.at("/agent/disable_agent_update_check").asBoolean());
        assertFalse(copy.at("/agent/docker_install_opencv_libs").asBoolean(true));
    }

    /** What the agent makes of its file stands behind what it is given, and wins: both say the same. */
    @Test
    void aBootstrapIsToldWhatThePageSays() throws IOException {
        start(
                Examples.text(PAGE)
                        .replace(
                                "bootstrap { python = \"3.12\" }",
                                "bootstrap {\n    git = bundled\n    python = \"3.12\"\n  }"),
                Map.of("UNPACKED", "1"));
        Map<String, String> environment = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            boolean isWhole = words.get(at).startsWith("--env=");
            boolean isBehind = at > 0 && words.get(at - 1).equals("-e");
            if (isWhole || isBehind) {
                String word = words.get(at).substring(isWhole ? 6 : 0);
                String[] part = word.split("=", 2);
                environment.put(part[0], part.length > 1 ? part[1] : "");
            }
        }
        assertEquals("1", environment.get("CLEARML_SKIP_CA_CERT_INST"), environment.toString());
        assertEquals("1", environment.get("CLEARML_SKIP_GIT_INST"));
        assertEquals("1", environment.get("CLEARML_FORCE_STATIC_GIT_BIN"));
        assertEquals("3.12", environment.get("CLEARML_PYTHON_VER"));
        assertEquals("-U \"pip ==24.0\"", environment.get("CLEARML_PIP_VER"));
        assertEquals("/.clearml.bootstrap/download-metadata.json", environment.get("UV_PYTHON_DOWNLOADS_JSON_URL"));
        assertEquals("https://pypi.corp.example/simple", environment.get("UV_DEFAULT_INDEX"));
        assertEquals(
                "http://10.20.0.100:8080/vscode_build/code-server-4.112.0",
                environment.get("CLEARML_SESSION_VSCODE_SERVER_TGZ"));
        assertFalse(environment.containsKey("CLEARML_UPDATE_UV"));
        assertTrue(words.get(words.size() - 1).startsWith("$CLEARML_BOOTSTRAP_DIR/bootstrap.sh"), words.toString());
    }

    /** The lines before the agent run under a bash whose programs are stand-ins. */
    @Test
    void nothingIsInstalledFromTheSystem() throws IOException {
        start(Examples.text(PAGE)
                .replace(
                        "  queue train {}",
                        "  start-script = \"\"\"\n    export MARK=yes  # last\n    \"\"\"\n  queue train {}"));
        String script = words.get(words.size() - 1);
        assertFalse(script.contains("apt-get"), script);
        Path stubs = Files.createDirectories(folder.resolve("stub"));
        for (String name : List.of("python3", "apt-get", "dnf", "cp", "rm", "git")) {
            Path stub = stubs.resolve(name);
            Files.writeString(stub, "#!/bin/sh\necho \"$MARK " + name + " $*\"\n");
            assertTrue(stub.toFile().setExecutable(true));
        }
        Processes.Result result = Processes.run(
                folder,
                Map.of("PATH", stubs + ":/nowhere", "HOME", folder.toString()),
                List.of(Consumer.program("bash"), "-c", script + "execute"));
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains(" python3 -m pip install -U pip==24.0\n"), result.out());
        assertTrue(result.out().endsWith("yes python3 -u -m clearml_agent execute\n"), result.out());
    }

    private void start(String page) throws IOException {
        start(page, Map.of());
    }

    private void start(String page, Map<String, String> more) throws IOException {
        Path conf = folder.resolve("clearml.conf");
        Files.writeString(
                conf, Examples.print(Examples.file(Examples.changed(PAGE, page), "agent-train/clearml.conf")));
        Map<String, String> environment = new HashMap<>(Map.of(
                "CLEARML_CONFIG_FILE", conf.toString(),
                "HOME", folder.toString(),
                "TMPDIR", folder.toString(),
                "AIRGAPC_RESULTS_ACCESS_KEY", "from the environment"));
        environment.putAll(more);
        Processes.Result result =
                Processes.run(folder, environment, List.of(Consumer.program("clearml-agent"), "-c", PROGRAM));
        assertEquals(0, result.exit(), result.err());
        JsonNode read =
                new ObjectMapper().readTree(result.out().substring(result.out().lastIndexOf("\n[") + 1));
        read.get(0).forEach(word -> words.add(word.asText()));
        container = read.get(1).asText();
    }
}
