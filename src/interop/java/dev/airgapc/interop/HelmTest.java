package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.output.Program;
import dev.airgapc.testing.HelmProbe;
import dev.airgapc.testing.YamlTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helm gives to a chart each value of our files, with its Go type: a chart that prints what it was given finds them. */
@ReadBy(
        value = {"helm-3", "helm-4"},
        what = "every values file of the examples and of the manual's pages, and hostile text",
        proves = "a chart is given each value with its Go type, numbers as `float64`")
class HelmTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"helm-3", "helm-4"})
    void givesEachValueAsItIs(String helm) {
        List<YamlTexts> texts = new ArrayList<>(List.of(YamlTexts.printed(), YamlTexts.taken()));
        YamlTexts.ofSites().stream()
                .filter(text -> text.reader() == Program.HELM)
                .forEach(texts::add);
        assertTrue(texts.size() > 50, texts.size() + " texts");
        HelmChart probe = HelmChart.named(helm, "probe", folder);
        List<String> differences = new ArrayList<>();
        for (YamlTexts text : texts) {
            differences.addAll(HelmProbe.differences(text, probe.render(text.text())));
        }
        assertEquals(List.of(), differences);
    }
}
