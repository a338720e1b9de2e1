package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Huge, deep and broken input, in a JVM with little memory: a diagnostic or a clear failure, never a stack trace. */
class HostileTest {
    private static final List<String> SMALL = List.of("-Xmx192m", "-Xss512k");
    private static final String AGENT = """
            airgap 1
            site { domain = "a.example" }
            secret s { from = env("S") }
            registry main { host = "registry.a.example" }
            clearml-server { edition = enterprise }
            clearml-agent a {
              chart       = "6.13.0"
              image       = "registry.a.example/ml/torch:2.5"
              credentials = secret.s
              queue q { }
            """;
    private static final String PIPE = "is a device or a pipe, and no file";

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> pages() {
        StringBuilder many = new StringBuilder("airgap 1\nsite { domain = \"a.example\" }\n");
        for (int number = 0; number < 25_000; number++) {
            many.append("registry r")
                    .append(number)
                    .append(" {\n  host = \"r")
                    .append(number)
                    .append(".a.example\"\n}\n\n");
        }
        return Stream.of(
                Arguments.of("a hundred thousand lines", many.toString(), Exit.CLEAN, "is in order"),
                Arguments.of(
                        "a hundred thousand mistakes",
                        "airgap 1\n" + "registry {\n".repeat(50) + "x y z = =\n".repeat(100_000),
                        Exit.FINDINGS,
                        "more"),
                Arguments.of(
                        "open brackets",
                        "airgap 1\nsite { hosts = " + "[".repeat(20_000) + "\n",
                        Exit.FINDINGS,
                        "nested deeper than 100"),
                Arguments.of(
                        "closed brackets",
                        "airgap 1\nsite { hosts = " + "[".repeat(20_000) + "]".repeat(20_000) + " }\n",
                        Exit.FINDINGS,
                        "nested deeper than 100"),
                Arguments.of(
                        "open braces", "airgap 1\n" + "a {\n".repeat(20_000), Exit.FINDINGS, "nested deeper than 100"),
                Arguments.of(
                        "closed braces",
                        "airgap 1\n" + "a {\n".repeat(20_000) + "}\n".repeat(20_000),
                        Exit.FINDINGS,
                        "nested deeper than 100"),
                Arguments.of(
                        "open parentheses",
                        "airgap 1\nsite { domain = " + "a(".repeat(20_000) + "\n",
                        Exit.FINDINGS,
                        "nested deeper than 100"),
                Arguments.of("stray braces", "airgap 1\n" + "}".repeat(20_000) + "\n", Exit.FINDINGS, "closes nothing"),
                Arguments.of(
                        "one long line",
                        "airgap 1\nsite { domain = \"" + "a".repeat(2_000_000) + "\" }\n",
                        Exit.FINDINGS,
                        "longer than 253"),
                Arguments.of(
                        "a long reference",
                        "airgap 1\nsite { domain = \"\\(" + "a.".repeat(50_000) + "a)\" }\n",
                        Exit.FINDINGS,
                        "is no kind"),
                Arguments.of(
                        "a billion laughs",
                        AGENT + "  values = \"\"\"\n"
                                + "    a0: &a0 [ha]\n"
                                + IntStream.range(1, 30)
                                        .mapToObj(level -> "    a" + level + ": &a" + level + " ["
                                                + ("*a" + (level - 1) + ", ").repeat(10) + "]\n")
                                        .collect(Collectors.joining())
                                + "    \"\"\"\n}\n",
                        Exit.FINDINGS,
                        "anchors and aliases are not taken here"),
                Arguments.of("NUL", "airgap 1\nsite { domain = \"a\0b\" }\n", Exit.FINDINGS, "NUL"),
                Arguments.of("BOM", "\uFEFFairgap 1\n", Exit.FINDINGS, "byte order mark"),
                Arguments.of("CRLF", "airgap 1\r\nsite { domain = \"a.example\" }\r\n", Exit.CLEAN, "is in order"),
                Arguments.of("nothing", "", Exit.FINDINGS, "the first entry is not `airgap 1`"),
                Arguments.of("white space", " \n\t\n", Exit.FINDINGS, "the first entry is not `airgap 1`"),
                Arguments.of("no site", "airgap 1\n", Exit.CLEAN, "is a part"),
                Arguments.of(
                        "escapes for a terminal", "airgap 1\n\u001B]0;owned\u0007 { }\n", Exit.FINDINGS, "AG0101"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void endsInWords(String what, String page, int exit, String says) throws IOException {
        Files.writeString(folder.resolve("site.ag"), page);
        Processes.Result result = Processes.airgapc(SMALL, folder, "check");
        assertEquals(
                exit,
                result.exit(),
                () -> result.err().substring(0, Math.min(2000, result.err().length())));
        assertTrue(
                result.err().contains(says),
                () -> result.err().substring(0, Math.min(2000, result.err().length())));
        assertFalse(result.err().contains("\tat ") || result.err().contains("Exception"));
        assertFalse(result.err().contains("\u001B"));
        assertTrue(result.err().length() < 200_000);
    }

    /** What never ends, and what does not fit into memory, is named and not read, whoever names it. */
    @Test
    void filesThatAreNone() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("huge.ag").toFile(), "rw")) {
            huge.setLength(1L << 30);
        }
        assertEquals(
                0, Processes.run(folder, Map.of(), List.of("mkfifo", "pipe.ag")).exit());
        Map<String, String> pages = new LinkedHashMap<>();
        Map.of("huge.ag", "is larger than 16 MiB", "pipe.ag", PIPE, "/dev/zero", PIPE, "/dev/stdin", PIPE)
                .forEach((file, says) -> {
                    pages.put(file, "airgapc: " + file + " " + says);
                    String name = file.substring(file.lastIndexOf('/') + 1);
                    String site = "airgap 1\nimport \"" + file + "\"\nsite { domain = \"a.example\" }\n";
                    pages.put(write("import-" + name, site), "`" + file + "` " + says);
                    String base = "airgap 1\nextends \"" + file + "\"\n";
                    pages.put(write("extends-" + name, base), "`" + file + "` " + says);
                    String trust = "site { domain = \"a.example\" }\ntrust t { certificates = [\"" + file + "\"] }\n";
                    pages.put(write("trust-" + name, "airgap 1\n" + trust), "`" + file + "` " + says);
                });
        for (String command : List.of("check", "compile", "fmt")) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(pages.keySet());
            Processes.Result result = Processes.airgapc(List.of("-Xmx256m"), folder, words.toArray(String[]::new));
            assertEquals(Exit.FAILED, result.exit(), result.err());
            pages.forEach((page, says) -> assertTrue(
                    result.err().contains(says) || (command.equals("fmt") && says.startsWith("`")),
                    () -> page + ": " + result.err()));
        }
        assertEquals(
                Exit.FINDINGS,
                Processes.airgapc(List.of("-Xmx256m"), folder, "compile", "--project")
                        .exit());
    }

    private String write(String name, String page) {
        try {
            Files.writeString(folder.resolve(name + ".ag"), page);
            return name + ".ag";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(
                folder.resolve("site.ag"),
                "airgap 1\nsite { domain = \"münchen\" }\n".getBytes(StandardCharsets.ISO_8859_1));
        Processes.Result result = Processes.airgapc(SMALL, folder, "check");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("--> site.ag:2:19"), result.err());
    }

    @Test
    void aFileThatNobodyMayRead() throws IOException {
        Path page = Files.writeString(folder.resolve("site.ag"), "airgap 1\n");
        assertTrue(page.toFile().setReadable(false, false));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            Processes.require("setpriv");
            command.addAll(List.of("setpriv", "--reuid=65534", "--clear-groups"));
        }
        command.addAll(
                Processes.java(List.of("-cp", readableClassPath(), "dev.airgapc.cli.Main", "check", page.toString())));
        Processes.Result result = Processes.run(Path.of("/"), Map.of(), command);
        assertEquals(Exit.FAILED, result.exit(), result.err());
        assertTrue(result.err().contains("may not be read"), result.err());
    }

    /** A copy of the program where another user can read it. */
    private String readableClassPath() throws IOException {
        assertTrue(folder.toFile().setExecutable(true, false) && folder.toFile().setReadable(true, false));
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            boolean needed =
                    from.endsWith("target/classes") || entry.contains("antlr4-runtime") || entry.contains("picocli");
            Path to = folder.resolve("copy" + copies.size() + (Files.isDirectory(from) ? "" : ".jar"));
            if (needed) {
                copies.add(to.toString());
                try (Stream<Path> files = Files.walk(from)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                    }
                }
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
