package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Maybe;
import dev.airgapc.output.Header;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.App;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.Proxy;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Tls;
import dev.airgapc.site.Trust;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The whole environment of a task, in a pod or in a container of a machine. */
final class TaskEnvironment {
    /** The table of the variables that programs in a task read. */
    static final String PRODUCT = "clearml-task";

    /** Where a task finds {@code pip.conf}: right for every {@code HOME}, as the images of tasks differ in it. */
    static final String PIP_FOLDER = "/etc/airgap/pip";

    private final Site site;
    private final Product product;
    private final Map<String, TaskVariable> variables = new LinkedHashMap<>();

    private TaskEnvironment(Site site) {
        this.site = site;
        this.product = site.product(PRODUCT);
    }

    /** The variables of a task with these settings, each once. */
    static List<TaskVariable> of(Site site, Block<? extends TaskSettings> tasks) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.indexes(tasks);
        environment.packages(tasks);
        environment.offline();
        environment.trust();
        environment.proxy();
        environment.git();
        environment.storage();
        environment.apps(tasks);
        tasks.get(TaskSettings.ENV).forEach(environment::own);
        return List.copyOf(environment.variables.values());
    }

    /** How pip finds the indexes that tasks with these settings have, by variables. */
    static List<TaskVariable> pip(Site site, Block<? extends TaskSettings> tasks) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.pip(new Indexes(tasks.get(TaskSettings.INDEXES)));
        return List.copyOf(environment.variables.values());
    }

    /** The variables of the agent's own pod, where a chart takes them: it does not update itself, and trusts what tasks trust. */
    static List<TaskVariable> ofAgent(Site site) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.noUpdate();
        environment.trust();
        return List.copyOf(environment.variables.values());
    }

    /** A task's pod installs no packages of its system. */
    static TaskVariable withoutSystemPackages(Site site) {
        TaskEnvironment environment = new TaskEnvironment(site);
        String name = "CLEARML_AGENT_SKIP_CONTAINER_APT";
        environment.constant(name, "1", "offline profile: a task's pod installs no packages of its system");
        return environment.variables.values().iterator().next();
    }

    private void indexes(Block<? extends TaskSettings> tasks) {
        Indexes indexes = new Indexes(tasks.get(TaskSettings.INDEXES));
        Fact<TaskSettings.Pip> pip = tasks.get(TaskSettings.PIP);
        if (indexes.blocks().isEmpty()) {
            return;
        }
        if (pip.value() == TaskSettings.Pip.FILE) {
            put("PIP_CONFIG_FILE", pip.map(any -> new Text(PIP_FOLDER + "/pip.conf")));
        } else {
            pip(indexes);
        }
        uv(indexes);
    }

    private void pip(Indexes indexes) {
        indexes.replacing().ifPresent(url -> put("PIP_INDEX_URL", url));
        list("PIP_EXTRA_INDEX_URL", " ", indexes.extra());
        list("PIP_TRUSTED_HOST", " ", indexes.trusted());
        indexes.certificates().ifPresent(path -> put("PIP_CERT", path));
    }

    /** uv reads no setting of pip; it trusts what {@code SSL_CERT_FILE} names. */
    private void uv(Indexes indexes) {
        indexes.replacing().ifPresent(url -> put("UV_DEFAULT_INDEX", url));
        list("UV_INDEX", " ", indexes.extra());
        list("UV_INSECURE_HOST", " ", indexes.trusted());
    }

    /** A pod has no file of the agent, so its keys are variables; the value of one is read as HOCON (clearml/clearml-agent:docs/clearml.conf). */
    private void packages(Block<? extends TaskSettings> tasks) {
        Block<ClearmlAgent> agent = ClearmlAgent.of(site, tasks);
        if (agent.get(ClearmlAgent.CHART).isEmpty()) {
            return;
        }
        Packages packages = new Packages(site, agent);
        packages.type().ifPresent(type -> put("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__TYPE", type));
        hocon("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__PIP_VERSION", packages.pipVersions());
        hocon("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__CONDA_CHANNELS", packages.condaChannels());
    }

    private void hocon(String name, List<Leaf> items) {
        if (!items.isEmpty()) {
            Mapping list = Mapping.EMPTY.with("a", Sequence.of(items));
            String text = new HoconPrinter().print(list, Header.NONE).text();
            Origin origin = Origin.all(items.stream().map(Leaf::origin).toList());
            put(name, new Fact<>(new Text(text.substring(text.indexOf('[')).strip()), origin));
        }
    }

    private void noUpdate() {
        constant("CLEARML_AGENT_NO_UPDATE", "1", "offline profile: the agent does not update itself");
    }

    private void offline() {
        noUpdate();
        constant(
                "CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE",
                "none",
                "offline profile: the agent looks for no PyTorch of its own");
    }

    private void trust() {
        Trust.bundle(site).ifPresent(bundle -> {
            Fact<Text> path = bundle.map(any -> new Text(Trust.BUNDLE));
            for (String name : List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO")) {
                put(name, path);
            }
        });
    }

    private void proxy() {
        Optional<Fact<Block<Proxy>>> proxy = site.block().get(SiteBlock.PROXY);
        if (proxy.isEmpty()) {
            return;
        }
        Map<String, Maybe<Proxy, Url>> addresses = new LinkedHashMap<>();
        addresses.put("HTTP_PROXY", Proxy.HTTP);
        addresses.put("HTTPS_PROXY", Proxy.HTTPS);
        addresses.put("ALL_PROXY", Proxy.ALL);
        addresses.forEach((name, attribute) -> proxy.get()
                .value()
                .get(attribute)
                .ifPresent(url -> both(name, url.because(proxy.get().origin()))));
        both("NO_PROXY", inside(proxy.get().value()));
    }

    /** What is reached without a proxy, as programs read it: a domain by its suffix, a network as it is. */
    private Fact<Text> inside(Block<Proxy> proxy) {
        List<Fact<HostPattern>> patterns = new ArrayList<>(site.block().get(SiteBlock.HOSTS));
        patterns.addAll(proxy.get(Proxy.NO_PROXY));
        List<String> words = new ArrayList<>(List.of("localhost", "127.0.0.1", ".svc", ".cluster.local"));
        List<Origin> origins = new ArrayList<>();
        for (Fact<HostPattern> pattern : patterns) {
            String text = pattern.value().text();
            words.add(text.startsWith("*.") ? text.substring(1) : text);
            origins.add(pattern.origin());
        }
        return new Fact<>(new Text(String.join(",", words)), Origin.all(origins));
    }

    private void git() {
        for (Block<GitHost> host : site.all(GitHost.KIND)) {
            host.get(GitHost.CREDENTIALS).ifPresent(login -> {
                put("CLEARML_AGENT_GIT_HOST", host.get(GitHost.HOST));
                secret("CLEARML_AGENT_GIT_USER", login, "username");
                secret("CLEARML_AGENT_GIT_PASS", login, "password");
            });
            if (host.get(GitHost.TLS).value() == Tls.SKIP) {
                put("GIT_SSL_NO_VERIFY", host.get(GitHost.TLS).map(any -> new Text("1")));
            }
            if (host.get(GitHost.PROTOCOL).value() == GitHost.Protocol.SSH) {
                put(
                        "CLEARML_AGENT__AGENT__FORCE_GIT_SSH_PROTOCOL",
                        host.get(GitHost.PROTOCOL).map(any -> new Text("true")));
            }
        }
    }

    private void storage() {
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            server.get(ClearmlServer.STORAGE).ifPresent(store -> {
                var keys = store.then(block -> block.get(ObjectStore.CREDENTIALS));
                secret("AWS_ACCESS_KEY_ID", keys, "access-key");
                secret("AWS_SECRET_ACCESS_KEY", keys, "secret-key");
                put(
                        "AWS_DEFAULT_REGION",
                        store.then(block -> block.get(ObjectStore.REGION)).map(Text::new));
            });
        }
    }

    /** What an application is told to use instead of a download (clearml/clearml-session:clearml_session/interactive_session_task.py). */
    private void apps(Block<? extends TaskSettings> tasks) {
        Block<ClearmlAgent> agent = ClearmlAgent.of(site, tasks);
        for (Block<App> app : site.all(App.KIND)) {
            if (app.get(App.AGENTS).stream().anyMatch(one -> one.value() == agent)) {
                app.get(App.SERVER).ifPresent(server -> file(serverVariable(server.value()), server));
                app.get(App.PYTHON_EXTENSION).ifPresent(extension -> file("CLEARML_SESSION_VSCODE_PY_EXT", extension));
                app.get(App.DROPBEAR).ifPresent(dropbear -> file("CLEARML_DROPBEAR_EXEC", dropbear));
                app.get(App.ROOT_PASSWORD)
                        .ifPresent(secret -> secret("DROPBEAR_CLEARML_FIXED_PASSWORD", secret, "password"));
            }
        }
    }

    /** A package of the system wins over an archive wherever both are set, so only one of them ever is. */
    private static String serverVariable(Block<Artifact> server) {
        String name = Artifact.name(server).map(Fact::value).orElse("");
        boolean packaged = name.endsWith(".deb") || name.endsWith(".rpm");
        return "CLEARML_SESSION_VSCODE_SERVER_" + (packaged ? "DEB" : "TGZ");
    }

    private void file(String name, Fact<Block<Artifact>> artifact) {
        Artifact.place(artifact.value(), site)
                .ifPresent(
                        place -> put(name, new Fact<Scalar>(place.value(), place.origin()).because(artifact.origin())));
    }

    private void own(String name, Fact<EnvValue> value) {
        Leaf key = Leaf.text(value.map(any -> name));
        variables.putIfAbsent(
                name,
                new TaskVariable(
                        key,
                        value.value() instanceof EnvValue.OfSecret of
                                ? new TaskVariable.OfSecret(value.map(any -> of.secret()), of.field(), Optional.empty())
                                : new TaskVariable.Plain(
                                        Leaf.text(value.map(text -> ((EnvValue.Plain) text).text())))));
    }

    private void list(String name, String separator, List<? extends Fact<? extends Scalar>> items) {
        if (!items.isEmpty()) {
            List<Object> pieces = new ArrayList<>();
            for (Fact<? extends Scalar> item : items) {
                if (!pieces.isEmpty()) {
                    pieces.add(separator);
                }
                pieces.add(item);
            }
            Fact<? extends Scalar> whole = items.size() == 1
                    ? items.get(0)
                    : Fact.text(pieces.toArray()).map(Text::new);
            put(name, whole);
        }
    }

    /** Programs disagree on the case. */
    private void both(String name, Fact<? extends Scalar> value) {
        put(name, value);
        put(name.toLowerCase(Locale.ROOT), value);
    }

    private void constant(String name, String value, String because) {
        put(name, new Fact<>(new Text(value), new Origin.Demanded(because, citation(name))));
    }

    private void put(String name, Fact<? extends Scalar> value) {
        add(name, new TaskVariable.Plain(Leaf.of(value).under(citation(name))));
    }

    private void secret(String name, Fact<Block<Secret>> secret, String field) {
        add(name, new TaskVariable.OfSecret(secret, field, Optional.of(citation(name))));
    }

    /** Two servers may ask for the same switch; it is there once. */
    private void add(String name, TaskVariable.Content content) {
        Citation cited = citation(name);
        Fact<Text> key =
                new Fact<>(new Text(name), new Origin.Demanded("the name of a variable that the product reads", cited));
        variables.putIfAbsent(name, new TaskVariable(Leaf.of(key).under(cited), content));
    }

    private Citation citation(String name) {
        return product.key(List.of("env", name)).orElseThrow().source();
    }

    /** Whether a list of files must hold {@code pip.conf}. */
    static boolean byFile(Block<? extends TaskSettings> tasks) {
        return tasks.get(TaskSettings.PIP).value() == TaskSettings.Pip.FILE
                && !tasks.get(TaskSettings.INDEXES).isEmpty();
    }
}
