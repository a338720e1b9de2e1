package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.Index;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code airgapc.env}, below {@code env}, and {@code airgapc.override.yml}, below {@code services}. Variables of a service are a mapping: in a
 * list, quotes would become a part of the value (clearml/clearml-agent#186).
 */
final class ComposeServerValues {
    /** The services whose image has the version of the server as its tag (clearml/clearml-server:docker/docker-compose.yml). */
    private static final List<String> VERSIONED = List.of("apiserver", "fileserver", "webserver", "async_delete");

    private static final String AGENT = "agent-services";

    private final ComposeServer compose;
    private final Block<ClearmlServer> server;
    private final Fact<Version> version;
    private final Product product;
    private final ChartValues values;

    private ComposeServerValues(ComposeServer compose) {
        this.compose = compose;
        this.server = compose.server();
        this.version = compose.release().version();
        this.product = compose.release().product();
        this.values = new ChartValues(product, version);
    }

    static ChartValues of(ComposeServer compose) {
        ComposeServerValues writing = new ComposeServerValues(compose);
        writing.write();
        return writing.values;
    }

    private void write() {
        images().forEach((service, image) -> {
            values.put(compose.place(image), "services", service, "image");
            demanded("missing", "so that a restart needs no registry", "services", service, "pull_policy");
        });
        if (compose.enterprise()) {
            enterprise();
        } else {
            openSource();
        }
        insecureCookies();
    }

    /**
     * By service: those that the version runs, and what the page says instead. A version that is not known keeps the databases of the nearest:
     * newer ones could not go back.
     */
    private Map<String, Fact<Image>> images() {
        Map<String, Fact<Image>> images = new LinkedHashMap<>();
        if (!compose.enterprise()) {
            VERSIONED.forEach(service ->
                    images.put(service, version.map(tag -> new Image(dockerHub(), "clearml/server", tag.text(), ""))));
        }
        for (Product.Carried image :
                product.images(product.knows(version.value()) ? version.value() : product.nearest(version.value()))) {
            Origin demanded = new Origin.Demanded(product.name() + " runs it as " + image.why(), image.source());
            images.put(image.why(), new Fact<>(image.image(), Origin.all(List.of(demanded, version.origin()))));
        }
        images.putAll(server.get(ClearmlServer.IMAGE));
        return images;
    }

    private static Host dockerHub() {
        return Host.parse("docker.io").value().orElseThrow();
    }

    private void enterprise() {
        values.put(server.get(ClearmlServer.ROOT).map(Text::new), "env", "CLEARML_ROOT");
        external("WEBSERVER_URL_FOR_EXTERNAL_WORKERS", server.get(ClearmlServer.WEB));
        external("APISERVER_URL_FOR_EXTERNAL_WORKERS", server.get(ClearmlServer.API));
        external("FILESERVER_URL_FOR_EXTERNAL_WORKERS", ServerValues.files(server));
        for (Product.Stated tag : product.stated(version.value(), "env")) {
            Origin demanded = new Origin.Demanded("the tag that goes with this version", tag.source());
            Fact<Text> text = new Fact<>(new Text(tag.text()), Origin.all(List.of(demanded, version.origin())));
            values.put(text, tag.steps().toArray(String[]::new));
        }
        trust("apiserver", "apps-agent", "services-agent");
        for (String agent : List.of("apps-agent", "services-agent")) {
            variable(agent, "CLEARML_AGENT_NO_UPDATE", "1", "else it installs itself anew at every start");
        }
        displayed();
    }

    private void external(String name, Fact<Url> url) {
        values.put(url, "env", name);
    }

    /** The web application finds the other addresses by their first words, unless it is told. */
    private void displayed() {
        Fact<Url> api = server.get(ClearmlServer.API);
        Fact<Url> files = ServerValues.files(server);
        boolean usual = server.get(ClearmlServer.WEB).value().host().name().startsWith("app.")
                && api.value().host().name().startsWith("api.")
                && files.value().host().name().startsWith("files.");
        if (!usual) {
            Text text = new Text("{\"apiServer\":\"${APISERVER_URL_FOR_EXTERNAL_WORKERS}\","
                    + "\"filesServer\":\"${FILESERVER_URL_FOR_EXTERNAL_WORKERS}\"}");
            values.put(
                    api.map(any -> text).because(files.origin()),
                    "services",
                    "webserver",
                    "environment",
                    "WEBSERVER__displayedServerUrls");
        }
    }

    private void openSource() {
        Fact<Host> host = compose.release().host();
        if (host.value().address().isPresent()) {
            values.put(host, "env", "CLEARML_HOST_IP");
        }
        values.put(server.get(ClearmlServer.WEB), "env", "CLEARML_WEB_HOST");
        values.put(server.get(ClearmlServer.API), "env", "CLEARML_API_HOST");
        values.put(ServerValues.files(server), "env", "CLEARML_FILES_HOST");
        keys();
        trust("apiserver", "async_delete", AGENT);
        agent();
    }

    /** The public file holds keys that everybody knows. */
    private void keys() {
        for (ComposeServerScript.Key key : ComposeServerScript.KEYS) {
            for (String service : key.services()) {
                variable(service, key.variable(), "${" + key.variable() + ":?}", "the built-in one is public");
            }
        }
    }

    /** The agent that runs tasks of the queue {@code services}, each in a container of the machine's Docker. */
    private void agent() {
        variable(AGENT, "CLEARML_AGENT_NO_UPDATE", "1", "else it installs itself anew at every start");
        variable(AGENT, "CLEARML_API_HOST", "${CLEARML_API_HOST:?}", "tasks are outside of the networks of the server");
        Fact<Image> base = server.get(ClearmlServer.SERVICES_IMAGE).orElseGet(this::vendorsBase);
        values.put(compose.place(base), "services", AGENT, "environment", "CLEARML_AGENT_DEFAULT_BASE_DOCKER");
        values.put(
                Fact.text(words().toArray()).map(Text::new),
                "services",
                AGENT,
                "environment",
                "CLEARML_AGENT_EXTRA_DOCKER_ARGS");
        GitHost.withLogin(GitHost.ofEverybody(compose.site()))
                .ifPresent(git ->
                        values.put(git.get(GitHost.HOST), "services", AGENT, "environment", "CLEARML_AGENT_GIT_HOST"));
    }

    private Fact<Image> vendorsBase() {
        Product.Stated stated = product.stated(version.value(), "base").get(0);
        Origin demanded = new Origin.Demanded("what the vendor's file names", stated.source());
        return new Fact<>(
                Image.parse(stated.text()).value().orElseThrow(), Origin.all(List.of(demanded, version.origin())));
    }

    /** What every task's {@code docker run} is given: pieces of one text, words of a shell. */
    private List<Object> words() {
        List<Object> words = new ArrayList<>(List.of(server.named("--env=CLEARML_AGENT_NO_UPDATE=1")));
        Trust.bundle(compose.site()).ifPresent(bundle -> {
            words.add(bundle.map(any -> " --volume=" + Trust.BUNDLE + ":" + Trust.BUNDLE + ":ro"));
            for (String name : TaskEnvironment.TRUSTING) {
                words.add(" --env=" + name + "=" + Trust.BUNDLE);
            }
        });
        List<Fact<Block<Index>>> index =
                server.get(ClearmlServer.INDEX).stream().toList();
        Indexes indexes = new Indexes(index);
        indexes.replacing().ifPresent(url -> environment(words, url, "PIP_INDEX_URL", "UV_DEFAULT_INDEX"));
        indexes.trusted().forEach(host -> environment(words, host, "PIP_TRUSTED_HOST", "UV_INSECURE_HOST"));
        indexes.certificates().ifPresent(path -> environment(words, path, "PIP_CERT"));
        for (PackageLogin login : PackageLogin.ofServices(compose.site(), server)) {
            String volume = " --volume=" + ComposeServerScript.HOME + "/netrc:" + TaskEnvironment.NETRC + ":ro";
            words.add(login.secret().map(any -> volume + " --env=NETRC=" + TaskEnvironment.NETRC));
        }
        return words;
    }

    private static void environment(List<Object> words, Fact<? extends Scalar> value, String... names) {
        for (String name : names) {
            words.add(" --env=" + name + "=");
            words.add(value);
        }
    }

    /** A browser keeps a secure cookie from an address without encryption. */
    private void insecureCookies() {
        for (Fact<Url> url : List.of(server.get(ClearmlServer.WEB), server.get(ClearmlServer.API))) {
            if (url.value().scheme().equals("http")) {
                values.put(
                        url.map(any -> new Text("false")),
                        "services",
                        "apiserver",
                        "environment",
                        "CLEARML__apiserver__auth__cookies__secure");
                return;
            }
        }
    }

    /** What asks servers of the site: the server for files in a store, agents for everything. */
    private void trust(String... services) {
        List<String> asking = List.of(services);
        for (String service : asking) {
            List<Leaf> volumes = new ArrayList<>();
            Trust.bundle(compose.site()).ifPresent(bundle -> {
                Fact<Text> path = bundle.map(any -> new Text(Trust.BUNDLE));
                values.put(path, "services", service, "environment", "REQUESTS_CA_BUNDLE");
                values.put(path, "services", service, "environment", "SSL_CERT_FILE");
                volumes.add(Leaf.text(path.map(text -> text.text() + ":" + text.text() + ":ro")));
            });
            if (service.equals(AGENT)) {
                compose.registry()
                        .value()
                        .get(Registry.PULL)
                        .ifPresent(pull -> volumes.add(
                                Leaf.text(pull.map(any -> ComposeServerScript.HOME + "/docker:/root/.docker:ro"))));
            }
            values.put(Sequence.of(volumes), "services", service, "volumes");
        }
    }

    private void variable(String service, String name, String text, String because) {
        demanded(text, because, "services", service, "environment", name);
    }

    private void demanded(String text, String because, String... path) {
        values.put(values.demanded(new Text(text), because, path), path);
    }
}
