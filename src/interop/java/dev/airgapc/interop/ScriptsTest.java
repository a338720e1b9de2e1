package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shells and shellcheck take every script that an example comes out as, and those of this repository. */
@ReadBy(
        value = {"bash", "dash", "shellcheck"},
        what = "every script of the examples, the launcher of a checkout, and what builds it",
        proves = "they are taken without a remark; the launcher hands on each word that it is given, wherever it lies")
class ScriptsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyScriptOfTheExamples() throws IOException {
        List<String> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Corpus.EXAMPLES)) {
            files.filter(file -> file.toString().endsWith(".sh"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(scripts::add);
        }
        assertFalse(scripts.isEmpty());
        for (String script : scripts) {
            assertEquals(
                    new Processes.Result(0, "", ""),
                    Processes.run(Path.of(""), Map.of(), List.of(Consumer.program("bash"), "-n", script)));
        }
        Map<String, String> different = new LinkedHashMap<>();
        for (String script : scripts) {
            different.putIfAbsent(Files.readString(Path.of(script)).replaceAll("(?m)^#.*", ""), script);
        }
        List<String> command = new ArrayList<>(List.of(Consumer.program("shellcheck")));
        command.addAll(different.values());
        assertEquals(new Processes.Result(0, "", ""), Processes.run(Path.of(""), Map.of(), command));
    }

    /** Each by the shell that its first line names; `sh` is dash, which takes nothing that is bash's alone. */
    @Test
    void everyScriptOfThisRepository() throws IOException {
        List<String> scripts =
                List.of("airgapc", ".ci/run", "src/interop/install-consumers.sh", "src/interop/loopback/bin/java");
        for (String script : scripts) {
            String shell = Files.readAllLines(Path.of(script)).get(0).endsWith("bash") ? "bash" : "dash";
            assertEquals(
                    new Processes.Result(0, "", ""),
                    Processes.run(Path.of(""), Map.of(), List.of(Consumer.program(shell), "-n", script)));
        }
        List<String> command = new ArrayList<>(List.of(Consumer.program("shellcheck")));
        command.addAll(scripts);
        assertEquals(new Processes.Result(0, "", ""), Processes.run(Path.of(""), Map.of(), command));
    }

    /** Nothing is built, because the build is younger than what goes into it. */
    @Test
    void theLauncherHandsOnEachWord() throws IOException {
        Path checkout = Files.createDirectories(folder.resolve("it's a \"$HOME\" `x` \\ $(id)"));
        Files.copy(Path.of("airgapc"), checkout.resolve("airgapc"));
        for (String source :
                List.of("pom.xml", ".mvn", "grammar", "templates", "schemas", "docs/diagnostics", "src/main")) {
            Files.createDirectories(checkout.resolve(source));
        }
        Path bin = Files.createDirectories(checkout.resolve("jdk/bin"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
        assertTrue(bin.resolve("java").toFile().setExecutable(true));
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/airgapc.jar"), "");
        Files.writeString(checkout.resolve("target/airgapc.stamp"), "");
        Files.setLastModifiedTime(
                checkout.resolve("target/airgapc.stamp"),
                FileTime.from(Instant.now().plusSeconds(60)));
        List<String> words = List.of("compile", "-x", "it's", "a  b", "$(id)", "`id`", "*", "", "é\n");
        List<String> command = new ArrayList<>(
                List.of(Consumer.program("dash"), checkout.resolve("airgapc").toString()));
        command.addAll(words);
        Processes.Result result = Processes.run(
                folder, Map.of("JAVA_HOME", checkout.resolve("jdk").toString()), command);
        assertEquals(0, result.exit(), result.err());
        String jar = checkout.toRealPath().resolve("target/airgapc.jar").toString();
        assertTrue(result.out().endsWith("\0-jar\0" + jar + "\0" + String.join("\0", words) + "\0"), result.out());
    }
}
