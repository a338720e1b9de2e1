package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files cross from one web server to another: fetched with their sums, verified, and put where only missing ones go. */
@ReadBy(
        value = {"bash"},
        what = "`download.sh`, `inside/load/files.sh`",
        proves = "a file with another sum is refused, one without an address is asked for, a second run moves nothing")
class FilesTest {
    private static final String GOOD = "hello\n";
    private static final String SUM = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

    @TempDir
    Path folder = Path.of("");

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void cross() throws IOException {
        stored.put("/public/tool.tar.gz", GOOD.getBytes(StandardCharsets.UTF_8));
        write(SUM);
        Processes.Result missing = run("outside/files/download.sh", "medium");
        assertEquals(1, missing.exit());
        assertTrue(missing.err().contains("  extensions.zip: put it into medium/files\n"), missing.err());
        Files.writeString(folder.resolve("medium/files/extensions.zip"), "zip");
        assertEquals(0, run("outside/files/download.sh", "medium").exit());
        assertEquals(0, run("outside/pack.sh", "medium").exit());

        Processes.Result loaded = run("inside/load/files.sh", "medium");
        assertEquals(0, loaded.exit(), loaded.err());
        assertTrue(loaded.err().endsWith("2 of 2 files moved\n"), loaded.err());
        assertEquals(GOOD, new String(stored.get("/inside/tool.tar.gz"), StandardCharsets.UTF_8));
        assertTrue(asked.contains("PUT /inside/tool.tar.gz robot:it's \"a\\b\""), asked.toString());
        Processes.Result again = run("inside/load/files.sh", "medium");
        assertTrue(again.err().endsWith("0 of 2 files moved\n"), again.err());
    }

    @Test
    void aFileWithAnotherSumIsRefused() throws IOException {
        stored.put("/public/tool.tar.gz", "something else\n".getBytes(StandardCharsets.UTF_8));
        write(SUM);
        Files.createDirectories(folder.resolve("medium/files"));
        Files.writeString(folder.resolve("medium/files/extensions.zip"), "zip");
        Processes.Result result = run("outside/files/download.sh", "medium");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("has another sum than " + SUM), result.err());
        assertFalse(Files.exists(folder.resolve("medium/files/tool.tar.gz")));
    }

    @Test
    void aFolderTakesThemToo() throws IOException {
        stored.put("/public/tool.tar.gz", GOOD.getBytes(StandardCharsets.UTF_8));
        write(SUM, "upload = \"" + folder.resolve("www") + "\"");
        Files.createDirectories(folder.resolve("medium/files"));
        Files.writeString(folder.resolve("medium/files/extensions.zip"), "zip");
        run("outside/files/download.sh", "medium");
        run("outside/pack.sh", "medium");
        Processes.Result loaded = run("inside/load/files.sh", "medium");
        assertEquals(0, loaded.exit(), loaded.err());
        assertEquals(GOOD, Files.readString(folder.resolve("www/tool.tar.gz")));
        assertTrue(run("inside/load/files.sh", "medium").err().endsWith("0 of 2 files moved\n"));
    }

    private void write(String sum, String... mirror) throws IOException {
        String upload = mirror.length == 0 ? "upload = \"" + address + "/inside\"\n  push = secret.files" : mirror[0];
        String page = """
                airgap 1
                site {
                  domain = "ml.corp.example"
                  hosts  = ["*.corp.example"]
                }
                secret files { from = env("FILES") }
                artifact tool {
                  source = "%s/public/tool.tar.gz"
                  sha256 = "%s"
                }
                artifact extensions { file = "extensions.zip" }
                file-mirror main {
                  url = "https://files.corp.example"
                  %s
                }
                """.formatted(address.replace("127.0.0.1", "downloads.example.org"), sum, upload);
        Examples.write(Examples.changed("minimal/site.ag", page), folder);
        Path list = folder.resolve("outside/files/files.txt");
        Files.writeString(list, Files.readString(list).replace("downloads.example.org", "127.0.0.1"));
    }

    private Processes.Result run(String script, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Consumer.program("bash"), folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return Processes.run(
                folder, Map.of("FILES_USERNAME", "robot", "FILES_PASSWORD", "it's \"a\\b\"", "no_proxy", "*"), command);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String login = exchange.getRequestHeaders()
                .getOrDefault("Authorization", List.of("Basic "))
                .get(0)
                .substring(6);
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8));
        if (exchange.getRequestMethod().equals("PUT")) {
            stored.put(path, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
        } else if (!stored.containsKey(path)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(stored.get(path).length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, stored.get(path).length);
            exchange.getResponseBody().write(stored.get(path));
        }
        exchange.close();
    }
}
