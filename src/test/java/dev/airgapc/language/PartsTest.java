package dev.airgapc.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.compile.Compiler;
import dev.airgapc.source.Inputs;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of one page: neither may undo silently what the other says, and what they say alike counts once. */
class PartsTest extends LayerTrials {
    @Test
    void twoPartsMustAgreeOrThePageSays() {
        files.put("a.ag", "airgap 1\namend registry main { path = \"a\" }\n");
        files.put("b.ag", "airgap 1\namend registry main { path = \"b\" }\n");
        files.put("same.ag", "airgap 1\namend registry main { path = \"a\" }\n");
        String both = "airgap 1\nextends \"base.ag\"\nimport \"a.ag\"\n";
        String stage = "amend site { name = \"stage\" }\n";
        page(both + "import \"b.ag\"\n" + stage);
        assertEquals(List.of("AG0507"), codes());
        page(both + "import \"same.ag\"\n" + stage);
        compile("");
        page(both + "import \"b.ag\"\n" + stage + "amend registry main { path = \"c\" }\n");
        assertEquals("c", value(compile(""), "registry.main.path"));
    }

    @Test
    void twoPartsMustAgreeOnArrowsAndKeysToo() {
        String head =
                "airgap 1\nextends \"base.ag\"\nimport \"a.ag\"\nimport \"b.ag\"\namend site { name = \"stage\" }\n";
        files.put("a.ag", "airgap 1\namend registry main { amend mirror \"docker.io\" -> \"a\" }\n");
        files.put("b.ag", "airgap 1\namend registry main { amend mirror \"docker.io\" -> \"b\" }\n");
        page(head);
        assertEquals(List.of("AG0507"), codes());
        page(head + "amend registry main { amend mirror \"docker.io\" -> \"c\" }\n");
        assertEquals("\"docker.io\" -> \"c\"", value(compile(""), "registry.main.mirror"));
        files.put("base.ag", BASE.replace("queue cpu {}", "queue cpu { env { A = \"0\" } }"));
        files.put("a.ag", "airgap 1\namend clearml-agent main { amend queue cpu { amend env { A = \"1\" } } }\n");
        files.put("b.ag", "airgap 1\namend clearml-agent main { amend queue cpu { amend env { A = \"2\" } } }\n");
        page(head);
        assertEquals(List.of("AG0507"), codes());
    }

    @Test
    void aPartAloneIsReadAsFarAsItGoes() throws IOException {
        assertEquals(List.of(), part("amend registry main { path = \"x\" }"));
        assertEquals(
                List.of(),
                part(
                        "amend clearml-agent main {\n  amend queue gpu {\n    gpus = 2\n    amend env { A = \"1\" }\n  }\n  remove queue cpu\n}"));
        assertEquals(List.of(), part("amend site { hosts += [\"x.example\"] }"));
        assertEquals(List.of(), part("amend registry main { amend mirror \"docker.io\" -> \"x\" }"));
        assertEquals(List.of(), part("registry other {\n  host = \"r.\\(site.domain)\"\n  pull = secret.elsewhere\n}"));
        assertEquals(List.of("AG0202"), part("amend clearml-agent main { quue gpu { gpus = 2 } }"));
        assertEquals(List.of("AG0206"), part("amend clearml-agent main { amend queue gpu { gpus = \"2\" } }"));
        assertEquals(List.of("AG0401"), part("registry other { host = \"https://r.example\" }"));
        assertEquals(List.of("AG0602"), part("index x { url = \"https://user:hunter2@pypi.\\(site.nope)/\" }"));
    }

    private static List<String> part(String entries) throws IOException {
        Path file = Path.of("/site/part.ag");
        Inputs inputs = new Inputs(path -> ("airgap 1\n" + entries + "\n").getBytes(StandardCharsets.UTF_8));
        return new Compiler(Corpus.TODAY)
                .check(file, inputs).report().sorted().stream()
                        .map(diagnostic -> diagnostic.code().number())
                        .toList();
    }

    private static final String A = "amend registry main { path = \"a\" }";
    private static final String B = "amend registry main { path = \"b\" }";
    private static final String C = "amend site { hosts += [\"c.other.example\"] }";
    private static final String NO_QUEUE = "amend clearml-agent main { remove queue cpu }";
    private static final String QUEUE = "amend clearml-agent main { amend queue cpu { gpus = 1 } }";

