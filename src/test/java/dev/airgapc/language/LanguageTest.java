package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.Rendered;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Toys.Engine;
import dev.airgapc.language.Toys.Paint;
import dev.airgapc.language.Toys.Train;
import dev.airgapc.language.Toys.Wagon;
import dev.airgapc.language.Toys.Yard;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.Doc;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The language with a vocabulary of toys: it knows no kind of its own. */
class LanguageTest {
    private static final Path EXPECTED = Corpus.RESOURCES.resolve("language");
    private static final String YARD = "site { town = \"Ulm\" }\n";
    private static final String ENGINE = "engine big { host = \"big.example\" }\n";

    @Test
    void writtenValuesAreFactsWithTheirPlace() {
        Document document = check(YARD + ENGINE);
        Fact<Host> host = document.all(Engine.KIND).get(0).get(Engine.HOST);
        Origin.Written written = (Origin.Written) host.origin();
        assertEquals("engine.big.host", written.at().toString());
        assertEquals("\"big.example\"", written.span().text());
        assertEquals("page:3:21", written.span().place());
    }

    @Test
    void defaultsSayHowTheyFoundTheValue() {
        Document document = check(YARD + ENGINE + "train t {}\n");
        Block<Train> train = document.all(Train.KIND).get(0);
        assertEquals("big", train.get(Train.ENGINE).value().name());
        assertEquals(
                "the only engine", assumed(train.get(Train.ENGINE).origin()).because());
        assertEquals("the Ulm", train.get(Train.NAME).value());
        assertEquals(
                "site.town",
                assumed(train.get(Train.NAME).origin())
                        .from()
                        .get(0)
                        .written()
                        .orElseThrow()
                        .at()
                        .toString());
        assertEquals(
                "to Ulm",
                document.single(Yard.KIND).orElseThrow().get(Yard.SIGN).value());
        assertEquals(Optional.empty(), document.all(Engine.KIND).get(0).get(Engine.LOCK));
        assertEquals(Map.of(), document.all(Engine.KIND).get(0).get(Engine.ROUTE));
    }

    @Test
    void allMeansAllInTheOrderOfThePage() {
        Document document = check(
                ENGINE + "engine small { host = \"small.example\" }\n" + YARD + "train t { engine = engine.big }\n");
        assertEquals(
                List.of("big", "small"),
                document.all(Train.KIND).get(0).get(Train.SPARES).stream()
                        .map(spare -> spare.value().name())
                        .toList());
    }

    @Test
    void textHoldsOtherValues() {
        Document document = check(
                YARD + ENGINE + "train t { name = \"\\(site.town) to \\(engine.big.host), \\(train.t.coats)\" }\n");
        Fact<String> name = document.all(Train.KIND).get(0).get(Train.NAME);
        assertEquals("Ulm to big.example, 2", name.value());
        assertEquals(3, name.origin().from().size());
        assertEquals(
                List.of("site.town", "engine.big.host", "train.t.coats"),
                document.uses().stream()
                        .map(use -> use.of().toString())
                        .filter(of -> of.contains(".") && !of.equals("engine.big"))
                        .toList());
    }

    @Test
    void innerBlocksInherit() {
        Document document =
                check(YARD + ENGINE + "train t {\n coats = 3\n wagon a {}\n wagon \"b c\" { coats = 4 }\n}\n");
        List<Block<Wagon>> wagons = document.all(Train.KIND).get(0).get(Train.WAGONS);
        assertEquals(
                List.of(3L, 4L),
                wagons.stream().map(wagon -> wagon.get(Paint.COATS).value()).toList());
        assertEquals("train.t.wagon.\"b c\"", wagons.get(1).address().toString());
        assertEquals(
                "train.t.coats",
                wagons.get(0)
                        .get(Paint.COATS)
                        .origin()
                        .written()
                        .orElseThrow()
                        .at()
                        .toString());
        assertEquals(
                "train.t.wagon.\"b c\".coats",
                wagons.get(1)
                        .get(Paint.COATS)
                        .origin()
                        .written()
                        .orElseThrow()
                        .at()
                        .toString());
    }

