package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever pages hold and files are called, each form is read back by its reader, and says no secret. */
class FormatLawsTest {
    private static final Pattern COMMAND = Pattern.compile("::(?:error|warning|notice) ([^:\r]*)::([^\r]*)");

    /** Every fifth page of the corpus of rules. */
    private static final List<String> SAMPLE = sample();

    @TempDir
    Path folder = Path.of("");

    private static List<String> sample() {
        List<Path> pages = Corpus.pages(Corpus.RESOURCES.resolve("rule"));
        return IntStream.range(0, pages.size())
                .filter(number -> number % 5 == 0)
                .mapToObj(number -> pages.get(number).toString())
                .toList();
    }

    private static String of(Path folder, String format, List<String> pages) {
        List<String> words = new ArrayList<>(List.of("check", "--format", format));
        words.addAll(pages);
        return new Airgapc(folder).run(words.toArray(String[]::new)).out();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        return IntStream.range(0, document.getElementsByTagName(name).getLength())
                .mapToObj(
                        number -> (Element) document.getElementsByTagName(name).item(number))
                .toList();
    }

    @Test
    void everyFormTellsOfTheSameFindings() throws IOException {
        Path here = Path.of("");
        JsonNode found = json(of(here, "json", SAMPLE)).get("diagnostics");
        assertTrue(found.size() > SAMPLE.size() / 2, found.size() + " findings");
        List<String> lines = of(here, "jsonl", SAMPLE)
                .lines()
                .filter(line -> !line.contains("\"type\":\"suppressed\""))
                .toList();
        assertEquals(found.size() + 1, lines.size());
        for (int number = 0; number < found.size(); number++) {
            JsonNode line = json(lines.get(number));
            assertEquals("diagnostic", line.get("type").textValue());
            assertEquals(found.get(number).get("range"), line.get("range"));
        }
        assertEquals("summary", json(lines.get(found.size())).get("type").textValue());
        long results = json(of(here, "sarif", SAMPLE))
                .at("/runs/0/results")
                .valueStream()
                .filter(result -> result.path("suppressions").isEmpty())
                .count();
        assertEquals(found.size(), results);
        assertEquals(found.size(), json(of(here, "gitlab", SAMPLE)).size());
        assertEquals(
                found.size(),
                elements(xml(of(here, "checkstyle", SAMPLE)), "error").size());
        assertEquals(
                SAMPLE.size(),
                elements(xml(of(here, "junit", SAMPLE)), "testsuite").size());
        List<String> commands = of(here, "github", SAMPLE).lines().toList();
        assertEquals(found.size(), commands.size());
        assertTrue(commands.stream().allMatch(line -> COMMAND.matcher(line).matches()), commands.toString());
        List<String> levels =
                commands.stream().map(line -> line.split(" ", 2)[0]).distinct().toList();
        assertEquals(List.of("::error", "::warning", "::notice"), levels);
    }

    @Test
    void fingerprintsTellFindingsApartAndSurviveLinesAbove() throws IOException {
        Path page = folder.resolve("site.ag");
        Files.writeString(page, "airgap 1\nnonsense\nnonsense\nsite { domain = }\n");
        List<String> before = fingerprints();
        assertEquals(before.size(), new HashSet<>(before).size());
        assertEquals(3, before.size());
        Files.writeString(page, "airgap 1\n\n# more\nnonsense\n  nonsense\nsite { domain = }\n");
        assertEquals(before, fingerprints());
        Files.writeString(page, "airgap 1\nnonsense\nnonsence\nsite { domain = }\n");
        assertFalse(before.equals(fingerprints()));
    }

    private List<String> fingerprints() throws IOException {
        List<String> gitlab = new ArrayList<>();
        json(of(folder, "gitlab", List.of("site.ag")))
                .forEach(issue -> gitlab.add(issue.get("fingerprint").textValue()));
        List<String> sarif = new ArrayList<>();
        json(of(folder, "sarif", List.of("site.ag")))
                .at("/runs/0/results")
                .forEach(result -> sarif.add(result.at("/partialFingerprints/primaryLocationLineHash")
                        .textValue()));
        assertEquals(sarif, gitlab);
        return sarif;
    }

