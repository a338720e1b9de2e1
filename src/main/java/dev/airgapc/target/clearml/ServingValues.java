package dev.airgapc.target.clearml;

import dev.airgapc.fact.Flag;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Nested;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code clearml-serving-values.override.yaml} of one service: the public chart clearml-serving. */
final class ServingValues {
    /** The object of its keys. */
    private static final SecretName.Shape CREDENTIALS = new SecretName.Shape(
            "Opaque",
            List.of(
                    new SecretName.Key("api-access-key", "access-key"),
                    new SecretName.Key("api-secret-key", "secret-key")));

    private static final SecretName.Shape GRAFANA = new SecretName.Shape(
            "Opaque",
            List.of(new SecretName.Key("admin-user", "username"), new SecretName.Key("admin-password", "password")));

    private static final String INFERENCE = "clearml_serving_inference";
    private static final String TRITON = "clearml_serving_triton";
    private static final String STATISTICS = "clearml_serving_statistics";

    /** What runs for statistics alone. */
    private static final List<String> OF_STATISTICS = List.of("kafka", "prometheus", "grafana");

    /** The one folder in which the chart mounts files (clearml/clearml-helm-charts:charts/clearml-serving/templates/clearml-serving-inference-deployment.yaml). */
    private static final String FILES = "/opt/clearml/config/";

    private static final String BUNDLE = "ca-bundle.crt";
    private static final String CONF = "clearml.conf";

    private final Site site;
    private final Block<ClearmlServing> serving;
    private final Release release;
    private final ChartValues values;

    private ServingValues(Block<ClearmlServing> serving, Release release) {
        this.site = release.site();
        this.serving = serving;
        this.release = release;
        this.values = new ChartValues(release.product(), release.version());
    }

    static ChartValues of(Block<ClearmlServing> serving, Release release) {
        ServingValues writing = new ServingValues(serving, release);
        writing.write();
        return writing.values;
    }

    private void write() {
        PublicCharts.write(release, values, idle());
        name();
        server();
        boolean statistics = serving.get(ClearmlServing.STATISTICS).value();
        values.put(serving.get(ClearmlServing.TRITON).map(Flag::new), TRITON, "enabled");
        values.put(serving.get(ClearmlServing.STATISTICS).map(Flag::new), STATISTICS, "enabled");
        OF_STATISTICS.forEach(
                part -> values.put(serving.get(ClearmlServing.STATISTICS).map(Flag::new), part, "enabled"));
        packages();
        pod(INFERENCE, true);
        if (serving.get(ClearmlServing.TRITON).value()) {
            pod(TRITON, true);
        }
        if (statistics) {
            pod(STATISTICS, false);
            statistics();
        }
        serving.get(ClearmlServing.INGRESS)
                .forEach(ingress -> ServerValues.ingress(
                        values,
                        release,
                        ingress,
                        serving.get(ClearmlServing.URL).map(Url::host),
                        INFERENCE,
                        "ingress"));
        values.merge(serving.get(ClearmlServing.VALUES), site);
    }

    /** The parts of the chart that do not run. */
    private Set<String> idle() {
        Set<String> idle = new HashSet<>();
        if (!serving.get(ClearmlServing.TRITON).value()) {
            idle.add(TRITON);
        }
        if (!serving.get(ClearmlServing.STATISTICS).value()) {
            idle.add(STATISTICS);
            idle.addAll(OF_STATISTICS);
        }
        return idle;
    }

    /**
     * Kafka and Prometheus are called after the release, and looked for after the chart
     * (clearml/clearml-helm-charts:charts/clearml-serving/templates/_helpers.tpl, values.yaml): where the one is not in the other, no
     * statistics arrive.
     */
    private void name() {
        if (!release.releaseName().value().contains(ClearmlServing.CHART_NAME)) {
            values.put(release.releaseName().map(Text::new), "fullnameOverride");
        }
    }

    private void server() {
        if (ClearmlServing.readsSecret(site, serving)) {
            values.put(
                    release.secret(serving.get(ClearmlServing.CREDENTIALS), CREDENTIALS),
                    "clearml",
                    "apiKeyExistingSecret");
        }
        Block<ClearmlServer> server = site.all(ClearmlServer.KIND).get(0);
        values.put(server.get(ClearmlServer.API), "clearml", "apiHost");
        values.put(ServerValues.files(server), "clearml", "filesHost");
        values.put(server.get(ClearmlServer.WEB), "clearml", "webHost");
        values.put(serving.get(ClearmlServing.TASK).map(task -> task.map(Text::new)), "clearml", "servingTaskId");
    }

    private void packages() {
        values.put(
                Sequence.of(serving.get(ClearmlServing.PACKAGES).stream()
                        .map(Leaf::text)
                        .toList()),
                INFERENCE,
                "extraPythonPackages");
    }

    /** What its container is told; statistics fetch no models, and only inference installs packages. */
    private void pod(String part, boolean models) {
        boolean installs =
                part.equals(INFERENCE) && !serving.get(ClearmlServing.PACKAGES).isEmpty();
        Optional<Indexes> indexes =
                installs ? Optional.of(new Indexes(serving.get(ClearmlServing.INDEXES))) : Optional.empty();
        List<Node> environment = new ArrayList<>();
        TaskEnvironment.ofServing(site, FILES + BUNDLE, indexes, models)
                .forEach(variable -> environment.add(PodTemplate.variable(release, variable)));
        Trust.bundle(site).ifPresent(pem -> values.put(pem.map(Text::new), part, "additionalConfigs", BUNDLE));
        Block<ClearmlServer> server = site.all(ClearmlServer.KIND).get(0);
        Mapping conf = models ? ClearmlConf.pods(server, site, FILES + BUNDLE) : Mapping.EMPTY;
        if (!conf.entries().isEmpty()) {
            values.put(new Nested(new HoconPrinter(), conf), part, "additionalConfigs", CONF);
            environment.add(values.variable("CLEARML_CONFIG_FILE", serving.named(new Text(FILES + CONF))));
        }
        values.put(Sequence.of(environment), part, "extraEnvironment");
    }

    /** The charts that run for statistics do not read the secret of the images, and each lists it in a way of its own. */
    private void statistics() {
        Sequence names = Sequence.of(release.pullSecret().map(Leaf::of).stream().toList());
        values.put(names, "kafka", "image", "pullSecrets");
        values.put(names, "kafka", "zookeeper", "image", "pullSecrets");
        values.put(release.pullSecrets(), "prometheus", "imagePullSecrets");
        values.put(release.pullSecrets(), "prometheus", "alertmanager", "imagePullSecrets");
        values.put(names, "grafana", "image", "pullSecrets");
        values.put(
                serving.get(ClearmlServing.GRAFANA).map(login -> release.secret(login, GRAFANA)),
                "grafana",
                "admin",
                "existingSecret");
    }
}