    @Test
    void arrowsKeepTheirOrder() {
        Document document = check("engine e {\n host = \"e.example\"\n route z -> \"1\"\n route \"a b\" -> \"2\"\n}\n");
        Map<String, Fact<String>> routes = document.all(Engine.KIND).get(0).get(Engine.ROUTE);
        assertEquals(List.of("z", "a b"), List.copyOf(routes.keySet()));
        assertEquals(
                "engine.e.route.\"a b\"",
                routes.values().stream()
                        .toList()
                        .get(1)
                        .origin()
                        .written()
                        .orElseThrow()
                        .at()
                        .toString());
        assertEquals(
                1,
                document.at(List.of("engine", "e", "route", "a b"))
                        .orElseThrow()
                        .size());
    }

    @Test
    void mistakesAreToldOnceEach() {
        finds("engin e { host = \"e.example\" }\n", "2 AG0201");
        finds("engine e {\n hots = \"e.example\"\n}\n", "3 AG0202");
        finds("bridge b {}\n", "2 AG0203");
        finds(YARD + ENGINE + "train t { whistle = true }\n", "4 AG0203");
        finds(YARD + ENGINE + "train t {\n wagon w {\n load = gold\n}\n}\n", "6 AG0203");
        finds("site {}\n", "2 AG0204");
        finds(YARD + YARD, "3 AG0205");
        finds("site {\n town = \"a\"\n town = \"b\"\n}\n", "4 AG0205");
        finds("engine e {\n host = \"e.example\"\n route a -> \"1\"\n route a -> \"2\"\n}\n", "5 AG0205");
        finds("site { town = 5 }\n", "2 AG0206");
        finds(YARD + ENGINE + "train t { fast = \"true\" }\n", "4 AG0206");
        finds(YARD + ENGINE + "train t { fast = yes }\n", "4 AG0207");
        finds(YARD + ENGINE + "train t { spares = engine.big }\n", "4 AG0206");
        finds(YARD + ENGINE + "train t { spares = [engine.big, engine.big] }\n", "4 AG0205");
        finds(YARD + ENGINE + "train t { coats = 10 }\n", "4 AG0206");
        finds(YARD + ENGINE + "train t { coats = 99999999999999999999 }\n", "4 AG0206");
        finds("site \"a\" { town = \"b\" }\n", "2 AG0208");
        finds("engine { host = \"e.example\" }\n", "2 AG0208");
        finds("engine \"e\" { host = \"e.example\" }\n", "2 AG0208");
        finds("engine e\n", "2 AG0208");
        finds("town = \"a\"\n", "2 AG0208");
        finds("site { town { } }\n", "2 AG0208");
        finds("site { town += \"b\" }\n", "2 AG0208");
    }

    @Test
    void mistakenReferencesAreToldOnceEach() {
        finds(YARD + ENGINE + "train t { engine = engine.bgi }\n", "4 AG0301");
        finds(YARD + ENGINE + "train t { engine = site }\n", "4 AG0302");
        finds(YARD + ENGINE + "train t { engine = engine.big.host }\n", "4 AG0302");
        finds(YARD + ENGINE + "train t { engine = \"big\" }\n", "4 AG0206");
        finds(YARD + ENGINE + "train t { engine = big }\n", "4 AG0301");
        finds(YARD + "train t {}\n", "3 AG0204");
        finds(YARD + ENGINE + "engine two { host = \"two.example\" }\ntrain t {}\n", "5 AG0303");
        finds("site { town = \"\\(site.town)\" }\n", "2 AG0304");
        finds("site {\n town = \"\\(site.sign)\"\n}\n", "3 AG0304");
        finds("site { town = \"\\(nothing.at.all)\" }\n", "2 AG0301");
        finds("site { town = \"\\(site)\" }\n", "2 AG0302");
        finds("site { town = \"\\(site.twon)\" }\n", "2 AG0301");
        finds(YARD + ENGINE + "train t { name = \"\\(train.t.spares)\" }\n", "4 AG0206");
        finds("key k {}\nsite { town = \"\\(key.k.shape)\" }\n", "3 AG0602");
        finds("engine e {\n host = \"e.example\"\n lock = \"hunter2\"\n}\n", "4 AG0602");
    }

    @Test
    void whatIsBrokenIsNotReportedAgain() {
        finds(YARD + "engine big { host = }\ntrain t {}\n", "3 AG0104");
        finds(YARD + "engine big big { host = \"a\" }\ntrain t { engine = engine.big }\n", "3 AG0208");
        finds("site { town = }\nengine e { host = \"\\(site.town)\" }\n", "2 AG0104");
        finds("site { town = }\nengine e { host = \"https://e\" }\n", "2 AG0104", "3 AG0401");
    }

