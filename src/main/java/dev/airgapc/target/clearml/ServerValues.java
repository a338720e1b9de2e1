package dev.airgapc.target.clearml;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.One;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Apps;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Index;
import dev.airgapc.site.Ingress;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Trust;
import dev.airgapc.target.ChartValues;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code clearml-values.override.yaml}: the chart clearml-enterprise, or the public chart clearml. */
final class ServerValues {
    private final Block<ClearmlServer> server;
    private final Release release;
    private final ChartValues values;

    private ServerValues(Block<ClearmlServer> server, Release release) {
        this.server = server;
        this.release = release;
        this.values = new ChartValues(release.product(), release.version());
    }

    static ChartValues of(Block<ClearmlServer> server, Release release) {
        ServerValues writing = new ServerValues(server, release);
        writing.write();
        return writing.values;
    }

    private void write() {
        if (release.isPublic()) {
            PublicCharts.write(release, values, idle());
            PublicCharts.databases(release, values, idle());
            // A browser that reaches the server by the port of a node keeps no cookie of a domain.
            ingress().ifPresent(block -> values.put(server.get(ClearmlServer.DOMAIN), "clearml", "cookieDomain"));
        } else {
            values.put(release.pullSecrets(), "imageCredentials", "existingImagePullSecrets");
            values.put(server.get(ClearmlServer.DOMAIN), "clearml", "cookieDomain");
            values.put(
                    server.get(ClearmlServer.INDEX).map(index -> index.then(block -> block.get(Index.URL))),
                    "clearml",
                    "extraIndexUrl");
        }
        values.put(
                server.get(ClearmlServer.CREDENTIALS)
                        .map(keys -> release.secret(keys, SecretName.fields(SecretUse.SERVER_KEYS))),
                "clearml",
                "existingSecret");
        boolean fileserver = server.get(ClearmlServer.FILESERVER).value();
        part("apiserver", ClearmlServer.API);
        if (fileserver) {
            part("fileserver", ClearmlServer.FILES);
        }
        part("webserver", ClearmlServer.WEB);
        if (!fileserver) {
            withoutFileserver();
        }
        mongoDb();
        server.get(ClearmlServer.APPS).forEach(this::apps);
        values.merge(server.get(ClearmlServer.VALUES), release.site());
    }

    /** One of the three parts that people and agents reach. */
    private void part(String name, One<ClearmlServer, Url> address) {
        Optional<Block<Ingress>> ingress = ingress();
        if (ingress.isPresent()) {
            ingress(values, release, ingress.get(), server.get(address).map(Url::host), name, "ingress");
        }
        Fact<String> because = ingress.map(block -> block.named("ClusterIP")).orElse(server.named("NodePort"));
        values.put(because.map(Text::new), name, "service", "type");
    }

    /** The parts of the chart that do not run. */
    private Set<String> idle() {
        Set<String> idle = new HashSet<>();
        if (!server.get(ClearmlServer.FILESERVER).value()) {
            idle.add("fileserver");
        }
        server.get(ClearmlServer.MONGODB)
                .filter(choice -> choice.value() == ClearmlServer.MongoDb.OPERATOR)
                .ifPresent(choice -> idle.add("mongodb"));
        return idle;
    }

    private Optional<Block<Ingress>> ingress() {
        return server.get(ClearmlServer.INGRESS).stream().findFirst();
    }

    /** The keys of an ingress, as all of ClearML's charts spell them. */
    static void ingress(
            ChartValues values,
            Release release,
            Block<Ingress> ingress,
            Fact<dev.airgapc.fact.Host> host,
            String... base) {
        values.put(ingress.named(new Flag(true)), then(base, "enabled"));
        values.put(host, then(base, "hostName"));
        values.put(ingress.get(Ingress.CLASS).map(name -> name.map(Text::new)), then(base, "ingressClassName"));
        values.put(
                ingress.get(Ingress.TLS).map(tls -> release.secret(tls, SecretName.TLS)), then(base, "tlsSecretName"));
        ingress.get(Ingress.ANNOTATION)
                .forEach((key, value) -> values.put(value.map(Text::new), then(base, "annotations", key)));
    }

