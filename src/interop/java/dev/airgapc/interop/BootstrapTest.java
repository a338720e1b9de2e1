package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of resources and the build of the bootstrap, with stand-ins for Docker and the vendor's sources. */
@ReadBy(
        value = {"bash"},
        what = "`run-resources.sh`, `build-bootstrap.sh`",
        proves =
                "the server is believed only when every address of its list is its own; a build leaves what is carried")
class BootstrapTest {
    private static final String PAGE = "machines/site.ag";
    private static final String TAR = "clearml-resources-4.112.0.tar";

    @TempDir
    Path folder = Path.of("");

    /** The image puts its address before each build: with a slash of its own, or without one. */
    @Test
    void theServerNamesItselfInEveryAddress() throws IOException {
        write(Examples.text(PAGE));
        Files.writeString(
                Files.createDirectories(folder.resolve("medium/files")).resolve(TAR), "image");
        stub(
                "docker",
                "printf '%s\\n' \"docker $*\" >>\"$RECORD\"; all=$*; case $all in *SERVER_HOST=*) echo \"${all#*SERVER_HOST=}\" | cut -d' ' -f1 >\"$RECORD.host\" ;; esac");
        for (String between : List.of("", "/")) {
            Files.deleteIfExists(folder.resolve("record"));
            stub(
                    "curl",
                    "printf '{\"a\": {\"url\": \"%s" + between
                            + "cpython_build/a\"}, \"b\": {\"url\": null}}' \"$(cat \"$RECORD.host\")\"");
            Processes.Result result = run("inside/clearml/run-resources.sh");
            assertEquals(0, result.exit(), result.err());
            assertTrue(result.err().endsWith("it serves http://10.20.0.100:8080\n"), result.err());
            assertTrue(record().contains("docker load --input medium/files/" + TAR + "\n"), record());
            assertTrue(record().contains("--publish 8080:80 offline_cpython_vscode_serving:latest\n"), record());
            assertEquals(between.isEmpty() ? 2 : 1, record().split("docker run", -1).length - 1, record());
        }
        stub("curl", "echo '{\"a\": {\"url\": \"https://github.com/builds/a\"}}'");
        Processes.Result foreign = run("inside/clearml/run-resources.sh");
        assertEquals(1, foreign.exit());
        assertTrue(foreign.err().contains("names https://github.com/builds/a, which is not below"), foreign.err());
        assertEquals(0, run("inside/clearml/run-resources.sh", "--remove").exit());
        assertTrue(record().endsWith("docker rm --force clearml-resources\n"), record());
    }

    @Test
    void withoutTheFileNothingIsStarted() throws IOException {
        write(Examples.text(PAGE));
        stub("docker", "printf '%s\\n' \"docker $*\" >>\"$RECORD\"");
        stub("curl", "exit 1");
        Processes.Result result = run("inside/clearml/run-resources.sh");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("there is no medium/files/" + TAR), result.err());
        assertFalse(Files.exists(folder.resolve("record")));
    }

    @Test
    void aBuildLeavesWhatIsCarried() throws IOException {
        write(
                Examples.text(PAGE)
                        .replace(
                                "  server { url",
                                "  build {\n    base-image = \"docker.io/library/alpine:3.23\"\n    bom { GIT_VERSION = \"2.50.1\" }\n  }\n  server { url"));
        Path parts = Files.createDirectories(folder.resolve("sources/build-scripts"));
        Files.writeString(folder.resolve("sources/bom.yaml"), "");
        StandIn.write(
                parts.resolve("build_all.sh"),
                "#!/bin/bash\n"
                        + "env | grep -E '^(GIT_VERSION|CURL_VERSION|ALPINE_BASE_IMAGE|DHI_ALPINE_VERSION)=' | sort >>\"$RECORD\""
                        + "\n");
        StandIn.write(
                parts.resolve("package_offline_docker.sh"),
                "#!/bin/bash\n" + "echo \"offline $VSCODE_VERSION\" >>\"$RECORD\"" + "\n");
        stub("docker", "[ \"$1\" != save ] || echo image >\"$3\"");
        stub("jq", "");
        stub("zip", "");
        stub("yq", "printf 'GIT_VERSION=2.0\\nCURL_VERSION=8.11.0\\n'");
        stub("python3", """
                mkdir -p "$3/bin"
                printf '#!/bin/sh\\n:\\n' >"$3/bin/pip"
                printf '#!/bin/sh\\nmkdir -p dist; echo wheel >dist/clearml_agent_bootstrap-1.0.0-py3-none-any.whl\\n' >"$3/bin/python"
                chmod 0755 "$3/bin/pip" "$3/bin/python"
                """);
        Processes.Result result = run("outside/files/build-bootstrap.sh", "sources");
        assertEquals(0, result.exit(), result.err());
        assertEquals(
                "ALPINE_BASE_IMAGE=docker.io/library/alpine\nCURL_VERSION=8.11.0\nDHI_ALPINE_VERSION=3.23\nGIT_VERSION=2.50.1\noffline 4.112.0\n",
                record());
        Path files = folder.resolve("medium/files");
        assertEquals("image\n", Files.readString(files.resolve(TAR)));
        assertEquals("wheel\n", Files.readString(files.resolve("clearml_agent_bootstrap-1.0.0-py3-none-any.whl")));
        assertEquals(1, run("outside/files/build-bootstrap.sh").exit());
    }

    private void write(String page) throws IOException {
        Examples.write(Examples.changed(PAGE, page), folder);
    }

    private Processes.Result run(String script, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Consumer.program("bash"), folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return Processes.run(
                folder,
                Map.of(
                        "PATH",
                        folder.resolve("stub") + ":" + System.getenv("PATH"),
                        "RECORD",
                        folder.resolve("record").toString()),
                command);
    }

    private String record() throws IOException {
        return Files.readString(folder.resolve("record"));
    }

    private void stub(String name, String text) throws IOException {
        StandIn.write(folder.resolve("stub").resolve(name), "#!/bin/bash\n" + text + "\n");
    }
}
