package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.App;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Proxy;
import dev.airgapc.site.ResourcesServer;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Tls;
import dev.airgapc.site.Trust;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole environment of a task, in a pod or in a container of a machine. */
final class TaskEnvironment {
    /** Where a task finds {@code pip.conf}: right for every {@code HOME}, as the images of tasks differ in it. */
    static final String PIP_FOLDER = "/etc/airgap/pip";

    /** Where a task finds the logins that it installs packages with. */
    static final String NETRC = "/etc/clearml/netrc";

    /** What programs read that verify a certificate, each its own. */
    static final List<String> TRUSTING =
            List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO");

    private final Site site;
    private final TaskVariables variables;
    private final String bundle;

    private TaskEnvironment(Site site) {
        this(site, Trust.BUNDLE);
    }

    private TaskEnvironment(Site site, String bundle) {
        this.site = site;
        this.bundle = bundle;
        this.variables = new TaskVariables(site.product("clearml-task"));
    }

    /** The variables of a task with these settings, each once. */
    static List<TaskVariable> of(Site site, Block<? extends TaskSettings> tasks) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.indexes(tasks);
        environment.packages(tasks);
        environment.logins(tasks);
        environment.offline();
        environment.trust();
        environment.proxy();
        environment.git(tasks);
        environment.storage();
        environment.apps(tasks);
        BootstrapVariables.put(environment.variables, site, tasks);
        tasks.get(TaskSettings.ENV).forEach(environment.variables::own);
        return environment.variables.all();
    }

    /** How pip finds the indexes that tasks with these settings have, by variables. */
    static List<TaskVariable> pip(Site site, Block<? extends TaskSettings> tasks) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.pip(new Indexes(tasks.get(TaskSettings.INDEXES)));
        return environment.variables.all();
    }

    /** The variables of the agent's own pod, where a chart takes them: it does not update itself, and trusts what tasks trust. */
    static List<TaskVariable> ofAgent(Site site) {
        TaskEnvironment environment = new TaskEnvironment(site);
        environment.noUpdate();
        environment.trust();
        return environment.variables.all();
    }

    /**
     * The variables of a pod that answers with models: it trusts what tasks trust.
     *
     * @param bundle where it finds the certificates
     * @param indexes where it installs packages from, if it does
     * @param models whether it fetches models from the store
     */
    static List<TaskVariable> ofServing(Site site, String bundle, Optional<Indexes> indexes, boolean models) {
        TaskEnvironment environment = new TaskEnvironment(site, bundle);
        indexes.ifPresent(environment::pip);
        environment.trust();
        environment.proxy();
        if (models) {
            environment.storage();
        }
        return environment.variables.all();
    }

    /** A task's pod installs no packages of its system. */
    static TaskVariable withoutSystemPackages(Site site) {
        TaskEnvironment environment = new TaskEnvironment(site);
        String name = "CLEARML_AGENT_SKIP_CONTAINER_APT";
        environment.variables.constant(name, "1", "offline profile: a task's pod installs no packages of its system");
        return environment.variables.all().get(0);
    }

    private void indexes(Block<? extends TaskSettings> tasks) {
        Indexes indexes = new Indexes(tasks.get(TaskSettings.INDEXES));
        Fact<TaskSettings.Pip> pip = tasks.get(TaskSettings.PIP);
        if (indexes.blocks().isEmpty()) {
            return;
        }
        if (pip.value() == TaskSettings.Pip.FILE) {
            variables.put("PIP_CONFIG_FILE", pip.map(any -> new Text(PIP_FOLDER + "/pip.conf")));
        } else {
            pip(indexes);
        }
        uv(indexes);
    }

    private void pip(Indexes indexes) {
        indexes.replacing().ifPresent(url -> variables.put("PIP_INDEX_URL", url));
        variables.list("PIP_EXTRA_INDEX_URL", indexes.extra());
        variables.list("PIP_TRUSTED_HOST", indexes.trusted());
        indexes.certificates().ifPresent(path -> variables.put("PIP_CERT", path.map(any -> new Text(bundle))));
    }

    /** uv reads no setting of pip; it trusts what {@code SSL_CERT_FILE} names. */
    private void uv(Indexes indexes) {
        indexes.replacing().ifPresent(url -> variables.put("UV_DEFAULT_INDEX", url));
        variables.list("UV_INDEX", indexes.extra());
        variables.list("UV_INSECURE_HOST", indexes.trusted());
    }

    /** A pod has no file of the agent, so its keys are variables; the value of one is read as HOCON (clearml/clearml-agent:docs/clearml.conf). */
    private void packages(Block<? extends TaskSettings> tasks) {
        Block<ClearmlAgent> agent = ClearmlAgent.of(site, tasks);
        if (agent.get(ClearmlAgent.CHART).isEmpty()) {
            return;
        }
        Packages packages = new Packages(site, agent);
        packages.type().ifPresent(type -> variables.put("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__TYPE", type));
        variables.hocon("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__PIP_VERSION", packages.pipVersions());
        variables.hocon("CLEARML_AGENT__AGENT__PACKAGE_MANAGER__CONDA_CHANNELS", packages.condaChannels());
    }

    /** A variable would show a login to whoever sees the pod, so it only names a file: pip and conda, by requests, and uv read it. */
    private void logins(Block<? extends TaskSettings> tasks) {
        if (PackageLogin.isNeeded(site, tasks)) {
            Origin origin = Origin.all(PackageLogin.of(site, ClearmlAgent.of(site, tasks)).stream()
                    .map(login -> login.secret().origin())
                    .toList());
            variables.put("NETRC", new Fact<>(new Text(NETRC), origin));
        }
    }

    private void noUpdate() {
        variables.constant("CLEARML_AGENT_NO_UPDATE", "1", "offline profile: the agent does not update itself");
    }

    private void offline() {
        noUpdate();
        variables.constant(
                "CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE",
                "none",
                "offline profile: the agent looks for no PyTorch of its own");
    }

    private void trust() {
        Trust.bundle(site).ifPresent(pem -> {
            Fact<Text> path = pem.map(any -> new Text(bundle));
            TRUSTING.forEach(name -> variables.put(name, path));
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
                .ifPresent(url -> variables.both(name, url.because(proxy.get().origin()))));
        variables.both("NO_PROXY", inside(proxy.get().value()));
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

    private void git(Block<? extends TaskSettings> tasks) {
        for (Block<GitHost> host : GitHost.of(site, ClearmlAgent.of(site, tasks))) {
            host.get(GitHost.CREDENTIALS).ifPresent(login -> {
                variables.put("CLEARML_AGENT_GIT_HOST", host.get(GitHost.HOST));
                variables.secret("CLEARML_AGENT_GIT_USER", login, "username");
                variables.secret("CLEARML_AGENT_GIT_PASS", login, "password");
            });
            if (host.get(GitHost.TLS).value() == Tls.SKIP) {
                variables.put("GIT_SSL_NO_VERIFY", host.get(GitHost.TLS).map(any -> new Text("1")));
            }
            if (host.get(GitHost.PROTOCOL).value() == GitHost.Protocol.SSH) {
                variables.put(
                        "CLEARML_AGENT__AGENT__FORCE_GIT_SSH_PROTOCOL",
                        host.get(GitHost.PROTOCOL).map(any -> new Text("true")));
            }
        }
    }

    private void storage() {
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            server.get(ClearmlServer.STORAGE).ifPresent(store -> {
                var keys = store.then(block -> block.get(ObjectStore.CREDENTIALS));
                variables.secret("AWS_ACCESS_KEY_ID", keys, "access-key");
                variables.secret("AWS_SECRET_ACCESS_KEY", keys, "secret-key");
                variables.put(
                        "AWS_DEFAULT_REGION",
                        store.then(block -> block.get(ObjectStore.REGION)).map(Text::new));
            });
        }
    }

    /** What an application is told to use instead of a download (clearml/clearml-session:clearml_session/interactive_session_task.py). */
    private void apps(Block<? extends TaskSettings> tasks) {
        for (Block<App> app : App.of(site, ClearmlAgent.of(site, tasks))) {
            if (app.name().equals(App.VSCODE)) {
                vscode(app);
            }
            app.get(App.DROPBEAR).ifPresent(dropbear -> file("CLEARML_DROPBEAR_EXEC", dropbear));
            app.get(App.ROOT_PASSWORD)
                    .ifPresent(secret -> variables.secret("DROPBEAR_CLEARML_FIXED_PASSWORD", secret, "password"));
        }
    }

    /** The files that the page names, else those of the server of resources. */
    private void vscode(Block<App> app) {
        Optional<Block<ResourcesServer>> resources = ClearmlBootstrap.server(site);
        app.get(App.SERVER)
                .ifPresentOrElse(
                        server -> file(serverVariable(server.value()), server),
                        () -> resources.ifPresent(
                                served -> variables.put("CLEARML_SESSION_VSCODE_SERVER_TGZ", codeServer(served))));
        app.get(App.PYTHON_EXTENSION)
                .ifPresentOrElse(
                        extension -> file("CLEARML_SESSION_VSCODE_PY_EXT", extension),
                        () -> resources.ifPresent(served -> variables.put(
                                "CLEARML_SESSION_VSCODE_PY_EXT",
                                ResourcesServer.file(served, "/vscode_build/vscode_extensions.zip"))));
    }

    /** Without its end, which the task puts behind it for its own processor. */
    private static Fact<Url> codeServer(Block<ResourcesServer> served) {
        return ResourcesServer.file(
                served,
                "/vscode_build/code-server-",
                served.get(ResourcesServer.VSCODE).map(Version::text));
    }

    /** A package of the system wins over an archive wherever both are set, so only one of them ever is. */
    private static String serverVariable(Block<Artifact> server) {
        return "CLEARML_SESSION_VSCODE_SERVER_" + (Artifact.isPackage(server) ? "DEB" : "TGZ");
    }

    private void file(String name, Fact<Block<Artifact>> artifact) {
        Artifact.place(artifact.value(), site)
                .ifPresent(place -> variables.put(
                        name, new Fact<Scalar>(place.value(), place.origin()).because(artifact.origin())));
    }

    /** Whether a list of files must hold {@code pip.conf}. */
    static boolean byFile(Block<? extends TaskSettings> tasks) {
        return tasks.get(TaskSettings.PIP).value() == TaskSettings.Pip.FILE
                && !tasks.get(TaskSettings.INDEXES).isEmpty();
    }
}
