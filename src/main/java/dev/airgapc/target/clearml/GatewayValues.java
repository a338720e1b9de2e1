package dev.airgapc.target.clearml;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Ingress;
import dev.airgapc.site.Stream;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import java.util.List;
import java.util.Optional;

/** {@code clearml-app-gateway-values.override.yaml} of one gateway: the chart clearml-enterprise-app-gateway. */
final class GatewayValues {
    private final Block<ClearmlGateway> gateway;
    private final Release release;
    private final ChartValues values;

    private GatewayValues(Block<ClearmlGateway> gateway, Release release) {
        this.gateway = gateway;
        this.release = release;
        this.values = new ChartValues(release.product(), release.version());
    }

    static ChartValues of(Block<ClearmlGateway> gateway, Release release) {
        GatewayValues writing = new GatewayValues(gateway, release);
        writing.write();
        return writing.values;
    }

    private void write() {
        values.put(release.pullSecrets(), "imageCredentials", "existingImagePullSecrets");
        Block<ClearmlServer> server = release.site().all(ClearmlServer.KIND).get(0);
        values.put(server.get(ClearmlServer.API), "clearml", "apiServerUrlReference");
        values.put(gateway.get(ClearmlGateway.COOKIE).map(Text::new), "clearml", "authCookieName");
        Trust.bundle(release.site())
                .ifPresent(
                        bundle -> values.put(bundle.map(Text::new), "customCertificates", "overrideCaCertificatesCrt"));
        Optional<Block<Ingress>> ingress =
                gateway.get(ClearmlGateway.INGRESS).stream().findFirst();
        ingress.ifPresent(
                block -> ServerValues.ingress(values, release, block, gateway.get(ClearmlGateway.HOST), "ingress"));
        gateway.get(ClearmlGateway.EXTERNAL_URL).ifPresent(this::nodePort);
        gateway.get(ClearmlGateway.STREAM).forEach(this::stream);
        values.merge(gateway.get(ClearmlGateway.VALUES), release.site());
    }

    /** A port on the nodes instead of a name. A browser keeps a secure cookie from an address without encryption. */
    private void nodePort(Fact<Url> url) {
        values.put(url.map(any -> new Flag(false)), "ingress", "enabled");
        values.put(url.map(any -> new Text("NodePort")), "service", "type");
        values.put(url, "externalURL");
        if (url.value().scheme().equals("http")) {
            values.put(
                    Sequence.of(List.of(values.variable(
                            "ROUTER__HTTP__AUTHORIZATION__COOKIE__SECURE", url.map(any -> new Text("false"))))),
                    "router",
                    "extraEnvs");
        }
    }

    private void stream(Block<Stream> stream) {
        String base = values.supports("streamSession", "routerAddress") ? "streamSession" : "tcpSession";
        values.put(stream.get(Stream.ADDRESS), base, "routerAddress");
        boolean balancer = stream.get(Stream.SERVICE).value() == Stream.Service.LOAD_BALANCER;
        values.put(
                stream.get(Stream.SERVICE).map(any -> new Text(balancer ? "LoadBalancer" : "NodePort")),
                base,
                "service",
                "type");
        values.put(stream.get(Stream.PORTS).map(ports -> new Count(ports.first())), base, "portRange", "start");
        values.put(stream.get(Stream.PORTS).map(ports -> new Count(ports.last())), base, "portRange", "end");
    }
}
