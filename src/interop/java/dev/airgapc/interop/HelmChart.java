package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgapc.compile.Compilation;
import dev.airgapc.output.OutputFile;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A chart of ours, rendered by a real Helm with its own folders below one of the test. */
record HelmChart(String helm, Path chart, Path folder) {
    private static final Path CHARTS = Path.of("src/interop/charts");

    /** The chart in which a values file of a site is meant to be used. */
    static String of(Compilation site, OutputFile file) {
        ClearmlServer.Edition edition = ClearmlServer.edition(site.site());
        if (file.path().startsWith("inside/clearml/server/")) {
            return edition.chart();
        }
        if (file.path().startsWith("inside/clearml/serving-")) {
            return ClearmlServing.CHART_NAME;
        }
        return file.path().startsWith("inside/clearml/agent-") ? edition.agentChart() : ClearmlGateway.CHART_NAME;
    }

    static HelmChart named(String helm, String chart, Path folder) {
        return new HelmChart(Consumer.program(helm), CHARTS.resolve(chart).toAbsolutePath(), folder);
    }

    /** What comes out with some files of values, the last one on top. */
    String render(String... values) {
        try {
            List<String> command = new ArrayList<>(List.of(helm, "template", "release", chart.toString()));
            for (int index = 0; index < values.length; index++) {
                Path file = Files.writeString(folder.resolve("values-" + index + ".yaml"), values[index]);
                command.addAll(List.of("--values", file.toString()));
            }
            Processes.Result result = Processes.run(
                    folder, Map.of("HELM_CACHE_HOME", "c", "HELM_CONFIG_HOME", "f", "HELM_DATA_HOME", "d"), command);
            assertEquals(0, result.exit(), result.err());
            return result.out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rendered text as objects. */
    static List<JsonNode> objects(String text) {
        List<JsonNode> objects = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
            if (document != null) {
                objects.add(new ObjectMapper().valueToTree(document));
            }
        }
        return objects;
    }
}
