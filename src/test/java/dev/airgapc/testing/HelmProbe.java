package dev.airgapc.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The chart that prints each value that Helm gives to templates, with its Go type. */
public final class HelmProbe {
    public static final Path CHART = Path.of("src/interop/charts/probe");

    /** Helm makes JSON of YAML first, and JSON has one sort of number: no template sees a whole one. */
    private static final TypedValues.Words GO = new TypedValues.Words(
            "string", "float64", "float64", "bool", "<nil>", "map[string]interface {}", "[]interface {}");

    private HelmProbe() {}

    /** Where the rendered chart shows something else than was written in a values file. */
    public static List<String> differences(YamlTexts text, String rendered) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> triples = new ArrayList<>();
        try {
            for (String line : rendered.lines().toList()) {
                if (line.startsWith("# W")) { // base64 of `[`
                    triples.add(json.readTree(Base64.getDecoder().decode(line.substring(2))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(rendered, e);
        }
        return TypedValues.of(text.documents().get(0), GO).differences(TypedValues.of(triples, GO)).stream()
                .map(difference -> text.name() + " " + difference)
                .toList();
    }
}
