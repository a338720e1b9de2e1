package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.airgapc.compile.Compilation;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.ImagePath;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamHost;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Url;
import dev.airgapc.output.ChaptersPrinter;
import dev.airgapc.output.EnvFilePrinter;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.IniPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.LinesPrinter;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Nested;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printer;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.TextPrinter;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.output.YamlDocumentsPrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that try to break a promise about values, in every printer's format. */
class PromisesTest {
    private static final List<Printer> PRINTERS = List.of(
            new YamlPrinter(),
            new YamlDocumentsPrinter(),
            new HoconPrinter(),
            new TomlPrinter(),
            new IniPrinter(),
            new EnvFilePrinter(),
            new LinesPrinter(),
            new TextPrinter(),
            new ChaptersPrinter(List.of("outside/fetch.md")),
            new TemplatePrinter("images/mirror.sh", Quoting.SHELL),
            new TemplatePrinter("images/mapping.txt", Quoting.PLAIN));

    private static final Image REDIS =
            Image.parse("docker.io/library/redis:7.4").value().orElseThrow();
    private static final String TOKEN = "glp" + "at-abcdefghijklmnopqrst";

    private record Violation(String code, String what, Function<Site, Scalar> value) {
        Violation(String code, String what, String text) {
            this(code, what, site -> new Text(text));
        }
    }

    private static final List<Violation> VIOLATIONS = List.of(
            new Violation(
                    "AG0601", "a host", site -> Host.parse("docker.io").value().orElseThrow()),
            new Violation("AG0601", "an address", site -> url("https://hub.example.com/x")),
            new Violation("AG0601", "an address within one", site -> url("https://a.ml.corp.example/?x=https://b.io")),
            new Violation("AG0601", "a name of a file", site -> new FileName("https://hub.example.com/x")),
            new Violation("AG0601", "a name of a secret", PromisesTest::secret),
            new Violation(
                    "AG0601",
                    "a key of a registry that nobody leads on",
                    site -> new UpstreamHost(REDIS.registry(), "docker.io")),
            new Violation("AG0601", "a key of an image that nobody mirrors", site -> new UpstreamKey(REDIS)),
            new Violation(
                    "AG0601",
                    "an image under its upstream name",
                    site -> new ImageName(REDIS, REDIS, Optional.empty())),
            new Violation(
                    "AG0601",
                    "the path of an image whose registry is public",
                    site -> new ImagePath(new ImageName(REDIS, REDIS, Optional.empty()))),
            new Violation("AG0603", "an image that nobody carries", site -> image("registry.ml.corp.example:5000/x:1")),
            new Violation("AG0601", "an argument", "--url=https://hub.example.com"),
            new Violation("AG0601", "an argument without a scheme", "--host=hub.example.com"),
            new Violation("AG0601", "a name", "hub.example.com"),
            new Violation("AG0601", "a name and a port", "see hub.example.com:8443"),
            new Violation("AG0601", "a list", "localhost,hub.example.com"),
            new Violation("AG0601", "an image", "quay.io/acme/server:1"),
            new Violation("AG0601", "shell", "curl -fsS \"https://hub.example.com/x\" | sh"),
            new Violation("AG0601", "HOCON", "api { api_server = \"https://hub.example.com\" }"),
            new Violation("AG0601", "JSON", "{\"url\":\"https:\\/\\/hub.example.com\"}"),
            new Violation("AG0601", "a comment", "# from https://hub.example.com/x\nx"),
            new Violation("AG0601", "base64", "c2VlIGh0dHBzOi8vaHViLmV4YW1wbGUuY29tL3g="),
            new Violation("AG0601", "numbers", "8.8.8.8"),
            new Violation("AG0601", "longer numbers", "[2001:4860:4860::8888]:53"),
            new Violation("AG0408", "a placeholder", "see <BASE_DOMAIN>"),
            new Violation("AG0602", "a token", "x " + TOKEN),
            new Violation("AG0602", "a password in an address", "https://robot:hunter2@a.ml.corp.example/x"),
            new Violation("AG0602", "a private key", "-----BEGIN " + "PRIVATE KEY-----\nMIG"),
            new Violation("AG0602", "a docker config", "{\"auths\":{\"x\":{\"auth\":\"cm9ib3Q6aHVudGVyMg==\"}}}"),
            new Violation("AG0602", "one within JSON", "{\\\"auth\\\":\\\"cm9ib3Q6aHVudGVyMg==\\\"}"),
            new Violation(
                    "AG0602", "one in base64", "eyJhdXRocyI6eyJ4Ijp7ImF1dGgiOiJjbTlpYjNRNmFIVnVkR1Z5TWc9PSJ9fX0="),
            new Violation("AG0602", "a comment with a token", "# " + TOKEN + "\nx"));

