package dev.airgapc.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.marcnuri.helm.Helm;
import dev.airgapc.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Helm takes the values file: a chart that prints what it was given, as the agent's chart would use it. */
class HelmTest {
    private static final Path VALUES = Corpus.EXAMPLES.resolve(
            "minimal/generated/ml-corp-example/inside/clearml/agent-main/clearml-agent-values.override.yaml");

    @Test
    void readsWhatThePageSays(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: agent\nversion: 6.14.6\n");
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates/agent.yaml"), """
                secret: {{ .Values.clearml.existingAgentk8sglueSecret }}
                image: {{ .Values.agentk8sglue.image.registry }}/{{ .Values.agentk8sglue.image.repository }}
                api: {{ .Values.agentk8sglue.apiServerUrlReference }}
                offline: {{ .Values.agentk8sglue.airGappedSupport }} {{ kindOf .Values.agentk8sglue.airGappedSupport }}
                {{- range .Values.agentk8sglue.basePodTemplate.env }}
                {{ .name }}: {{ .value }} {{ kindOf .value }}
                {{- end }}
                {{- range $name, $queue := .Values.agentk8sglue.queues }}
                queue {{ $name }}: {{ index $queue.templateOverrides.resources.limits "nvidia.com/gpu" }}
                {{- end }}
                """);
        String rendered = new Helm(folder).template().withValuesFile(VALUES).call();
        assertEquals(
                List.of(
                        "secret: clearml-agent",
                        "image: registry.ml.corp.example:5000/docker.io/clearml/clearml-enterprise-agent-k8s-base",
                        "api: https://api.ml.corp.example",
                        "offline: true bool",
                        "PIP_INDEX_URL: https://pypi.ml.corp.example/simple string",
                        "CLEARML_AGENT_NO_UPDATE: 1 string",
                        "CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE: none string",
                        "queue gpu: 1"),
                rendered.lines()
                        .filter(line -> !line.startsWith("#") && !line.equals("---") && !line.isBlank())
                        .toList());
    }
}
