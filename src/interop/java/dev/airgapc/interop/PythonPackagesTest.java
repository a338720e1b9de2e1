package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages cross the gap between two real indexes: uv and pip fetch them from one, a script puts them into the other. */
@ReadBy(
        value = {"uv", "pip", "pypiserver", "bash"},
        what = "`outside/python/download.sh`, `inside/load/python.sh`",
        proves = "each list is resolved for each Python of the site, markers included, and every package arrives once")
class PythonPackagesTest {
    private static final String PASSWORD = "it's \"a\\b\" é";
    private static final String LOGIN = "robot:{SHA}VIy7uqbwr1JEt42beCDNk7lh8EE=\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void crossTheGap() throws IOException {
        Path store = Files.createDirectories(folder.resolve("outside-store"));
        for (Wheel wheel : List.of(
                new Wheel("alpha", List.of("beta")),
                new Wheel("beta", List.of()),
                new Wheel("gamma_old", List.of()),
                new Wheel("unused", List.of()))) {
            Files.write(store.resolve(wheel.fileName()), wheel.bytes());
        }
        Path inside = Files.createDirectories(folder.resolve("inside-store"));
        int port = LocalServer.freePort();
        write(port);
        try (LocalServer outer = start("outer", store, LocalServer.freePort(), "-P", ".", "-a", ".")) {
            String url = "http://127.0.0.1:" + outer.port() + "/simple/";
            Processes.Result fetched =
                    run("outside/python/download.sh", Map.of("UV_DEFAULT_INDEX", url, "PIP_INDEX_URL", url));
            assertEquals(0, fetched.exit(), fetched.err());
            assertEquals("3 packages are in medium/python\n", last(fetched.err()));
        }
        assertEquals(0, run("outside/pack.sh", Map.of()).exit());

        Path logins = Files.writeString(folder.resolve("htpasswd"), LOGIN);
        try (LocalServer inner = start("inner", inside, port, "-P", logins.toString(), "-a", "update")) {
            Map<String, String> login = Map.of("PYPI_PUSH_USERNAME", "robot", "PYPI_PUSH_PASSWORD", PASSWORD);
            Processes.Result refused =
                    run("inside/load/python.sh", Map.of("PYPI_PUSH_USERNAME", "robot", "PYPI_PUSH_PASSWORD", "other"));
            assertEquals(1, refused.exit());
            assertTrue(refused.err().contains("not loaded:\n  alpha-1.0-py3-none-any.whl\n"), refused.err());
            Processes.Result loaded = run("inside/load/python.sh", login);
            assertEquals(0, loaded.exit(), loaded.err());
            assertEquals("3 of 3 packages moved\n", last(loaded.err()));
            assertEquals(
                    "0 of 3 packages moved\n",
                    last(run("inside/load/python.sh", login).err()));
            Processes.Result installed = Processes.run(
                    folder,
                    Map.of(
                            "PIP_CONFIG_FILE",
                            folder.resolve("inside/python/pip.conf").toString()),
                    List.of(python(), "-m", "pip", "download", "--dest", "got", "alpha"));
            assertEquals(0, installed.exit(), installed.err());
            assertTrue(Files.exists(folder.resolve("got/beta-1.0-py3-none-any.whl")));
            assertTrue(inner.process().isAlive());
        }
    }

    /** A list that cannot be resolved is named, and the others are fetched all the same. */
    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path store = Files.createDirectories(folder.resolve("outside-store"));
        Wheel alpha = new Wheel("alpha", List.of());
        Files.write(store.resolve(alpha.fileName()), alpha.bytes());
        write(LocalServer.freePort());
        try (LocalServer outer = start("outer", store, LocalServer.freePort(), "-P", ".", "-a", ".")) {
            String url = "http://127.0.0.1:" + outer.port() + "/simple/";
            Processes.Result fetched =
                    run("outside/python/download.sh", Map.of("UV_DEFAULT_INDEX", url, "PIP_INDEX_URL", url));
            assertEquals(1, fetched.exit());
            assertTrue(
                    fetched.err().endsWith("not fetched:\n  index-main-2, Python 3.8, x86_64: it cannot be resolved\n"),
                    fetched.err());
            assertTrue(outer.process().isAlive());
        }
    }

    private void write(int port) throws IOException {
        Files.writeString(folder.resolve("team.txt"), "alpha  # with what it needs\n");
        Files.writeString(folder.resolve("old.txt"), "gamma_old==1.0 ; python_version < '3.9'\n");
        Path page = Files.writeString(folder.resolve("site.ag"), """
                airgap 1
                site {
                  domain = "ml.corp.example"
                  hosts  = ["127.0.0.1"]
                  python = ["3.8", "3.12"]
                }
                secret push { from = env("PYPI_PUSH") }
                index main {
                  url          = "http://127.0.0.1:%d/simple"
                  requirements = ["team.txt", "old.txt"]
                  push         = secret.push
                }
                """.formatted(port));
        Compilation compiled = new Compiler(Corpus.TODAY).compile(page, new Inputs(Files::readAllBytes));
        Examples.write(compiled, folder);
    }

    private Processes.Result run(String script, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", folder("uv") + ":" + folder("pip") + ":" + System.getenv("PATH"));
        all.put("UV_CACHE_DIR", folder.resolve("uv").toString());
        return Processes.run(
                folder,
                all,
                List.of(Consumer.program("bash"), folder.resolve(script).toString()));
    }

    /** Where a script finds a program by its name. */
    private static Path folder(String program) {
        return Path.of(Consumer.program(program)).resolveSibling("");
    }

    private static String python() {
        return Consumer.program("python");
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
    }

    private LocalServer start(String name, Path store, int port, String... access) throws IOException {
        String program = Consumer.program("pypiserver");
        String ports = String.valueOf(port);
        return LocalServer.start(
                folder.resolve(name + ".log"),
                port,
                Stream.of(
                                Stream.of(program, "run", "-i", "127.0.0.1", "-p", ports, "--server", "paste"),
                                Stream.of("--disable-fallback"),
                                Stream.of(access),
                                Stream.of(store.toString()))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }
}
