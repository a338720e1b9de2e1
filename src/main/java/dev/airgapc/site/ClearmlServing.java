package dev.airgapc.site;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Locale;

/** {@code clearml-serving}: what answers requests with models of the server, on Kubernetes. */
public interface ClearmlServing {
    /** The chart that installs it, as the vendor and the catalogue spell it. */
    String CHART_NAME = "clearml-serving";

    Kind<ClearmlServing> KIND = Kind.<ClearmlServing>named(
                    "clearml-serving", "A service that answers requests with models of the server.")
            .alias("serving", "inference", "model-serving")
            .meaning("chart", "version", "chart-version")
            .meaning("task", "id", "service", "serving-task-id", "task-id")
            .meaning("url", "address", "endpoint", "host")
            .meaning("packages", "requirements", "extra-python-packages", "python-packages")
            .meaning("grafana", "grafana-login", "admin")
            .meaning("values", "helm-values", "overrides");

    One<ClearmlServing, Version> CHART = KIND.required("chart", SiteTypes.VERSION, "The version of its Helm chart.");
    One<ClearmlServing, Block<Secret>> CREDENTIALS = KIND.required(
            "credentials", Types.to(Secret.KIND), "Its keys for the server, made in ClearML's web application.");
    Maybe<ClearmlServing, String> TASK = KIND.maybe(
            "task",
            SiteTypes.TASK,
            Defaults.none("`install.sh` asks for it"),
            "The id that `clearml-serving create` prints: the task on the server that knows its endpoints.");
    One<ClearmlServing, Url> URL = KIND.one(
            "url",
            SiteTypes.URL,
            Defaults.text("https://serving.", SiteBlock.KIND, SiteBlock.DOMAIN, Host::text, SiteTypes.URL),
            "The address under which its `ingress` answers.");
    One<ClearmlServing, Block<Registry>> REGISTRY = KIND.one(
            "registry", Types.to(Registry.KIND), Defaults.only(Registry.KIND), "Where its images are pulled from.");
    One<ClearmlServing, String> NAMESPACE = KIND.one(
            "namespace",
            SiteTypes.NAME,
            Defaults.constant("clearml-serving", "the name of its chart"),
            "The namespace of its pods.");
    Maybe<ClearmlServing, Block<Cluster>> CLUSTER =
            KIND.maybe("cluster", Types.to(Cluster.KIND), Defaults.onlyIfAny(Cluster.KIND), "Where it is installed.");
    Maybe<ClearmlServing, String> RELEASE_NAME = KIND.maybe(
            "release-name", SiteTypes.NAME, Defaults.none("the name of the chart"), "The name of the Helm release.");
    Many<ClearmlServing, String> PACKAGES = KIND.many(
            "packages",
            SiteTypes.REQUIREMENT,
            Defaults.empty("its image has what it needs"),
            "Python packages that it installs each time it starts, for the code of its endpoints; its Python is 3.11.");
    Many<ClearmlServing, Block<Index>> INDEXES =
            KIND.many("indexes", Types.to(Index.KIND), Defaults.all(Index.KIND), "Where it installs `packages` from.");
    One<ClearmlServing, Boolean> TRITON = KIND.one(
            "triton",
            Types.flag(),
            Defaults.constant(true, "the chart runs it"),
            "Whether Triton runs, for models that need it.");
    One<ClearmlServing, Boolean> STATISTICS = KIND.one(
            "statistics",
            Types.flag(),
            Defaults.constant(true, "the chart runs them"),
            "Whether statistics are kept; Kafka, Prometheus and Grafana run for them alone.");
    Maybe<ClearmlServing, Block<Secret>> GRAFANA = KIND.maybe(
            "grafana",
            Types.to(Secret.KIND),
            Defaults.none("without `statistics` none is needed"),
            "The login of the administrator of Grafana.");
    Maybe<ClearmlServing, ImportedKeys> CHART_KEYS = KIND.maybe(
            "chart-keys", ImportedKeys.TYPE, Defaults.none("what airgapc knows of the chart"), ImportedKeys.WORDS);
    Merged<ClearmlServing, String> VALUES = KIND.merged(
            "values", Types.text(), "More values of the chart, in YAML, that the language has no words for.");
    Children<ClearmlServing, Ingress> INGRESS = KIND.children(Ingress.KIND);

    /** Whether a part of it reads its keys from an object: the stated version of the chart has a key for one. */
    static boolean readsSecret(Site site, Block<ClearmlServing> serving) {
        Product product = site.product(CHART_NAME);
        return product.key(List.of("clearml", "apiKeyExistingSecret")).stream()
                .anyMatch(key -> key.gate().holds(serving.get(CHART).value()));
    }

    /**
     * Whether a part of it takes its keys as values alone: every part of a chart without a key for an object; of one that has it,
     * those beside inference (clearml/clearml-helm-charts:charts/clearml-serving/templates/clearml-serving-triton-deployment.yaml).
     */
    static boolean takesValues(Site site, Block<ClearmlServing> serving) {
        return !readsSecret(site, serving)
                || serving.get(TRITON).value()
                || serving.get(STATISTICS).value();
    }

    /** The variable in which {@code install.sh} looks for the id that the page does not state. */
    static String taskVariable(Block<ClearmlServing> serving) {
        return "SERVING_TASK_" + serving.name().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
