package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.compile.Compilation;
import dev.airgapc.output.OutputFile;
import dev.airgapc.testing.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Another version of a chart changes the keys that the versions differ in, and no others. */
class VersionMovesTest {
    private static final String PAGE = Examples.text("clearml/site.ag");
    private static final String OPEN = Examples.text("oss/site.ag");

    @Test
    void anAgentMovesByTheKeysThatDiffer() {
        Compilation old = compile(PAGE.replace("6.14.6", "6.9.12"));
        assertEquals(List.of("AG0702"), Examples.errors(old), "it has no bootstrap");
        assertEquals(
                List.of("/bootstrap/enabled: nothing -> true", "/customCertificates/propagateToTasks: nothing -> true"),
                difference(values(old, "agent-main"), values(compile(PAGE), "agent-main")));
    }

    @Test
    void aServerIsRefusedUntilThePageSaysWhereTheDataAre() {
        String old = PAGE.replace(
                "  chart   = \"11.0.2\"\n  mongodb = operator  # a new installation\n", "  chart   = \"10.9.4\"\n");
        assertFalse(compile(old).report().hasErrors());
        assertEquals(List.of("AG0704"), Examples.errors(compile(old.replace("10.9.4", "11.0.2"))));
        assertEquals(List.of("AG0702"), Examples.errors(compile(PAGE.replace("11.0.2", "10.9.4"))));
        assertEquals(
                List.of(
                        "/mckMongodb/enabled: nothing -> true",
                        "/mckMongodb/migrated: nothing -> true",
                        "/mongodb/enabled: nothing -> false"),
                difference(values(compile(old), "server"), values(compile(PAGE), "server")));
        String bundled = PAGE.replace("mongodb = operator", "mongodb = bundled");
        assertEquals(
                List.of(
                        "/mckMongodb/enabled: nothing -> false",
                        "/mckMongodb/migrated: nothing -> false",
                        "/mongodb/enabled: nothing -> true"),
                difference(values(compile(old), "server"), values(compile(bundled), "server")));
    }

    @Test
    void aGatewayBeforeTheThirdHasAnotherWordForStreams() {
        List<String> moved = difference(
                values(compile(PAGE.replace("\"3.2.0\"", "\"2.1.3\"")), "gateway-main"),
                values(compile(PAGE), "gateway-main"));
        assertEquals(8, moved.size(), moved::toString);
        assertEquals("/streamSession/portRange/end: nothing -> 30200", moved.get(0));
    }

    /** 7.14.6 takes its databases from where Bitnami moved them; the values said so before. 7.15.0 has Dragonfly, and a second MongoDB. */
    @Test
    void aPublicServerMovesByTheKeysThatDiffer() {
        Map<String, String> oldest = values(open("7.14.4", ""), "server");
        assertEquals(List.of(), difference(oldest, values(open("7.14.7", ""), "server")));
        assertEquals(
                List.of(
                        "/dragonfly/image/repository: nothing -> registry.core.corp.example:5000/ml/docker.dragonflydb.io/dragonflydb/dragonfly",
                        "/dragonfly/image/tag: nothing -> v1.36.0",
                        "/dragonfly/imagePullSecrets/0/name: nothing -> registry-pull",
                        "/mckMongodb/enabled: nothing -> false",
                        "/mckMongodb/migrated: nothing -> false",
                        "/mongodb/enabled: nothing -> true",
                        "/redis/image/pullSecrets/0: registry-pull -> nothing",
                        "/redis/image/repository: ml/docker.io/bitnamilegacy/redis -> nothing",
                        "/redis/image/tag: 7.0.9-debian-11-r1 -> nothing"),
                difference(oldest, values(open("7.15.0", "mongodb = bundled"), "server")));
        assertEquals(List.of("AG0704"), Examples.errors(open("7.15.0", "")));
        assertEquals(List.of("AG0702"), Examples.errors(open("7.14.7", "mongodb = operator")));
    }

    /** 1.6.3 reads its keys from an object, and names its images where Bitnami moved them; the values said so before. */
    @Test
    void servingMovesByTheKeysThatDiffer() {
        String page = OPEN.replace("1.34.2", "1.32.4");
        assertEquals(
                List.of("/clearml/apiKeyExistingSecret: nothing -> clearml-serving"),
                difference(
                        values(Examples.changed("oss/site.ag", page.replace("1.6.3", "1.5.10")), "serving-main"),
                        values(Examples.changed("oss/site.ag", page), "serving-main")));
        assertEquals(
                List.of("AG0541"), Examples.errors(Examples.changed("oss/site.ag", OPEN.replace("1.6.3", "1.5.10"))));
    }

    @Test
    void aPublicAgentMovesByNothing() {
        String page = OPEN.replace("1.34.2", "1.32.4");
        assertEquals(
                List.of(),
                difference(
                        values(Examples.changed("oss/site.ag", page.replace("5.3.4", "5.3.2")), "agent-main"),
                        values(Examples.changed("oss/site.ag", page), "agent-main")));
    }

    /** What a version that nobody knows runs is not pinned to what an older one ran. */
    @Test
    void aVersionThatNobodyKnowsDecidesItsTags() {
        Map<String, String> values = values(open("7.99.0", "mongodb = bundled"), "server");
        assertEquals("ml/docker.io/allegroai/clearml", values.get("/apiserver/image/repository"));
        assertFalse(values.containsKey("/apiserver/image/tag"));
    }

    private static Compilation open(String chart, String word) {
        return Examples.changed(
                "oss/site.ag", OPEN.replace("1.34.2", "1.32.4").replace("\"7.14.7\"", "\"" + chart + "\"\n  " + word));
    }

    private static Compilation compile(String page) {
        return Examples.changed("clearml/site.ag", page);
    }

    private static Map<String, String> values(Compilation compilation, String folder) {
        OutputFile file = compilation.files().stream()
                .filter(one ->
                        one.path().contains("/" + folder + "/") && one.path().endsWith(".override.yaml"))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new TreeMap<>();
        file.content()
                .leaves()
                .forEach((pointer, leaf) -> values.put(pointer, leaf.value().text()));
        return values;
    }

    private static List<String> difference(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> pointers = new TreeSet<>(before.keySet());
        pointers.addAll(after.keySet());
        List<String> difference = new ArrayList<>();
        for (String pointer : pointers) {
            String old = before.getOrDefault(pointer, "nothing");
            String now = after.getOrDefault(pointer, "nothing");
            if (!old.equals(now)) {
                difference.add(pointer + ": " + old + " -> " + now);
            }
        }
        return difference;
    }
}
