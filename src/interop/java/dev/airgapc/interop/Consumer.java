package dev.airgapc.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program that reads outputs: a row of {@code src/interop/consumers.tsv}. It lies below the folder that {@code AIRGAPC_CONSUMERS}
 * names, by default {@code airgapc/consumers} in the user's cache, or on the path; {@code install-consumers.sh} puts it there.
 *
 * @param from the registry and the package in it
 * @param program a path below the folder, a command, or {@code -} for a library of the build
 */
record Consumer(String name, String version, String from, String program) {
    static final List<Consumer> ALL = read();
    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();
    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** That a class of tests asked for a program: several run at once, and none answers for another. */
    private record Asked(Class<?> test, String name) {}

    /** The program, for a test that is {@link ReadBy} it. */
    static String program(String name) {
        Consumer consumer = of(name);
        CALLERS.walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(caller -> caller.isAnnotationPresent(ReadBy.class))
                        .findFirst())
                .ifPresent(test -> ASKED.add(new Asked(test, name)));
        return consumer.found().orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }

    static Consumer of(String name) {
        return ALL.stream()
                .filter(consumer -> consumer.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("consumers.tsv has no " + name));
    }

    /** Whether a class of tests asked for it; a library is asked by being called. */
    boolean wasAskedBy(Class<?> test) {
        return program.equals("-") || ASKED.contains(new Asked(test, name));
    }

    /** What to start, if it is there. */
    Optional<String> found() {
        if (program.equals("-")) {
            return Optional.of(program);
        }
        if (program.contains("/")) {
            Path path = folder().resolve(program);
            return Files.exists(path) ? Optional.of(path.toString()) : Optional.empty();
        }
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Path folder() {
        String home = System.getenv().getOrDefault("HOME", "");
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        return Path.of(System.getenv().getOrDefault("AIRGAPC_CONSUMERS", cache + "/airgapc/consumers"));
    }

    private static List<Consumer> read() {
        try {
            return Files.readAllLines(Path.of("src/interop/consumers.tsv")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Consumer(row[0], row[1], row[2], row[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