    @Test
    void aDocumentHasAnEndAndSaysWhatItLeavesOut() throws IOException {
        Files.writeString(folder.resolve("site.ag"), "airgap 1\n" + "nonsense\n".repeat(12_000));
        List<String> page = List.of("site.ag");
        JsonNode document = json(of(folder, "json", page));
        assertEquals(12_000, document.get("error_count").intValue());
        assertEquals(10_000, document.get("diagnostics").size());
        assertEquals(2_000, document.get("omitted_count").intValue());
        JsonNode run = json(of(folder, "sarif", page)).at("/runs/0");
        assertEquals(10_000, run.get("results").size());
        assertEquals(2_000, run.at("/properties/omitted").intValue());
        assertEquals(10_000, json(of(folder, "gitlab", page)).size());
        assertEquals(12_001, of(folder, "jsonl", page).lines().count());
    }

    static List<String> hostile() {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return Stream.of(
                        "a:b,c%d;e=f.ag",
                        "::error::x.ag",
                        "##[error]x.ag",
                        "a\n::error::x.ag",
                        "a\r\nb\tc.ag",
                        "quo\"t'e <&> ]]>.ag",
                        "a b%20c?d#e.ag",
                        "\u001B[31m\u0007.ag",
                        "spä\u00DFe 😀 \u2028.ag")
                .filter(name -> names.newEncoder().canEncode(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFileMayHaveAnyName(String name) throws IOException {
        Files.writeString(folder.resolve(name), "airgap 1\nsite { domain = }\n");
        List<String> page = List.of(name);
        assertEquals(
                name,
                json(of(folder, "json", page)).at("/diagnostics/0/range/file").textValue());
        assertEquals(
                name,
                json(of(folder, "jsonl", page).lines().toList().get(0))
                        .at("/range/file")
                        .textValue());
        assertEquals(
                name, json(of(folder, "gitlab", page)).at("/0/location/path").textValue());
        String uri = json(of(folder, "sarif", page))
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .textValue();
        assertTrue(uri.matches("[A-Za-z0-9._~/%-]+"), uri);
        assertEquals(name, URI.create(uri).getPath());
        String written = name.replaceAll("[\u0007\u001B]", "\uFFFD");
        assertEquals(
                written,
                elements(xml(of(folder, "checkstyle", page)), "file").get(0).getAttribute("name"));
        assertEquals(
                written,
                elements(xml(of(folder, "junit", page)), "testsuite").get(0).getAttribute("name"));
        String github = of(folder, "github", page);
        Matcher command = COMMAND.matcher(github.substring(0, github.length() - 1));
        assertTrue(command.matches() && github.endsWith("\n"), github);
        assertEquals(name, unescaped(command.group(1).split(",", 2)[0].substring("file=".length())));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noNameBecomesALineOfItsOwn(String name) throws IOException {
        Files.writeString(folder.resolve(name), "airgap 1\nsite { domain = \"a.example\" }\n");
        Airgapc airgapc = new Airgapc(folder);
        for (Airgapc.Result result : List.of(
                airgapc.run("check", name),
                airgapc.run("check", "--format", "github", name),
                airgapc.run("check", "not " + name),
                airgapc.run("check", name + " not"))) {
            assertEquals(1, result.err().lines().count(), result.err());
            assertTrue(result.err().codePoints().filter(Character::isISOControl).allMatch(point -> point == '\n'));
            assertFalse(result.err().startsWith("::") || result.err().startsWith("##"), result.err());
            assertEquals("", result.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::error::x", "a\u0085::error::x", "100 %0A::error::x", "a,b:c", "<x a='\"'>&amp;]]>", "a\u2028b"
            })
    void noTextOfAPageBecomesACommand(String text) throws IOException {
        Files.writeString(folder.resolve("site.ag"), "airgap 1\nsite { domain = 'x" + text + "' }\n" + text + "\n");
        String github = of(folder, "github", List.of("site.ag"));
        assertFalse(github.isEmpty());
        for (String line : github.split("[\n\r\u0085\u2028]", -1)) {
            assertTrue(line.isEmpty() || line.startsWith("::error file=site.ag,line="), github);
        }
        assertFalse(elements(xml(of(folder, "junit", List.of("site.ag"))), "failure")
                .isEmpty());
        assertFalse(elements(xml(of(folder, "checkstyle", List.of("site.ag"))), "error")
                .isEmpty());
        assertEquals(
                json(of(folder, "json", List.of("site.ag"))).get("error_count").intValue() + 1,
                of(folder, "jsonl", List.of("site.ag")).split("[\n\r\u0085\u2028]", -1).length - 1);
    }

    private static String unescaped(String property) {
        return property.replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%");
    }
}
