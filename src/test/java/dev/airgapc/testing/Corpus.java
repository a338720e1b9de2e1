package dev.airgapc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The files that tests are made of. */
public final class Corpus {
    public static final Path RESOURCES = Path.of("src/test/resources");
    public static final Path EXAMPLES = Path.of("examples");

    /** The day on which every test compiles. */
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private Corpus() {}

    /** Every page below a folder, sorted. */
    public static List<Path> pages(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".ag"))
                    .sorted()
                    .toList();
            if (pages.isEmpty()) {
                throw new IllegalStateException(folder + " holds no page: a test over it cannot fail");
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page of the corpus and of the examples. */
    public static List<Path> all() {
        return Stream.of(RESOURCES, EXAMPLES)
                .flatMap(folder -> pages(folder).stream())
                .toList();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The name of the folder that a file lies in. */
    public static String folder(Path file) {
        return String.valueOf(file.getName(file.getNameCount() - 2));
    }
}
