package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.format.Formats;
import dev.airgapc.testing.Canary;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that somebody typed into a page is refused, and no command says it in any form. */
class TypedSecretsTest {
    @TempDir
    Path folder = Path.of("");

    private final Map<Path, String> pages = new TreeMap<>();

    /** The pages of the rule, with a canary for the secret that they hold. */
    @BeforeEach
    void plant() {
        for (Path page : Corpus.pages(Corpus.RESOURCES.resolve("rule/typed-secret"))) {
            String text = new String(Corpus.bytes(page), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("hunter2", Canary.WORD)
                    .replace("user:pass@", "user:" + Canary.WORD + "@");
            if (text.contains(Canary.WORD)) {
                pages.put(page, text);
            }
        }
        assertTrue(pages.size() > 10, pages.size() + " pages");
    }

    static List<String> formats() {
        return Formats.NAMES;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noFormSaysOne(String format) throws IOException {
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            Airgapc.Result result = run(page.getValue(), "check --format " + format);
            assertEquals(List.of(), Canary.in(result.out() + result.err()), result.out() + result.err());
            assertEquals(isRefused(page.getKey()), result.exit() == Exit.FINDINGS, page.toString());
        }
    }

    /** A page that is refused comes out as nothing, whatever is asked of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --debug",
                "compile --debug",
                "compile --check",
                "compile --diff",
                "compile --stdout",
                "explain site.name",
                "explain secret.s",
                "explain --json",
                "list secrets",
                "list hosts"
            })
    void noCommandSaysOne(String command) throws IOException {
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            if (isRefused(page.getKey())) {
                Airgapc.Result result = run(page.getValue(), command);
                assertEquals(List.of(), Canary.in(result.out() + result.err()), page + ": " + result);
                Files.delete(folder.resolve("site.ag"));
                assertEquals(List.of(), Canary.below(folder));
            }
        }
    }

    private Airgapc.Result run(String page, String command) throws IOException {
        Files.writeString(folder.resolve("site.ag"), page);
        return new Airgapc(folder).run((command + " site.ag").split(" ", -1));
    }

    private static boolean isRefused(Path page) {
        return Corpus.name(page).startsWith("bad");
    }
}
