package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.fact.Address;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates are text with holes: logic is Java, so the engine can change and the templates stay. */
class TemplatesTest {
    private static final Pattern TAG = Pattern.compile("\\{%.*?%}|\\{\\{.*?}}|\\{#.*?#}", Pattern.DOTALL);
    private static final Pattern LEGAL = Pattern.compile(
            "\\{\\{ [a-z_.]+ }}|\\{% for [a-z_]+ in [a-z_.]+ %}|\\{% if [a-z_.]+ %}|\\{% endfor %}|\\{% endif %}|\\{#.*#}",
            Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("[a-z][a-z0-9+.-]*://[A-Za-z0-9]|[a-z0-9-]+\\.(?:com|net|org|io|ai|dev)\\b(?!/)");

    /** Names that a person is told to log in to; the runbook is read on both sides. */
    private static final List<String> LOGINS = List.of("skopeo login docker.io", "helm registry login docker.io");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void speakTheSmallDialect(Path template) throws IOException {
        Matcher tag = TAG.matcher(Files.readString(template));
        while (tag.find()) {
            assertTrue(LEGAL.matcher(tag.group()).matches(), tag.group());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nameNoHostAndHoldNoSecret(Path template) throws IOException {
        String text = Files.readString(template);
        for (String login : LOGINS) {
            text = text.replace(login, "");
        }
        Matcher host = HOST.matcher(text);
        assertTrue(!host.find(), () -> "names " + host.group());
        assertEquals(Optional.empty(), Credential.in(text));
    }

    @Test
    void aValueIsNeverTemplate() {
        Mapping content = Mapping.EMPTY.with(
                "images",
                Sequence.of(List.of(
                        Mapping.EMPTY.with("upstream", leaf("{{ 7 * 7 }}")).with("inside", leaf("{% raw %}")))));
        Printed printed = new TemplatePrinter("images/mapping.txt", Quoting.PLAIN).print(content, new Header("a", "a"));
        assertEquals("docker://{{ 7 * 7 }}=docker://{% raw %}\n", printed.text());
        assertEquals(List.of("/images/0/upstream", "/images/0/inside"), printed.at(1));
    }

    @Test
    void anUnknownNameIsFatal() {
        Mapping content = Mapping.EMPTY.with("images", Sequence.of(List.of(Mapping.EMPTY.with("upstream", leaf("x")))));
        assertThrows(
                IllegalStateException.class,
                () -> new TemplatePrinter("images/mapping.txt", Quoting.PLAIN).print(content, new Header("a", "a")));
    }

    @Test
    void aLineIsALine() {
        assertThrows(IllegalStateException.class, () -> Quoting.PLAIN.quote(new Text("a\nb")));
        assertThrows(IllegalStateException.class, () -> Quoting.MARKDOWN.quote(new Text("a`b")));
        assertEquals("'it'\\''s'", Quoting.SHELL.quote(new Text("it's")));
    }

    private static Leaf leaf(String text) {
        Origin origin = new Origin.Written(Address.of("a"), new Source("a", "").span(0, 0), List.of());
        return Leaf.of(new Fact<>(new Text(text), origin));
    }
}