    @Test
    void blocksBehindAnErrorAreNotAmongTheWhole() {
        Report report = new Report();
        Document document = Language.check(
                Syntax.parse(
                        new Source(
                                "page",
                                "airgap 1\n" + YARD
                                        + "engine big { host = \"a b\" }\nengine ok { host = \"ok\" }\ntrain t { engine = engine.big }\n"),
                        report),
                Toys.ALL,
                report);
        assertEquals(
                List.of("ok"),
                document.all(Engine.KIND).stream().map(Block::name).toList());
        assertEquals(List.of(), document.all(Train.KIND));
        assertTrue(document.declares(Train.KIND));
    }

    @Test
    void anAddressIsAskedForWhatStandsThere() {
        Document document = check(YARD + "## The strong one.\n" + ENGINE + "train t { wagon a {} }\n");
        assertEquals(
                List.of(List.of("The strong one.")),
                document.docs(List.of("engine", "big")).stream().map(Doc::lines).toList());
        assertEquals(List.of(), document.docs(List.of("engine", "small")));
        assertEquals(Optional.of(List.of("Ulm", "to Ulm")), values(document, "site"));
        assertEquals(Optional.of(List.of("train.t.wagon.a")), values(document, "train", "t", "wagon"));
        assertEquals(Optional.empty(), values(document, "train", "t", "wagon", "a", "load", "x"));
        assertEquals(Optional.empty(), values(document, "engine", "big", "route", "z"));
        assertEquals(Optional.empty(), values(document, "nothing"));
    }

    private static Optional<List<String>> values(Document document, String... steps) {
        return document.at(List.of(steps))
                .map(facts -> facts.stream().map(Fact::value).toList());
    }

    @Test
    void aPageIsJsonToo() {
        Document document = check(YARD + """
                key k {}
                engine big {
                  host = "big.example"
                  lock = key.k
                  route z -> "1"
                }
                train t {
                  spares = [engine.big]
                  fast   = true
                  coats  = 3
                  wagon "b c" { load = coal }
                }
                """);
        Expectation.verify(EXPECTED.resolve("page.json"), document.json().print());
    }

    @Test
    void aVocabularyIsASchema() {
        Json.Members kinds = Json.members();
        for (Kind<?> kind : Toys.ALL.all()) {
            kinds = kinds.with(kind.name(), kind.schema());
        }
        Expectation.verify(EXPECTED.resolve("schema.json"), kinds.print());
    }

    @Test
    void everyWordSaysWhatItTakes() {
        StringBuilder words = new StringBuilder();
        for (Kind<?> kind : List.of(Yard.KIND, Toys.Key.KIND, Engine.KIND, Train.KIND, Wagon.KIND)) {
            words.append(kind.example()).append(": ").append(kind.words()).append('\n');
            kind.byName()
                    .values()
                    .forEach(attribute -> words.append("  ")
                            .append(attribute.example())
                            .append(": ")
                            .append(attribute.words())
                            .append(" Takes ")
                            .append(attribute.takes())
                            .append("; else ")
                            .append(attribute.otherwise())
                            .append(".\n"));
        }
        Expectation.verify(EXPECTED.resolve("words.txt"), words.toString());
    }

    @Test
    void aVocabularyIsClosedOnceItIsMade() {
        assertThrows(IllegalStateException.class, () -> Yard.KIND.required("late", Types.string(), "Too late."));
    }

    private static Origin.Assumed assumed(Origin origin) {
        return (Origin.Assumed) origin;
    }

    private static Document check(String text) {
        Report report = new Report();
        Document document =
                Language.check(Syntax.parse(new Source("page", "airgap 1\n" + text), report), Toys.ALL, report);
        assertEquals("", Rendered.of(report));
        return document;
    }

    private static void finds(String text, String... expected) {
        Report report = new Report();
        Language.check(Syntax.parse(new Source("page", "airgap 1\n" + text), report), Toys.ALL, report);
        String found = report.sorted().stream()
                .map(d -> d.at().line() + " " + d.code().number())
                .collect(Collectors.joining(", "));
        assertEquals(String.join(", ", expected), found, () -> text + Rendered.of(report));
    }
}
