package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ComposeRelease;
import dev.airgapc.site.Stream;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code runtime.env}, below {@code env}, and {@code airgapc.compose.yml}, below {@code services}. The vendor has no file for this but shows one
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/appgw_install_compose.md), so the file is ours.
 */
final class ComposeGatewayValues {
    private static final String ROUTER = "ai-gateway-router";
    private static final String PROXY = "ai-gateway-proxy";

    private final ComposeGateway compose;
    private final Block<ClearmlGateway> gateway;
    private final Fact<Version> version;
    private final Product product;
    private final ChartValues values;

    private ComposeGatewayValues(ComposeGateway compose) {
        this.compose = compose;
        this.gateway = compose.gateway();
        this.version = compose.release().version();
        this.product = compose.release().product();
        this.values = new ChartValues(product, version);
    }

    static ChartValues of(ComposeGateway compose) {
        ComposeGatewayValues writing = new ComposeGatewayValues(compose);
        writing.write();
        return writing.values;
    }

    private void write() {
        Fact<Text> router = version.map(tag -> new Text(tag.text()));
        values.put(stated("proxy"), "env", "PROXY_TAG");
        values.put(router, "env", "ROUTER_TAG");
        service(PROXY, stated("proxy"));
        values.put(
                volumes(
                        "./application-gateway/config/nginx:/etc/nginx/conf.d:ro",
                        "./application-gateway/config/lua:"
                                + stated("lua").value().text() + ":ro",
                        "./application-gateway/var/run/openresty:/var/run/openresty"),
                "services",
                PROXY,
                "volumes");
        demanded("host", "it opens the ports of every session", "services", PROXY, "network_mode");
        service(ROUTER, router);
        values.put(
                volumes(
                        "/var/run/docker.sock:/var/run/docker.sock",
                        "./application-gateway/config/nginx:/etc/nginx/conf.d:rw",
                        "./application-gateway/config/lua:"
                                + stated("lua").value().text() + ":rw"),
                "services",
                ROUTER,
                "volumes");
        runtime();
        for (String name : List.of(
                "ROUTER_NAME",
                "ROUTER__WEBSERVER__SERVER_PORT",
                "ROUTER_URL",
                "CLEARML_API_HOST",
                "CLEARML_API_ACCESS_KEY",
                "CLEARML_API_SECRET_KEY",
                "AUTH_COOKIE_NAME")) {
            passed(name, name);
        }
        passed("ROUTER__HTTP__AUTHORIZATION__COOKIE__SECURE", "AUTH_SECURE_ENABLED");
    }

    /** What the file of variables says of this gateway. */
    private void runtime() {
        values.put(gateway.named(new Text(gateway.name())), "env", "ROUTER_NAME");
        values.put(
                gateway.get(ClearmlGateway.NODE_PORT)
                        .map(port -> port.map(number -> new Text(number.toString())))
                        .orElseGet(() -> stated("port")),
                "env",
                "ROUTER__WEBSERVER__SERVER_PORT");
        values.put(gateway.get(ClearmlGateway.EXTERNAL_URL), "env", "ROUTER_URL");
        Block<ClearmlServer> server = compose.site().all(ClearmlServer.KIND).get(0);
        values.put(server.get(ClearmlServer.API), "env", "CLEARML_API_HOST");
        values.put(gateway.get(ClearmlGateway.COOKIE).map(Text::new), "env", "AUTH_COOKIE_NAME");
        values.put(
                gateway.get(ClearmlGateway.EXTERNAL_URL)
                        .map(url -> url.map(address -> new Flag(address.scheme().equals("https")))),
                "env",
                "AUTH_SECURE_ENABLED");
        for (Block<Stream> stream : gateway.get(ClearmlGateway.STREAM)) {
            values.put(stream.get(Stream.ADDRESS), "env", "STREAM_ROUTER_ADDRESS");
            values.put(stream.get(Stream.PORTS).map(ports -> new Count(ports.first())), "env", "STREAM_PORT_START");
            values.put(stream.get(Stream.PORTS).map(ports -> new Count(ports.last())), "env", "STREAM_PORT_END");
            passed("ROUTER__STREAM__EXTERNAL_URL", "STREAM_ROUTER_ADDRESS");
            passed("ROUTER__STREAM__PORT_RANGE__START", "STREAM_PORT_START");
            passed("ROUTER__STREAM__PORT_RANGE__END", "STREAM_PORT_END");
        }
        if (ComposeRelease.gateways(compose.site()).size() > 1) {
            values.put(ComposeRelease.queues(gateway).map(Text::new), "env", "LISTEN_QUEUE_NAME");
            passed("LISTEN_QUEUE_NAME", "LISTEN_QUEUE_NAME");
        }
    }

    /** What both have alike. */
    private void service(String service, Fact<Text> tag) {
        Origin demanded = values.demanded(new Text(service), "a gateway runs it", "services", service, "image")
                .origin();
        Fact<Image> image = tag.map(text ->
                new Image(Host.parse("docker.io").value().orElseThrow(), "clearml/" + service, text.text(), ""));
        values.put(compose.place(image.because(demanded)), "services", service, "image");
        demanded("missing", "so that a restart needs no registry", "services", service, "pull_policy");
        demanded("unless-stopped", "it comes back with its machine", "services", service, "restart");
        demanded(
                "true",
                "the router may not signal the proxy",
                "services",
                service,
                "environment",
                "ROUTER__WEBSERVER__AUTO_RELOAD_CONFIG");
        Trust.bundle(compose.site()).ifPresent(bundle -> {
            Fact<Text> path = bundle.map(any -> new Text(Trust.BUNDLE));
            values.put(path, "services", service, "environment", "REQUESTS_CA_BUNDLE");
            values.put(path, "services", service, "environment", "SSL_CERT_FILE");
        });
    }

    private void passed(String name, String variable) {
        demanded("${" + variable + ":?}", "from a file on the machine", "services", ROUTER, "environment", name);
    }

    private Sequence volumes(String... own) {
        List<Leaf> volumes = new ArrayList<>();
        for (String volume : own) {
            volumes.add(Leaf.of(
                    values.demanded(new Text(volume), "what router and proxy share", "services", ROUTER, "volumes")));
        }
        Trust.bundle(compose.site())
                .ifPresent(
                        bundle -> volumes.add(Leaf.text(bundle.map(any -> Trust.BUNDLE + ":" + Trust.BUNDLE + ":ro"))));
        return Sequence.of(volumes);
    }

    /** What the vendor states for this version, or for the nearest that is known. */
    private Fact<Text> stated(String word) {
        List<Product.Stated> rows = product.stated(version.value(), word);
        Product.Stated row = rows.isEmpty()
                ? product.stated(product.nearest(version.value()), word).get(0)
                : rows.get(0);
        Origin demanded = new Origin.Demanded("the vendor's page says so", row.source());
        return new Fact<>(new Text(row.text()), Origin.all(List.of(demanded, version.origin())));
    }

    private void demanded(String text, String because, String... path) {
        values.put(values.demanded(new Text(text), because, path), path);
    }
}
