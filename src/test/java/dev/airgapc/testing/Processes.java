package dev.airgapc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests start: bounded, and stopped by their own handle. */
public final class Processes {
    private static final int SECONDS = 120;

    private Processes() {}

    /** What a program ended with and printed. */
    public record Result(int exit, String out, String err) {}

    /** Runs airgapc in a JVM of its own. */
    public static Result airgapc(List<String> jvm, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.airgapc.cli.Main"));
        command.addAll(List.of(arguments));
        return run(folder, Map.of(), command);
    }

    /** Runs a program. */
    public static Result run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            Result result = new Result(process.exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Skips a test whose program is not there, by name; where {@code AIRGAPC_REQUIRE_CONSUMERS} is {@code all} it fails. */
    public static void require(String program) {
        boolean there = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        require(program, there);
    }

    /**
     * The Python of an environment that holds the agent, so that its own reader of HOCON can be asked: the folder that {@code
     * AIRGAPC_CLEARML_AGENT} names, else the one that {@code .ci/run} makes in the user's cache. As {@link #require} if there is none.
     */
    public static Path clearmlAgent() {
        return consumer("clearml-agent", "AIRGAPC_CLEARML_AGENT", "bin/python");
    }

    /** The validator of SARIF, in the same way. */
    public static Path sarifMultitool() {
        return consumer(
                "sarif-multitool",
                "AIRGAPC_SARIF_MULTITOOL",
                "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
    }

    private static Path consumer(String name, String variable, String program) {
        String home = System.getenv().getOrDefault("HOME", "");
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        String folder = System.getenv().getOrDefault(variable, cache + "/airgapc/consumers/" + name);
        Path found = Path.of(folder).resolve(program);
        require(name, Files.isExecutable(found));
        return found;
    }

    private static void require(String program, boolean there) {
        if (!there && "all".equals(System.getenv("AIRGAPC_REQUIRE_CONSUMERS"))) {
            throw new IllegalStateException(program + " is not installed");
        }
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