    /** All of it or nothing: clients that disagree on the address lose files (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/k8s.md). */
    private void withoutFileserver() {
        values.put(server.get(ClearmlServer.FILESERVER).map(Flag::new), "fileserver", "enabled");
        Fact<Url> files = files(server);
        if (release.isPublic()) {
            values.put(server.get(ClearmlServer.API), "clearml", "clientConfigurationApiUrl");
            values.put(files, "clearml", "clientConfigurationFilesUrl");
        } else {
            values.put(files, "clearmlApplications", "fileServerUrlReferenceOverride");
            values.put(server.get(ClearmlServer.API), "webserver", "displayedServerURLs", "apiserver");
            values.put(files, "webserver", "displayedServerURLs", "fileserver");
        }
        Mapping variable = values.variable("WEBSERVER__fileBaseUrl", files);
        values.put(Sequence.of(List.of(variable)), "webserver", "extraEnvs");
    }

    private void apps(Block<Apps> apps) {
        values.put(apps.named(new Flag(true)), "clearmlApplications", "enabled");
        values.put(
                apps.get(Apps.QUEUE_MODE)
                        .map(mode -> mode.map(one -> new Text(one.word().replace('-', '_')))),
                "clearmlApplications",
                "queueMode");
        values.put(apps.get(Apps.MAX_PODS).map(most -> most.map(Count::new)), "clearmlApplications", "maxPods");
        Trust.bundle(release.site()).ifPresent(this::trust);
    }

    /** What starts instances trusts it by the chart, the instances by a file and variables. */
    private void trust(Fact<String> bundle) {
        if (values.supports("clearmlApplications", "customCertificates", "overrideCaCertificatesCrt")) {
            values.put(bundle.map(Text::new), "clearmlApplications", "customCertificates", "overrideCaCertificatesCrt");
        }
        TaskConfigMaps files = TaskConfigMaps.ofInstances(release, server);
        values.put(files.volumes(), "clearmlApplications", "basePodTemplate", "volumes");
        values.put(files.volumeMounts(), "clearmlApplications", "basePodTemplate", "volumeMounts");
        values.put(
                Sequence.of(TaskEnvironment.ofAgent(release.site()).stream()
                        .map(variable -> PodTemplate.variable(release, variable))
                        .toList()),
                "clearmlApplications",
                "basePodTemplate",
                "env");
    }

    private void mongoDb() {
        server.get(ClearmlServer.MONGODB).ifPresent(choice -> {
            ClearmlServer.MongoDb database = choice.value();
            values.put(choice.map(one -> new Flag(one != ClearmlServer.MongoDb.OPERATOR)), "mongodb", "enabled");
            if (values.supports("mckMongodb", "enabled") || database != ClearmlServer.MongoDb.BUNDLED) {
                values.put(choice.map(one -> new Flag(one != ClearmlServer.MongoDb.BUNDLED)), "mckMongodb", "enabled");
                values.put(
                        choice.map(one -> new Flag(one == ClearmlServer.MongoDb.OPERATOR)), "mckMongodb", "migrated");
            }
        });
    }

    /** Where clients put files: the server's own file server, or the store where it has none. */
    static Fact<Url> files(Block<ClearmlServer> server) {
        Fact<Boolean> own = server.get(ClearmlServer.FILESERVER);
        return own.value()
                ? server.get(ClearmlServer.FILES)
                : server.get(ClearmlServer.STORAGE)
                        .orElseThrow()
                        .then(ObjectStore::address)
                        .because(own.origin());
    }

    private static String[] then(String[] base, String... more) {
        String[] path = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, path, base.length, more.length);
        return path;
    }
}
