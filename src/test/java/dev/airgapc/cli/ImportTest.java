package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vendor's programs print becomes a list of keys, or blocks of a page. */
class ImportTest {
    private static final String VALUES = """
            # -- what the vendor says of it
            clearml:
              agentk8sglueKey: "hunter2"
            agentk8sglue:
              queue: default
              extraEnvs: []
            """;
    private static final String LIST = """
            clearml.agentk8sglueKey   *
            agentk8sglue.queue        *
            agentk8sglue.extraEnvs.*  *
            """;
    private static final String HPO = "make sure `allegroai/clearml-apps:hpo-1.10.0-1062` was added to"
            + " `registry.ml.corp.example:5000/clearml-apps`\n";
    private static final String HPO_BLOCK = """
            image hpo-1-10-0-1062 {
              source = "docker.io/allegroai/clearml-apps:hpo-1.10.0-1062"
              inside = "registry.ml.corp.example:5000/clearml-apps:hpo-1.10.0-1062"
            }
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void page() throws IOException {
        Files.write(folder.resolve("site.ag"), Corpus.bytes(Corpus.EXAMPLES.resolve("minimal/site.ag")));
    }

    @Test
    void keysAreKeptAndNothingElse() throws IOException {
        write("values.yaml", VALUES);
        Airgapc.Result printed = run("import", "chart-values", "values.yaml");
        assertEquals(Exit.CLEAN, printed.exit());
        assertTrue(printed.out().endsWith("airgapc import chart-values values.yaml\n" + LIST), printed.out());
        assertFalse(printed.out().contains("hunter2") || printed.out().contains("vendor says"), printed.out());
        Airgapc.Result given = new Airgapc(folder)
                .run(Map.of(), VALUES.getBytes(StandardCharsets.UTF_8), "import", "chart-values", "-");
        assertEquals(printed.out().replace("values.yaml", "-"), given.out());
    }

    @Test
    void aFileIsWrittenWhenItDiffers() throws IOException {
        write("values.yaml", VALUES);
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", "charts/agent.keys: wrote 3 keys\n"),
                run("import", "chart-values", "values.yaml", "-o", "charts/agent.keys"));
        FileTime ago = FileTime.fromMillis(0);
        Files.setLastModifiedTime(folder.resolve("charts/agent.keys"), ago);
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", "charts/agent.keys: up to date, 3 keys\n"),
                run("import", "chart-values", "values.yaml", "--output", "charts/agent.keys"));
        assertEquals(ago, Files.getLastModifiedTime(folder.resolve("charts/agent.keys")));
        write("values.yaml", VALUES + "more: 1\n");
        assertEquals(
                "",
                run("import", "chart-values", "values.yaml", "-o", "charts/agent.keys", "--quiet")
                        .err());
        assertTrue(read("charts/agent.keys").endsWith("more                      *\n"));
        assertEquals(
                read("charts/agent.keys"),
                run("import", "chart-values", "values.yaml").out());
    }

    @Test
    void whatIsNoYamlIsShownAtItsPlaceWithoutItsSecret() throws IOException {
        write("values.yaml", "a:\n  b: 1\n password: hunter2\n");
        Airgapc.Result result = run("import", "chart-values", "values.yaml", "-o", "a.keys");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("error[AG0802]") && result.err().contains("values.yaml:3:2"), result.err());
        assertFalse(result.err().contains("hunter2"), result.err());
        assertFalse(Files.exists(folder.resolve("a.keys")));
    }

    /** From the chart to the finding: what a customer does. */
    @Test
    void aPageIsHeldAgainstTheList() throws IOException {
        write("values.yaml", VALUES.replace("  queue: default\n", "  queue: default\n  replicaCount: 1\n"));
        run("import", "chart-values", "values.yaml", "-o", "agent.keys");
        write(
                "site.ag",
                read("site.ag")
                        .replaceFirst(
                                "( +)chart +=.*\n",
                                "$0  chart-keys = \"agent.keys\"\n  values = \"agentk8sglue: { replicaCont: 2 }\"\n"));
        String said = run("check").err();
        assertTrue(said.contains("has no `agentk8sglue.replicaCont`"), said);
        assertTrue(said.contains("write `agentk8sglue.replicaCount`"), said);
        assertTrue(said.contains("has no `agentk8sglue.apiServerUrlReference`, which airgapc writes"), said);
        assertFalse(said.contains("has no `agentk8sglue.replicaCount`"), said);
        write("agent.keys", VALUES);
        Airgapc.Result malformed = run("check");
        assertEquals(Exit.FINDINGS, malformed.exit());
        assertTrue(malformed.err().contains("error[AG0413]: `agent.keys` has no path"), malformed.err());
        assertFalse(malformed.err().contains("hunter2"), malformed.err());
    }

    @Test
    void imagesArePrintedAsBlocks() throws IOException {
        write(
                "images.txt",
                "converting\n\n" + HPO + HPO
                        + HPO.replace("hpo-1", "1").replace("registry.ml.corp.example:5000", "local_registry"));
        assertEquals(
                new Airgapc.Result(
                        Exit.CLEAN,
                        HPO_BLOCK + "\nimage app-1-10-0-1062 {"
                                + " source = \"docker.io/allegroai/clearml-apps:1.10.0-1062\" }\n",
                        "images.txt: skipped 1 line that names no image: 1\n"),
                run("import", "app-images", "images.txt"));
    }

    @Test
    void aPageIsGivenWhatItLacks() throws IOException {
        write("images.txt", HPO);
        String before = read("site.ag");
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", "site.ag: added 1 image, 0 were there already\n"),
                run("import", "app-images", "images.txt", "site.ag"));
        assertEquals(before + "\n" + HPO_BLOCK, read("site.ag"));
        assertEquals(Exit.CLEAN, run("check").exit());
        assertEquals(Exit.CLEAN, run("fmt", "--check").exit());
        assertEquals(
                new Airgapc.Result(Exit.CLEAN, "", "site.ag: added 0 images, 1 was there already\n"),
                run("import", "app-images", "images.txt", "site.ag"));
        assertEquals(before + "\n" + HPO_BLOCK, read("site.ag"));
        write("images.txt", HPO + HPO.replace("/clearml-apps", "/other"));
        run("import", "app-images", "images.txt", "site.ag");
        assertTrue(read("site.ag").contains("image hpo-1-10-0-1062-2 {"), read("site.ag"));
        assertEquals(
                "docker.io/allegroai/clearml-apps:hpo-1.10.0-1062\ndocker.io/allegroai/other:hpo-1.10.0-1062\n",
                run("list", "images").out().replaceAll("docker.io/clearml/.*\n", ""));
    }

    /** What the page below carries, the page above need not. */
    @Test
    void everyLayerCounts() throws IOException {
        write("images.txt", HPO);
        write(
                "base.ag",
                read("site.ag") + "image apps { source = \"docker.io/allegroai/clearml-apps:hpo-1.10.0-1062\" }\n");
        String above = "airgap 1\nextends \"base.ag\"\namend site { domain = \"lab.corp.example\" }\n";
        write("lab.ag", above);
        Airgapc.Result result = run("import", "app-images", "images.txt", "lab.ag");
        assertEquals("lab.ag: added 0 images, 1 was there already\n", result.err());
        assertEquals(above, read("lab.ag"));
    }

    @Test
    void aPageWithErrorsIsLeftAlone() throws IOException {
        write("images.txt", HPO);
        String broken = "airgap 1\nsite { domain = }\n";
        write("broken.ag", broken);
        Airgapc.Result result = run("import", "app-images", "images.txt", "broken.ag");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().endsWith("broken.ag was left as it is: 1 error in it\n"), result.err());
        assertEquals(broken, read("broken.ag"));
    }

    @Test
    void aPageThatWouldHaveErrorsIsLeftAlone() throws IOException {
        write("images.txt", HPO.replace("registry.ml", "other.ml"));
        String before = read("site.ag");
        Airgapc.Result result = run("import", "app-images", "images.txt", "site.ag");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("`other.ml.corp.example:5000` is no registry of the site"), result.err());
        assertTrue(result.err().endsWith("site.ag was left as it is: 1 error with these images in it\n"), result.err());
        assertEquals(before, read("site.ag"));
    }

    private Airgapc.Result run(String... arguments) {
        return new Airgapc(folder).run(arguments);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
