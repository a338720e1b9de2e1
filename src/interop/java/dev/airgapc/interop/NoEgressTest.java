package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** strace sees every call of the network that a command makes, and it makes none but those of the JVM that runs it. */
@ReadBy(
        value = {"strace", "bash"},
        what = "the commands themselves",
        proves = "`compile`, `check`, `fmt`, `explain` and `list` connect to nothing, ask for no name and send nothing")
class NoEgressTest {
    /**
     * What a JVM does by itself, whatever runs in it. The C library asks a daemon on this machine, if there is one, for the name of
     * the user. Loading {@code java.nio} loads the JDK's library of sockets, and that makes some to learn what this machine has
     * (openjdk/jdk:src/java.base/share/native/libnet/net_util.c, {@code DEF_JNI_OnLoad}), closes them, and makes the pair by which
     * {@code java.nio} closes files.
     */
    private static final List<Pattern> OF_THE_JVM = Stream.of(
                    "socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0)",
                    "connect(N, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110)",
                    "socket(AF_INET, SOCK_STREAM, IPPROTO_IP)",
                    "socket(AF_INET6, SOCK_STREAM, IPPROTO_IP)",
                    "getsockname(0, N, [N])",
                    "setsockopt(N, SOL_SOCKET, SO_REUSEPORT, [1], 4)",
                    "socketpair(AF_UNIX, SOCK_STREAM, 0, [N, N])")
            .map(call -> Pattern.compile(Pattern.quote(call).replaceAll("\\bN\\b", "\\\\E[0-9a-fx]+\\\\Q") + " += .*"))
            .toList();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void site() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples/clearml"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of("examples/clearml").relativize(file));
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compile --project",
                "compile --check site.ag",
                "check --project --format sarif",
                "fmt --check site.ag",
                "explain registry.main.host site.ag",
                "explain generated/clearml-fra/inside/python/pip.conf:4",
                "explain --json site.ag",
                "list hosts site.ag"
            })
    void callsNobody(String arguments) throws IOException {
        Files.writeString(folder.resolve("stage.ag"), "\n\n# more\n", java.nio.file.StandardOpenOption.APPEND);
        List<String> options =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "dev.airgapc.cli.Main"));
        options.addAll(List.of(arguments.split(" ", -1)));
        Traced traced = trace(Processes.java(options));
        assertTrue(traced.result().exit() <= 1, traced.result().err());
        assertEquals(
                List.of(),
                traced.network().stream()
                        .filter(line -> OF_THE_JVM.stream()
                                .noneMatch(call -> call.matcher(line).matches()))
                        .toList());
        assertTrue(
                traced.network().stream()
                                .filter(line -> line.contains("socket(AF_INET"))
                                .count()
                        <= 3,
                "the JDK makes three");
    }

    /** The same eyes see a socket where there is one, also in a child and where nobody answers. */
    @Test
    void aSocketWouldBeSeen() throws IOException {
        String bash = Consumer.program("bash");
        List<String> seen = trace(List.of(bash, "-c", bash + " -c 'echo >/dev/tcp/127.0.0.1/9'; true"))
                .network();
        assertTrue(seen.stream().anyMatch(line -> line.contains("socket(AF_INET")), seen.toString());
        assertTrue(seen.stream().anyMatch(line -> line.contains("connect(")), seen.toString());
    }

    private record Traced(Processes.Result result, List<String> network) {}

    private Traced trace(List<String> command) throws IOException {
        Path traces = Files.createDirectories(folder.resolve("traces"));
        List<String> all = new ArrayList<>(List.of(Consumer.program("strace"), "--follow-forks", "--seccomp-bpf"));
        all.addAll(List.of("-qq", "--trace=network", "--signal=none", "--output-separately"));
        all.add("--output=" + traces.resolve("of"));
        all.addAll(command);
        Processes.Result result = Processes.run(folder, Map.of(), all);
        List<String> network = new ArrayList<>();
        try (Stream<Path> threads = Files.list(traces)) {
            for (Path thread : threads.toList()) {
                network.addAll(Files.readAllLines(thread));
            }
        }
        return new Traced(result, network);
    }
}
