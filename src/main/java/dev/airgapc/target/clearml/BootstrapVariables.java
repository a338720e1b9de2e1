package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.site.Bootstrap;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Upload;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bootstrap of a task reads. On machines the agent makes the variables of Git, of pip and of the list of Pythons from its file, and
 * puts them behind those that it is given (clearml/clearml-agent:clearml_agent/commands/bootstrap.py), so those are keys of the file there.
 */
final class BootstrapVariables {
    private final TaskVariables variables;
    private final Block<ClearmlAgent> agent;
    private final Block<Bootstrap> bootstrap;

    private BootstrapVariables(TaskVariables variables, Block<ClearmlAgent> agent, Block<Bootstrap> bootstrap) {
        this.variables = variables;
        this.agent = agent;
        this.bootstrap = bootstrap;
    }

    /** Those of tasks with these settings; none where their agent has no bootstrap. */
    static void put(TaskVariables variables, Site site, Block<? extends TaskSettings> tasks) {
        Block<ClearmlAgent> agent = ClearmlAgent.of(site, tasks);
        for (Block<Bootstrap> bootstrap : agent.get(ClearmlAgent.BOOTSTRAP)) {
            BootstrapVariables writing = new BootstrapVariables(variables, agent, bootstrap);
            writing.everywhere();
            if (agent.get(ClearmlAgent.CHART).isPresent()) {
                writing.onPods();
            }
        }
    }

    private void everywhere() {
        bootstrap
                .get(Bootstrap.PYTHON)
                .ifPresent(version -> variables.put(
                        "CLEARML_PYTHON_VER", version.map(Version::text).map(Text::new)));
        bootstrap.get(Bootstrap.PYTHON_MIRROR).ifPresent(url -> variables.put("UV_PYTHON_INSTALL_MIRROR", url));
        variables.put("CLEARML_SKIP_CA_CERT_INST", digit(bootstrap.get(Bootstrap.INSTALL_CA_CERTIFICATES), false));
        bootstrap
                .get(Bootstrap.CUSTOM_COMMAND)
                .ifPresent(command -> variables.put("CLEARML_BOOTSTRAP_CUSTOM_CMD", command.map(Text::new)));
    }

    private void onPods() {
        Fact<Boolean> bundled = bootstrap.get(Bootstrap.GIT).map(git -> git == Bootstrap.Git.BUNDLED);
        variables.constant(
                "CLEARML_SKIP_GIT_INST", "1", "offline profile: a task's pod installs no packages of its system");
        variables.put("CLEARML_FORCE_STATIC_GIT_BIN", digit(bundled, true));
        bootstrap
                .get(Bootstrap.UV_METADATA)
                .ifPresent(place -> variables.put("UV_PYTHON_DOWNLOADS_JSON_URL", place.map(Upload::scalar)));
        List<Fact<String>> versions = agent.get(ClearmlAgent.PIP_VERSIONS);
        if (!versions.isEmpty()) {
            List<Object> pieces = new ArrayList<>(List.of("-U"));
            for (Fact<String> version : versions) {
                pieces.addAll(List.of(" \"pip ", version, "\""));
            }
            variables.put("CLEARML_PIP_VER", Fact.text(pieces.toArray()).map(Text::new));
        }
    }

    private static Fact<Text> digit(Fact<Boolean> flag, boolean on) {
        return flag.map(value -> new Text(value == on ? "1" : "0"));
    }
}