    @Test
    void contradictionsAreFoundInEachOrder() {
        String set = "amend site { hosts = [\"*.corp.example\"] }";
        for (List<String> two : List.of(List.of(A, B), List.of(C, set), List.of(NO_QUEUE, QUEUE))) {
            assertEquals(List.of("AG0507 p1.ag:2"), parts("", two.get(0), two.get(1)));
            assertEquals(List.of("AG0507 p1.ag:2"), parts("", two.get(1), two.get(0)));
        }
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", A, B, B));
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", A, "amend registry main { remove path }"));
        String minus = "amend site { hosts -= [\"*.corp.example\"] }";
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", minus, "amend site { hosts += [\"*.corp.example\"] }"));
        files.put("base.ag", BASE.replace("queue cpu {}", "env { A = \"1\" }\n  queue cpu {}"));
        String none = "amend clearml-agent main { remove env }";
        String other = "amend clearml-agent main { amend env { A = \"2\" } }";
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", none, other));
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", other, none));
    }

    @Test
    void aFileAboveBothSettles() {
        assertEquals(List.of(), parts("amend registry main { path = \"c\" }", A, B));
        assertEquals(List.of(), parts("amend registry main { remove path }", A, B));
        assertEquals(List.of(), parts("amend registry main { remove path }", A, "amend registry main { remove path }"));
        for (String settled : List.of(NO_QUEUE, QUEUE)) {
            assertEquals(List.of(), parts(settled, QUEUE, NO_QUEUE));
            assertEquals(List.of(), parts(settled, NO_QUEUE, QUEUE));
        }
        parts(QUEUE, NO_QUEUE, QUEUE);
        assertEquals("1", value(compile(""), "clearml-agent.main.queue.cpu.gpus"));
        assertEquals(
                "clearml-agent.main.queue.gpu clearml-agent.main.queue.cpu",
                value(compile(""), "clearml-agent.main.queue"),
                "what one part removed is there again");
        files.put("base.ag", BASE.replace("queue cpu {}", "env { A = \"1\" }\n  queue cpu {}"));
        parts(
                "amend clearml-agent main { amend env { C = \"3\" } }",
                "amend clearml-agent main { remove env }",
                "amend clearml-agent main { amend env { B = \"2\" } }");
        assertEquals("A = \"1\" B = \"2\" C = \"3\"", value(compile(""), "clearml-agent.main.env"));
        files.put("both.ag", "airgap 1\nimport \"p0.ag\"\nimport \"p1.ag\"\namend registry main { path = \"c\" }\n");
        page("airgap 1\nextends \"base.ag\"\nimport \"both.ag\"\n" + STAGE);
        files.put("p0.ag", "airgap 1\n" + A + "\n");
        files.put("p1.ag", "airgap 1\n" + B + "\n");
        assertEquals("c", value(compile(""), "registry.main.path"));
    }

