package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.Header;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.GeneratedPages;
import dev.airgapc.testing.Mutation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that nobody wrote: whatever the words of the vocabulary are put together to, it ends in files or in diagnostics. */
class GeneratedPagesTest {
    /** More of them: {@code mvn test -Dtest=GeneratedPagesTest -Dmutations=5000000}. */
    private static final int PAGES = Integer.getInteger("mutations", 200_000) / 8;

    /** Each so-manieth is compiled with its layers: that costs ten times as much. */
    private static final int COMPILED = 12;

    private static final String SLIPS = "{}[]()=,.\"'#\\\n\t \r;:/->+abc019é😀\0\uFEFF“";
    private static final Path SITE = Path.of("/site");
    private static final Path FILES = Corpus.EXAMPLES.resolve("clearml");

    /** The time is a safety net for a machine, and no measure: a page that never ends shall not hold up a build. */
    @Test
    void endInFilesOrInDiagnostics() {
        assertTimeoutPreemptively(Duration.ofMinutes(10).plusMillis(50L * PAGES), GeneratedPagesTest::tryAll);
    }

    private static void tryAll() {
        AtomicInteger compiled = new AtomicInteger();
        IntStream.range(0, PAGES).parallel().forEach(round -> {
            Map<String, String> files = GeneratedPages.of(20_260_101L + round);
            try {
                files.values().forEach(text -> PageLaws.read(text, new Report()));
                if (round % COMPILED == 0) {
                    compiled.addAndGet(compiles(files) ? 1 : 0);
                }
                if (round % COMPILED == 1) {
                    String page = files.values().iterator().next();
                    PageLaws.check(Mutation.of(page, SLIPS, new Random(round)));
                }
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("round " + round + " of\n" + files, e);
            }
        });
        int tried = PAGES / COMPILED;
        assertTrue(
                tried < 100 || (compiled.get() >= tried / 20 && compiled.get() <= tried * 9 / 10),
                () -> "some are in order, some are not: " + compiled + " of " + tried);
    }

    private static boolean compiles(Map<String, String> files) {
        Inputs inputs = new Inputs(path -> {
            String name = SITE.relativize(path).toString();
            String text = files.get(name);
            if (text == null && !Files.isRegularFile(FILES.resolve(name))) {
                throw new NoSuchFileException(name);
            }
            return text == null ? Files.readAllBytes(FILES.resolve(name)) : text.getBytes(StandardCharsets.UTF_8);
        });
        try {
            Compilation compilation = new Compiler(Corpus.TODAY).compile(SITE.resolve("page.ag"), inputs);
            PageLaws.told(compilation.report(), String.join("", files.values()));
            compilation.files().forEach(file -> file.printer().print(file.content(), Header.NONE));
            return !compilation.report().hasErrors();
        } catch (IOException e) {
            throw new AssertionError("what is in memory can be read", e);
        }
    }
}