    static Stream<Arguments> violations() {
        return PRINTERS.stream()
                .flatMap(printer -> VIOLATIONS.stream()
                        .map(violation -> Arguments.of(
                                violation.what(), printer.getClass().getSimpleName(), printer, violation)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("violations")
    void isCaughtInEveryFormat(String what, String format, Printer printer, Violation violation) {
        assertCaught(violation, printer, site -> content(printer, Cheat.leaf(site, violation.value.apply(site))));
    }

    @ParameterizedTest(name = "{0} in a file within {1}")
    @MethodSource("violations")
    void isCaughtWithinAFileToo(String what, String format, Printer printer, Violation violation) {
        assertCaught(
                violation,
                new YamlPrinter(),
                site -> Mapping.EMPTY.with(
                        "file", new Nested(printer, content(printer, Cheat.leaf(site, violation.value.apply(site))))));
    }

    /** The output, the leaf, the line, the remedy; and a secret never. */
    private static void assertCaught(Violation violation, Printer printer, Function<Site, Node> content) {
        Compilation compilation = Cheat.with(
                site -> new OutputFile("inside/cheat", Side.INSIDE, Program.PEOPLE, printer, content.apply(site)));
        Optional<Diagnostic> caught = compilation.report().sorted().stream()
                .filter(d -> d.code().number().equals(violation.code()) && d.at().line() == 2)
                .findFirst();
        String rendered = Cheat.rendered(compilation);
        assertTrue(caught.isPresent(), rendered);
        assertFalse(caught.get().help().isEmpty(), rendered);
        assertTrue(rendered.contains("inside/cheat:/"), rendered);
        assertFalse(rendered.contains(TOKEN) || rendered.contains("hunter2") || rendered.contains("cm9ib3Q"), rendered);
    }

    /** A new printer, and a new type of values, is tried too. */
    @Test
    void nothingIsLeftOut() {
        Set<String> printers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.airgapc.output").stream()
                        .filter(one -> one.isAssignableTo(Printer.class)
                                && !one.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertEquals(
                printers,
                PRINTERS.stream()
                        .map(printer -> printer.getClass().getSimpleName())
                        .collect(Collectors.toSet()));
        Site site = Cheat.compile("minimal/site.ag", (any, plan) -> List.of()).site();
        Set<String> tried = VIOLATIONS.stream()
                .map(violation -> violation.value().apply(site).getClass().getSimpleName())
                .collect(Collectors.toSet());
        Set<String> types = Stream.of(Scalar.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(type -> !Set.of("Flag", "Count", "Decimal", "Absent", "Variable")
                        .contains(type))
                .collect(Collectors.toSet());
        assertEquals(types, tried, "of all types but those that can hold no name and no secret");
    }

    @Test
    void publicHostsAreLegalOutside() {
        Compilation compilation = Cheat.with(site ->
                Cheat.list("outside/list", Side.OUTSIDE, Cheat.leaf(site, new Text("https://hub.example.com"))));
        assertFalse(compilation.report().hasErrors(), () -> Cheat.rendered(compilation));
    }

    @Test
    void serversOfTheSiteStayInside() {
        Compilation compilation = Cheat.with(site -> Cheat.list(
                "outside/list", Side.OUTSIDE, Cheat.leaf(site, new Text("https://registry.ml.corp.example:5000/v2"))));
        assertEquals(List.of("AG0606"), Cheat.codes(compilation));
        Image own = Image.parse("registry.ml.corp.example:5000/x:1").value().orElseThrow();
        Compilation fetched =
                Cheat.with(site -> Cheat.list("outside/list", Side.OUTSIDE, Cheat.leaf(site, new UpstreamKey(own))));
        assertEquals(List.of("AG0603", "AG0606"), Cheat.codes(fetched), "what lies inside is not fetched");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hub.example.com, 'use a server of the site, or add `hub.example.com` to `site.hosts` if it is one'",
        "https://münchen.de/x, 'write the name of a server of the site: letters, digits, hyphens and dots'",
        "quay.io/acme/server:1, 'no `mirror` has a place for `quay.io/acme/server:1`: declare `image NAME { source = \"quay.io/acme/server:1\" }` and write its place inside, as `mapping.txt` has it'"
    })
    void theRemedyIsThatOfTheName(String text, String remedy) {
        Compilation compilation =
                Cheat.with(site -> Cheat.list("inside/x", Side.INSIDE, Cheat.leaf(site, new Text(text))));
        assertEquals(
                List.of(remedy),
                compilation.report().sorted().stream()
                        .filter(d -> d.code().number().equals("AG0601"))
                        .flatMap(d -> d.help().stream())
                        .toList());
    }

    @Test
    void noSecretOutsideEither() {
        Compilation compilation =
                Cheat.with(site -> Cheat.list("outside/list", Side.OUTSIDE, Cheat.leaf(site, new Text(TOKEN))));
        assertEquals(List.of("AG0602"), Cheat.codes(compilation));
        assertFalse(Cheat.rendered(compilation).contains(TOKEN));
    }

    /** A login of a docker config is one by its key. */
    @Test
    void aLoginUnderItsKey() {
        Compilation compilation = Cheat.with(site -> Cheat.list(
                "inside/x",
                Side.INSIDE,
                Mapping.EMPTY.with("auth", Cheat.leaf(site, new Text("cm9ib3Q6aHVudGVyMg==")))));
        assertEquals(List.of("AG0602"), Cheat.codes(compilation));
        Compilation words = Cheat.with(site -> Cheat.list(
                "inside/x",
                Side.INSIDE,
                Mapping.EMPTY.with("auth", Cheat.leaf(site, new Text("bm8gbG9naW4gaGVyZQ==")))));
        assertEquals(List.of(), Cheat.codes(words));
    }

    /** An image without its tag is one by its key. */
    @Test
    void anImageUnderItsKey() {
        Compilation compilation = Cheat.with(site -> Cheat.list(
                "inside/x", Side.INSIDE, Mapping.EMPTY.with("repository", Cheat.leaf(site, new Text("quay.io/acme")))));
        assertEquals(List.of("AG0601"), Cheat.codes(compilation));
    }

    private static Node content(Printer printer, Leaf leaf) {
        Mapping section = Mapping.EMPTY.with("cheat", Mapping.EMPTY.with("value", leaf));
        return printer instanceof YamlDocumentsPrinter || printer instanceof ChaptersPrinter
                ? Sequence.of(List.of(section))
                : section;
    }

    private static Url url(String text) {
        return Url.parse(text).value().orElseThrow();
    }

    private static ImageName image(String inside) {
        Image place = Image.parse(inside).value().orElseThrow();
        return new ImageName(place, place, Optional.of(REDIS));
    }

    private static SecretName secret(Site site) {
        Fact<String> namespace = site.block().get(SiteBlock.DOMAIN).map(any -> "x");
        return new SecretName(
                Address.of("secret", "clearml-agent"),
                Optional.empty(),
                namespace,
                SecretName.fields(List.of()),
                "https://hub.example.com");
    }
}
