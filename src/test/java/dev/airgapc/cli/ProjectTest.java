package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every site of a folder in one run. */
class ProjectTest {
    @TempDir
    Path folder = Path.of("");

    private Airgapc airgapc = new Airgapc(folder);

    @BeforeEach
    void sites() throws IOException {
        airgapc = new Airgapc(folder);
        write("prod/site.ag", "airgap 1\nimport \"../common.ag\"\nsite { domain = \"prod.example\" }\n");
        write("stage/site.ag", "airgap 1\nextends \"../prod/site.ag\"\namend site { domain = \"stage.example\" }\n");
        write("common.ag", "airgap 1\nregistry main { host = \"registry.\\(site.domain)\" }\n");
        write("target/old.ag", "airgap 1\nsite { domain = }\n");
        write("node_modules/x/y.ag", "airgap 1\nsite { domain = }\n");
    }

    @Test
    void findsSitesAndSkipsParts() throws IOException {
        assertEquals("2 pages are in order\n", airgapc.run("check", "--project").err());
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--project").exit());
        assertTrue(Files.exists(folder.resolve("prod/generated/prod-example/RUNBOOK.md")));
        assertTrue(Files.exists(folder.resolve("stage/generated/stage-example/RUNBOOK.md")));
        assertEquals(
                Exit.CLEAN,
                airgapc.run("compile", "--check", "--project", "prod", "stage").exit());
        write("common.ag", "airgap 1\nregistry main { host = \"hub.\\(site.domain)\" }\n");
        assertEquals(
                List.of(
                        "stale prod/generated/prod-example/airgapc.lock.json",
                        "stale stage/generated/stage-example/airgapc.lock.json"),
                airgapc.run("compile", "--check", "--project").out().lines().toList());
    }

    @Test
    void oneThatIsWrongKeepsNoOther() throws IOException {
        write("bad/site.ag", "airgap 1\nsite { domain = }\n");
        assertEquals(Exit.FINDINGS, airgapc.run("compile", "--project").exit());
        assertTrue(Files.exists(folder.resolve("stage/generated/stage-example/RUNBOOK.md")));
        assertFalse(Files.exists(folder.resolve("bad/generated")));
        assertEquals(
                Exit.FAILED,
                airgapc.run("compile", "nothing.ag", "bad/site.ag", "prod/site.ag")
                        .exit());
        assertTrue(Files.exists(folder.resolve("prod/generated/prod-example/RUNBOOK.md")));
    }

    @Test
    void twoSitesInOneFolderAreRefused() throws IOException {
        write("prod/twin.ag", "airgap 1\nextends \"site.ag\"\n");
        Airgapc.Result result = airgapc.run("check", "--project");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(result.err().contains("error[AG0508]"), result.err());
    }

    @Test
    void norAreTwoOfOneNameBelowOut() throws IOException {
        write("twin/site.ag", "airgap 1\nsite { domain = \"prod.example\" }\n");
        Airgapc.Result result = airgapc.run("compile", "--project", "--out", "all");
        assertEquals(Exit.FINDINGS, result.exit());
        assertTrue(
                result.err()
                        .contains(
                                "twin/site.ag:2:17: this site would be written over another one, into `all/prod-example`"),
                result.err());
        assertTrue(result.err().contains("the other one is at prod/site.ag:3:17"), result.err());
        assertTrue(Files.exists(folder.resolve("all/stage-example/RUNBOOK.md")));
        assertEquals(Exit.CLEAN, airgapc.run("compile", "--project").exit());
    }

    @Test
    void aFolderIsWanted() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertEquals(Exit.FAILED, airgapc.run("check", "--project", "common.ag").exit());
        assertEquals(Exit.USAGE, airgapc.run("check", "--project", "empty").exit());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
