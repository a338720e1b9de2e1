package dev.airgapc.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.fact.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    static List<String> products() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalog"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toFile().getName())
                    .filter(name -> !name.equals("traps"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyTableIsWhole(String name) {
        Product product = new Catalog().product(name);
        assertFalse(product.title().isEmpty());
        assertEquals(product.versions().stream().sorted().toList(), product.versions());
        product.keys().forEach(key -> assertTrue(key.source().source().matches("[a-z-]+/[a-z-]+:.+"), key.toString()));
        product.images().forEach(image -> assertTrue(image.source().source().contains(":"), image.toString()));
        product.chart().ifPresent(chart -> assertTrue(chart.text().contains("://")));
        assertFalse(product.versions().isEmpty());
        product.keys().forEach(key -> {
            boolean byReference =
                    key.steps().get(0).equals("env"); // a variable takes its value from a secret of the cluster
            assertFalse(!byReference && product.isSecret(key.steps()), key + " is written, and takes a literal secret");
            assertFalse(
                    product.versions().stream()
                            .filter(key.gate()::holds)
                            .anyMatch(version ->
                                    product.misspelt(key.steps(), version).isPresent()),
                    key + " is written, and is misspelt");
        });
    }

    @Test
    void anUnknownTableIsABug() {
        assertThrows(IllegalStateException.class, () -> new Catalog().product("nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "*,1.0,true",
        ">=6.10.6,6.10.6,true",
        ">=6.10.6,6.9.12,false",
        ">=6.10.6,6.14.0,true",
        "2.0.1..2.0.9,2.0.5,true",
        "2.0.1..2.0.9,2.0.10,false",
        "6.14.5..,6.14.4,false",
        "6.14.5..,7.0.0,true"
    })
    void gates(String gate, String version, boolean holds) {
        assertEquals(
                holds, Gate.parse(gate).holds(Version.parse(version).value().orElseThrow()));
    }

    @Test
    void aStarStandsForOneStep() {
        Product agent = new Catalog().product("clearml-enterprise-agent");
        assertTrue(agent.key(List.of("agentk8sglue", "queues", "a.b", "queueSettings", "maxPods"))
                .isPresent());
        assertFalse(agent.key(List.of("agentk8sglue", "queues", "maxPods")).isPresent());
        assertFalse(agent.key(List.of("agentk8sglue", "nothing")).isPresent());
    }

    @Test
    void aSecretIsThePathItself() {
        Product gateway = new Catalog().product("clearml-enterprise-app-gateway");
        assertTrue(gateway.isSecret(List.of("clearml", "apiSecret")));
        assertFalse(gateway.isSecret(List.of("clearml")));
        assertFalse(gateway.isSecret(List.of("clearml", "apiServerUrlReference")));
    }

    @ParameterizedTest
    @CsvSource({
        "tcpSession,3.0.0,streamSession",
        "tcpSession.portRange.start,3.2.0,streamSession",
        "tcpSession.portRange.start,2.1.3,",
        "ingress.hostname,3.2.0,ingress.hostName",
        "ingress.hostName,3.2.0,"
    })
    void aMisspellingCoversWhatIsBelowIt(String path, String version, String right) {
        Product gateway = new Catalog().product("clearml-enterprise-app-gateway");
        assertEquals(
                Optional.ofNullable(right),
                gateway.misspelt(
                                List.of(path.split("\\.")),
                                Version.parse(version).value().orElseThrow())
                        .map(Product.Misspelling::right));
    }

    /** What is written for a public chart is among its keys, in each version. */
    @ParameterizedTest
    @CsvSource({"clearml", "clearml-agent", "clearml-serving"})
    void everyKeyIsKnown(String name) {
        Product product = new Catalog().product(name);
        product.keys().stream()
                .filter(key -> !List.of("env", "secret").contains(key.steps().get(0)))
                .forEach(key -> product.versions().stream()
                        .filter(key.gate()::holds)
                        .forEach(version ->
                                assertTrue(product.known().has(key.steps(), version), key + " in " + version)));
    }

    @Test
    void whatNoKeySaysIsSaid() {
        Catalog catalog = new Catalog();
        assertTrue(catalog.product("clearml-enterprise").imageGap().isPresent());
        assertFalse(catalog.product("clearml-enterprise-agent").imageGap().isPresent());
        assertEquals(Optional.empty(), catalog.product("clearml-conf").chart());
        assertEquals(
                3,
                catalog.product("clearml-enterprise-app-gateway")
                        .requiredToRender()
                        .size());
    }
}
