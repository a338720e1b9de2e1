package dev.airgapc.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import dev.airgapc.testing.HelmProbe;
import dev.airgapc.testing.HostileYaml;
import dev.airgapc.testing.YamlLibrary;
import dev.airgapc.testing.YamlTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers within this JVM, Go's among them, find what we wrote with its type, whatever it looks like. The quick path:
 * {@code src/interop} asks more readers, and asks Helm by its programs.
 */
class YamlReadersTest {
    private static final List<YamlTexts> HOSTILE = List.of(YamlTexts.printed(), YamlTexts.taken());

    @ParameterizedTest
    @EnumSource
    void findWhatWasWritten(YamlLibrary reader) {
        HOSTILE.forEach(text -> assertEquals(List.of(), reader.differences(text)));
    }

    @Test
    void goFindsWhatWasWritten(@TempDir Path folder) throws IOException {
        List<YamlTexts> texts = Stream.concat(HOSTILE.stream(), YamlTexts.ofManual().stream())
                .filter(text -> text.reader() == Program.HELM)
                .toList();
        assertTrue(texts.size() > 5, texts.size() + " texts");
        for (YamlTexts text : texts) {
            Path values = Files.writeString(folder.resolve("values.yaml"), text.text());
            String rendered =
                    new Helm(HelmProbe.CHART).template().withValuesFile(values).call();
            assertEquals(List.of(), HelmProbe.differences(text, rendered));
        }
    }

    /** A page may write what all take for the same, and not much less. */
    @Test
    void aPageMayWriteMuchOfIt() {
        int taken = ((Map<?, ?>) YamlTexts.taken().documents().get(0)).size();
        int all = HostileYaml.BARE.size();
        assertTrue(taken > all / 3 && taken < all, taken + " of " + all);
    }
}
