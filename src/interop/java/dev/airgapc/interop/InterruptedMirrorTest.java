package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Each script is killed at a place that is chosen, half-way within an image, and started again; and registries fail under it. */
@ReadBy(
        value = {"bash", "skopeo", "docker-registry", "crane", "regctl"},
        what = "`mirror.sh`, `pack.sh`, `load/images.sh`",
        proves =
                "a script that is killed half-way goes on where it stopped, and what fails is listed while the rest moves")
class InterruptedMirrorTest {
    private static final int KILLED = 128 + 9;

    private static List<LocalRegistry> registries = List.of();

    @TempDir
    Path folder = Path.of("");

    private List<Line> lines = List.of();

    @BeforeAll
    static void start(@TempDir Path store) throws IOException {
        registries = List.of(LocalRegistry.start(store, "outside"), LocalRegistry.ofCrane(store));
        Crossing.publish(registries.get(0), store);
    }

    @AfterAll
    static void stop() {
        registries.forEach(LocalRegistry::close);
    }

    @BeforeEach
    void connect() throws IOException {
        lines = List.of(Line.to(registries.get(0)), Line.to(registries.get(1)));
    }

    @AfterEach
    void disconnect() throws IOException {
        for (Line line : lines) {
            line.close();
        }
    }

    @Test
    void aFetchThatWasKilledGoesOn(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Line outside = lines.get(0);
        outside.cut("GET", "/library/redis/blobs/", crossing::kill);
        assertEquals(KILLED, crossing.run("outside/images/mirror.sh").exit());
        assertTrue(Files.exists(crossing.carried(Crossing.BASE)));
        assertFalse(Files.exists(crossing.carried(Crossing.REDIS)));
        assertTrue(Files.exists(folder.resolve("medium/images/.new/version")), "the image was begun");

        outside.forget();
        Processes.Result again = crossing.ok("outside/images/mirror.sh");
        assertTrue(again.err().endsWith("3 images are in medium/images\n"), again.err());
        assertNone(outside.requests(), "clearml-enterprise-agent-k8s-base");
        assertFalse(Files.exists(folder.resolve("medium/images/.new")));
        crossing.ok("outside/pack.sh");
        crossing.ok("inside/load/images.sh");
        crossing.assertEqualDigests();
    }

    @Test
    void aLoadThatWasKilledGoesOn(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Line inside = lines.get(1);
        crossing.ok("outside/images/mirror.sh");
        crossing.ok("outside/pack.sh");
        inside.cut("PATCH", "/library/redis/blobs/", crossing::kill);
        assertEquals(KILLED, crossing.run("inside/load/images.sh").exit());

        inside.forget();
        Processes.Result again = crossing.ok("inside/load/images.sh");
        assertTrue(again.err().endsWith("2 of 3 images moved, the others were there\n"), again.err());
        assertNone(sent(inside), "clearml-enterprise-agent-k8s-base");
        crossing.assertEqualDigests();

        inside.forget();
        crossing.ok("inside/load/images.sh");
        assertEquals(List.of(), sent(inside));
    }

    @Test
    void aMediumThatWasHalfPackedIsRefusedAndPackedAgain(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        crossing.ok("outside/images/mirror.sh");
        String packed = crossing.ok("outside/pack.sh").out();
        Files.createDirectories(folder.resolve("medium/images/.new/half"));
        Files.writeString(folder.resolve("medium/images/.new/half/blob"), "of an image");

        crossing.stub("sha256sum", "kill -KILL 0\n");
        assertEquals(KILLED, crossing.run("outside/pack.sh").exit());
        assertRefused(crossing, "there is no SHA256SUMS");

        Files.delete(folder.resolve("sha256sum"));
        crossing.stub("cp", "head -n 2 \"$1\" >\"$2\"\n[ \"$2\" = MANIFEST ] || kill -KILL 0\n");
        assertEquals(KILLED, crossing.run("outside/pack.sh").exit());
        assertRefused(crossing, "not packed by the sender:\n./images/");

        Files.delete(folder.resolve("cp"));
        assertEquals(packed, crossing.ok("outside/pack.sh").out());
        assertEquals(packed, crossing.ok("inside/load/verify.sh").out());
    }

    @Test
    void whatIsNotFetchedIsListedAndTheRestIs(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Line outside = lines.get(0);
        outside.refuse("GET", "/library/redis/manifests/");
        outside.dieAt("GET", "/acme/server/blobs/");
        Processes.Result fetched = crossing.run("outside/images/mirror.sh");
        assertEquals(1, fetched.exit());
        assertTrue(
                fetched.err().endsWith("not fetched:\n  " + Crossing.REDIS + "\n  " + Crossing.SERVER + "\n"),
                fetched.err());
        assertTrue(Files.exists(crossing.carried(Crossing.BASE)));

        outside.mend();
        outside.forget();
        crossing.ok("outside/images/mirror.sh");
        assertNone(outside.requests(), "clearml-enterprise-agent-k8s-base");
    }

    @Test
    void whatIsNotLoadedIsListedAndTheRestIs(TestInfo test) throws IOException {
        Crossing crossing = crossing(test);
        Line inside = lines.get(1);
        crossing.ok("outside/images/mirror.sh");
        crossing.ok("outside/pack.sh");
        inside.refuse("PUT", "/library/redis/manifests/");
        inside.dieAt("PUT", "/acme/server/manifests/");
        Processes.Result loaded = crossing.run("inside/load/images.sh");
        assertEquals(1, loaded.exit());
        assertTrue(
                loaded.err()
                        .endsWith("1 of 3 images moved, the others were there\nnot loaded:\n  docker://"
                                + crossing.place(Crossing.REDIS) + "\n  docker://"
                                + crossing.place(Crossing.SERVER) + "\n"),
                loaded.err());

        inside.mend();
        inside.forget();
        Processes.Result again = crossing.ok("inside/load/images.sh");
        assertTrue(again.err().endsWith("2 of 3 images moved, the others were there\n"), again.err());
        assertNone(sent(inside), "PATCH");
        crossing.assertEqualDigests();
    }

    private Crossing crossing(TestInfo test) throws IOException {
        String project = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        return Crossing.prepare(
                folder, project, lines.get(0).port(), lines.get(1).port());
    }

    private void assertRefused(Crossing crossing, String reason) {
        for (String script : List.of("inside/load/verify.sh", "inside/load/images.sh")) {
            Processes.Result result = crossing.run(script);
            assertEquals(1, result.exit());
            assertTrue(result.err().contains(reason), result.err());
        }
        assertEquals(List.of(), lines.get(1).requests());
    }

    /** Requests that bring something: blobs and manifests. */
    private static List<String> sent(Line line) {
        return line.requests().stream()
                .filter(request -> Stream.of("POST ", "PATCH ", "PUT ").anyMatch(request::startsWith))
                .toList();
    }

    private static void assertNone(List<String> requests, String part) {
        assertFalse(requests.isEmpty(), "nothing was asked at all");
        assertEquals(
                List.of(), requests.stream().filter(one -> one.contains(part)).toList());
    }
}
