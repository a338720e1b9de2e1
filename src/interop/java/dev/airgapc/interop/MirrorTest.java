package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The scripts carry images from one real registry to another, through a folder, with a real skopeo. */
@ReadBy(
        value = {"bash", "skopeo", "docker-registry", "crane", "regctl"},
        what = "`mirror.sh`, `pack.sh`, `load/images.sh`",
        proves =
                "images of every format go from one registry to another through a medium, with digests that three programs find equal")
class MirrorTest {
    private static List<LocalRegistry> registries = List.of();

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start(@TempDir Path store) throws IOException {
        registries = List.of(LocalRegistry.start(store, "outside"), LocalRegistry.start(store, "inside"));
        Crossing.publish(registries.get(0), store);
    }

    @AfterAll
    static void stop() {
        registries.forEach(LocalRegistry::close);
    }

    private Crossing crossing(TestInfo test) throws IOException {
        String project = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        return Crossing.prepare(
                folder, project, registries.get(0).port(), registries.get(1).port());
    }

    @Test
    void whatIsFetchedIsLoadedOnceAndWithTheSameDigest(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Processes.Result fetched = crossing.ok("outside/images/mirror.sh");
        assertTrue(fetched.err().contains("[3/3] quay.io/acme/server:2.1\n"), fetched.err());
        Processes.Result packed = crossing.ok("outside/pack.sh");
        Processes.Result verified = crossing.ok("inside/load/verify.sh");
        assertEquals(packed.out(), verified.out());

        Processes.Result loaded = crossing.ok("inside/load/images.sh");
        assertTrue(loaded.err().endsWith("3 of 3 images moved, the others were there\n"), loaded.err());
        crossing.assertEqualDigests();
        Processes.Result again = crossing.ok("inside/load/images.sh");
        assertTrue(again.err().endsWith("0 of 3 images moved, the others were there\n"), again.err());
        crossing.ok("outside/images/mirror.sh");
    }

    @Test
    void whatIsMissingIsSaidAtTheEnd(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Files.writeString(
                folder.resolve("outside/images/images.txt"), "docker.io/library/gone:1\n" + Crossing.REDIS + "\n");
        Processes.Result fetched = crossing.run("outside/images/mirror.sh");
        assertEquals(1, fetched.exit());
        assertTrue(fetched.err().endsWith("not fetched:\n  docker.io/library/gone:1\n"), fetched.err());
        crossing.ok("outside/pack.sh");
        Processes.Result loaded = crossing.run("inside/load/images.sh");
        assertEquals(1, loaded.exit());
        assertTrue(loaded.err().contains("1 of 3 images moved"), loaded.err());
        assertTrue(loaded.err().contains("quay.io/acme/server:2.1: it is not on the medium\n"), loaded.err());
    }

    @Test
    void aMediumThatWasTouchedIsNotLoaded(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        crossing.ok("outside/images/mirror.sh");
        crossing.ok("outside/pack.sh");
        Path manifest = crossing.carried(Crossing.REDIS).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertTrue(crossing.run("inside/load/images.sh").err().contains("bring the medium again"));
        crossing.ok("outside/pack.sh");
        Files.writeString(folder.resolve("medium/surplus"), "x");
        Processes.Result surplus = crossing.run("inside/load/images.sh");
        assertEquals(1, surplus.exit());
        assertTrue(surplus.err().contains("not packed by the sender:\n./surplus\n"), surplus.err());
    }
}
