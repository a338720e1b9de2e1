package dev.airgapc.target.clearml;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Need;
import dev.airgapc.plan.Places;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Index;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code clearml-agent-values.override.yaml} of one agent: the chart clearml-enterprise-agent. */
final class AgentValues {
    private static final SecretName.Shape CREDENTIALS = new SecretName.Shape(
            "Opaque",
            List.of(
                    new SecretName.Key("agentk8sglue_key", "access-key"),
                    new SecretName.Key("agentk8sglue_secret", "secret-key")));

    private final Site site;
    private final Block<ClearmlAgent> agent;
    private final Product product;
    private final Fact<Version> version;
    private final Fact<Block<Registry>> registry;
    private final ChartValues values;
    private final List<Need> needs = new ArrayList<>();

    AgentValues(Site site, Block<ClearmlAgent> agent) {
        this.site = site;
        this.agent = agent;
        this.product = site.product(ClearmlAgent.CHART_NAME);
        this.version = agent.get(ClearmlAgent.CHART);
        this.registry = agent.get(ClearmlAgent.REGISTRY);
        this.values = new ChartValues(product, version);
    }

    Contribution contribution() {
        pullSecrets();
        credentials();
        ownImage();
        addresses();
        values.put(place(agent.get(ClearmlAgent.IMAGE)), "agentk8sglue", "defaultContainerImage");
        offline();
        values.put(agent.get(ClearmlAgent.CREATE_QUEUES).map(Flag::new), "agentk8sglue", "createQueues");
        environment();
        agent.get(ClearmlAgent.QUEUES).forEach(this::queue);
        String path = "inside/clearml/agent-" + agent.name() + "/clearml-agent-values.override.yaml";
        OutputFile file = new OutputFile(path, Side.INSIDE, Program.HELM, new YamlPrinter(), values.tree());
        List<Diagnostic> diagnostics = new ArrayList<>(values.diagnostics());
        if (product.imagesIncomplete()) {
            diagnostics.add(imagesIncomplete());
        }
        return new Contribution(
                List.of(file), needs, new AgentSteps(agent, product, agent.named(path)).steps(), diagnostics);
    }

    private void pullSecrets() {
        Optional<Fact<Block<Secret>>> pull = registry.value().get(Registry.PULL);
        List<Mapping> names =
                pull
                        .map(secret -> Mapping.EMPTY.with("name", Leaf.of(name(secret, SecretName.REGISTRY_LOGIN))))
                        .stream()
                        .toList();
        values.put(names, "imageCredentials", "extraImagePullSecrets");
    }

    private void credentials() {
        values.put(name(agent.get(ClearmlAgent.CREDENTIALS), CREDENTIALS), "clearml", "existingAgentk8sglueSecret");
    }

    private Fact<SecretName> name(Fact<Block<Secret>> secret, SecretName.Shape shape) {
        String namespace = agent.get(ClearmlAgent.NAMESPACE).value();
        return secret.then(Secret::objectName)
                .map(text -> new SecretName(secret.value().address(), namespace, shape, text));
    }

    /** The chart decides the tag, because an old tag must never be pinned; the plan carries the one that it decides for. */
    private void ownImage() {
        List<Product.Carried> known = product.images(version.value());
        for (Product.Carried carried : known) {
            needs.add(new Need(
                    place(carried(carried)),
                    agent,
                    carried.why() + " (" + product.name() + " "
                            + version.value().text() + ")"));
        }
        Fact<ImageName> place = place(carried(product.images().get(0)));
        values.put(place.map(name -> name.inside().registry()), "agentk8sglue", "image", "registry");
        values.put(place.map(name -> new Text(name.inside().repository())), "agentk8sglue", "image", "repository");
    }

    private Fact<Image> carried(Product.Carried carried) {
        Origin demanded = new Origin.Demanded(product.name() + " runs " + carried.why(), carried.source());
        return new Fact<>(carried.image(), Origin.all(List.of(demanded, version.origin())));
    }

    private void addresses() {
        Block<ClearmlServer> server = site.all(ClearmlServer.KIND).get(0);
        values.put(server.get(ClearmlServer.API), "agentk8sglue", "apiServerUrlReference");
        values.put(server.get(ClearmlServer.FILES), "agentk8sglue", "fileServerUrlReference");
        values.put(server.get(ClearmlServer.WEB), "agentk8sglue", "webServerUrlReference");
    }

    private void offline() {
        Fact<Flag> on = values.demanded(
                new Flag(true),
                "offline profile: a task's pod installs no packages of its system",
                "agentk8sglue",
                "airGappedSupport");
        values.put(on, "agentk8sglue", "airGappedSupport");
    }

    private void environment() {
        values.put(environment(agent.get(TaskSettings.ENV)), "agentk8sglue", "basePodTemplate", "env");
    }

    /** The whole environment of a task: the chart's lists replace each other, so each must be complete. */
    private List<Mapping> environment(Map<String, Fact<String>> own) {
        List<Mapping> environment = new ArrayList<>();
        for (Block<Index> index : site.all(Index.KIND)) {
            Fact<Url> url = index.get(Index.URL);
            environment.add(values.variable("PIP_INDEX_URL", url));
            if (url.value().scheme().equals("http")) {
                environment.add(values.variable("PIP_TRUSTED_HOST", url.map(Url::host)));
            }
        }
        environment.add(constant("CLEARML_AGENT_NO_UPDATE", "1", "offline profile: the agent does not update itself"));
        environment.add(constant(
                "CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE",
                "none",
                "offline profile: the agent looks for no PyTorch of its own"));
        own.forEach((name, value) -> environment.add(Mapping.EMPTY
                .with("name", Leaf.text(value.map(ignored -> name)))
                .with("value", Leaf.text(value))));
        return environment;
    }

    private Mapping constant(String name, String value, String because) {
        return values.variable(name, values.demanded(new Text(value), because, "env", name));
    }

    private void queue(Block<Queue> queue) {
        String[] base = {"agentk8sglue", "queues", queue.name()};
        Fact<Count> gpus = queue.get(TaskSettings.GPUS).map(Count::new);
        values.open(base);
        Map<String, Fact<String>> own = queue.get(TaskSettings.ENV);
        if (!own.isEmpty()) {
            Map<String, Fact<String>> merged = new LinkedHashMap<>(agent.get(TaskSettings.ENV));
            merged.putAll(own);
            values.put(environment(merged), then(base, "templateOverrides", "env"));
        }
        if (gpus.value().value() > 0) {
            values.put(gpus, then(base, "templateOverrides", "resources", "limits", "nvidia.com/gpu"));
        }
        queue.get(Queue.MAX_PODS)
                .ifPresent(pods -> values.put(pods.map(Count::new), then(base, "queueSettings", "maxPods")));
        queue.get(Queue.IMAGE)
                .ifPresent(image -> values.put(place(image), then(base, "queueSettings", "defaultImage")));
    }

    private Fact<ImageName> place(Fact<Image> image) {
        return Places.of(image, site, registry);
    }

    private Diagnostic imagesIncomplete() {
        return Diagnostic.of(
                        CatalogCodes.IMAGES_INCOMPLETE,
                        version.origin().written().orElseThrow().span(),
                        "no public source lists every image of chart `" + product.name() + "` "
                                + version.value().text())
                .help("the lists hold those that are known; RUNBOOK.md says how to find the others");
    }

    private static String[] then(String[] base, String... more) {
        List<String> path = new ArrayList<>(List.of(base));
        path.addAll(List.of(more));
        return path.toArray(String[]::new);
    }
}