    @Test
    void whoReachesTheOtherIsAbove() {
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", "import \"deep.ag\"", B, deep()));
        assertEquals(List.of(), parts("", "import \"deep.ag\"\n" + B));
        files.put("mid.ag", "airgap 1\nextends \"base.ag\"\nimport \"deep.ag\"\namend site { name = \"mid\" }\n");
        files.put("p0.ag", "airgap 1\n" + B + "\n");
        page("airgap 1\nextends \"mid.ag\"\nimport \"p0.ag\"\n" + STAGE);
        assertEquals("b", value(compile(""), "registry.main.path"));
    }

    private String deep() {
        files.put("deep.ag", "airgap 1\n" + A + "\n");
        return "";
    }

    @Test
    void whatTwoSayAlikeCountsOnce() {
        assertEquals(List.of(), parts("", A, A.replace('"', '\'')));
        assertEquals(List.of(), parts("", C, C));
        assertEquals(List.of(), parts("", NO_QUEUE, NO_QUEUE));
        assertEquals(
                List.of("AG0205 p1.ag:2"),
                parts(
                        "",
                        "proxy p { http = \"http://p.corp.example:1\" }",
                        "proxy p { http = \"http://p.corp.example:1\" }"));
    }

    @Test
    void withinOneFileNothingTakesThePlaceOfAnything() {
        assertEquals(List.of("AG0205 page.ag:5"), parts(A + "\n" + B));
        assertEquals(List.of("AG0205 page.ag:6"), parts("amend registry main {\n path = \"x\"\n remove path\n}"));
        assertEquals(List.of("AG0205 page.ag:5"), parts(C + "\namend site { hosts = [\"*.corp.example\"] }"));
        String proxy = "proxy p { http = \"http://p.corp.example:1\" }";
        assertEquals(
                List.of("AG0205 page.ag:5"), parts(proxy + "\namend proxy p { http = \"http://p.corp.example:2\" }"));
        assertEquals(List.of("AG0205 page.ag:5"), parts(proxy + "\nremove proxy p"));
        assertEquals(
                List.of("AG0532 page.ag:4"), parts(proxy + "\namend proxy p { https = \"http://p.corp.example:2\" }"));
        assertEquals(List.of(), parts("remove index main\nindex main { url = \"https://pypi.corp.example/simple\" }"));
    }

    @Test
    void aPartThatIsReadBeforeSaysSo() {
        files.put("p0.ag", "airgap 1\namend site { hosts += [\"x.other.example\"] }\n");
        page("airgap 1\nimport \"p0.ag\"\nsite { domain = \"ml.corp.example\" }\n");
        assertEquals(List.of("AG0305 p0.ag:2"), found());
        assertEquals(
                "page.ag:3:1",
                run().report().sorted().get(0).related().get(0).at().place());
    }

    @Test
    void textsAreComparedPathByPath() {
        String a = "amend clearml-agent main { values += \"a: {b: 1, c: 1}\" }";
        String b = "amend clearml-agent main { values += \"a: {b: 2, d: 1}\" }";
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", a, b));
        assertEquals(List.of("AG0507 p1.ag:2"), parts("", b, a));
        assertEquals(List.of(), parts("", a, b.replace("b: 2", "b: 1")));
        assertEquals(List.of(), parts("amend clearml-agent main { values += \"a: {b: 3}\" }", a, b));
    }

    @Test
    void whatIsAddedToADefaultChangesWhatItFinds() {
        parts("", "amend clearml-agent main { tolerations += [\"a=b:NoSchedule\"] }");
        assertEquals("a=b:NoSchedule", value(compile(""), "clearml-agent.main.tolerations"));
        parts("", "amend clearml-agent main { indexes += [index.main] }");
        assertEquals("index.main", value(compile(""), "clearml-agent.main.indexes"));
        parts("", "amend clearml-agent main { amend queue gpu { amend env { X = \"1\" } } }");
        assertEquals("X = \"1\"", value(compile(""), "clearml-agent.main.queue.gpu.env"));
    }

    @Test
    void aFileIsTakenFromAListByWhereItLies() {
        String page = "airgap 1\nextends \"base.ag\"\nimport \"sub/trust.ag\"\n" + STAGE;
        files.put("sub/trust.ag", "airgap 1\ntrust d { certificates = [\"gone.pem\"] }\n");
        files.put("gone.pem", "another file");
        page(page + "amend trust d { certificates -= [\"sub/gone.pem\"] }\n");
        assertEquals(List.of(), found());
        page(page + "amend trust d { certificates -= [\"gone.pem\"] }\n");
        assertEquals(List.of("AG0305 page.ag:5", "AG0002 sub/trust.ag:2"), found());
        assertEquals(
                List.of("did you mean `sub/gone.pem`?"),
                run().report().sorted().get(0).help());
    }

    @Test
    void removeNamesAThingAndNoMore() {
        assertEquals(List.of("AG0208 page.ag:4"), parts("remove clearml-agent main { queue gpu {} }"));
        assertEquals(List.of("AG0208 page.ag:4"), parts("remove registry main { }"));
        assertEquals(
                List.of("AG0208 page.ag:4"), parts("amend registry main { remove mirror \"docker.io\" -> \"hub\" }"));
        assertEquals(List.of("AG0208 page.ag:4"), parts("amend registry main { remove mirror \"docker.io\" { } }"));
        assertEquals(List.of("AG0208 page.ag:4"), parts("amend registry main { amend mirror \"docker.io\" }"));
        assertEquals(List.of("AG0208 page.ag:4"), parts("amend registry main { amend mirror \"docker.io\" { } }"));
        assertEquals(List.of("AG0208 page.ag:4"), parts("amend clearml-agent main { remove env { A } }"));
    }

    @Test
    void oneLineOfALayerIsBlamedOnce() {
        assertEquals(List.of("AG0301 page.ag:4"), parts("remove registry main"));
        page("airgap 1\nextends \"base.ag\"\nremove site\n");
        assertEquals(List.of("AG0301 page.ag:3"), found());
        assertEquals(List.of("AG0303 page.ag:4"), parts("registry second { host = \"r2.corp.example\" }"));
        assertEquals(List.of("AG0204 page.ag:4"), parts("amend clearml-agent main { remove image }"));
        page("airgap 1\nextends \"base.ag\"\n");
        assertEquals(List.of("AG0530 page.ag:2"), found());
    }

    @Test
    void whileABaseIsMissingNothingElseIsSaid() {
        for (String link : List.of("extends \"none.ag\"", "extends from \"base.ag\"", "extends \"page.ag\"")) {
            page("airgap 1\n" + link + "\n" + STAGE + "amend registry main { path = \"x\" }\nremove secret agent\n");
            assertEquals(1, found().size(), link);
        }
        for (String link : List.of("extends = \"base.ag\"", "extends base.ag")) {
            page("airgap 1\n" + link + "\n" + STAGE + "amend registry mian { path = \"x\" }\n");
            assertEquals(List.of("AG0208 page.ag:2", "AG0305 page.ag:4"), found());
        }
    }
}
