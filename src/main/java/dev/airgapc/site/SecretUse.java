package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * That something of the site needs a secret: where it is read, and which of its fields.
 *
 * @param secret the reference
 * @param fields the fields that must have a source
 */
public record SecretUse(Fact<Block<Secret>> secret, Reader reader, List<String> fields) {
    /** Who reads it. */
    public enum Reader {
        /** Pods, from an object of Kubernetes. */
        CLUSTER,
        /** Pods, from an object whose keys the server makes once it runs. */
        CLUSTER_LATER,
        /** A script within the gap. */
        INSIDE,
        /** The same, of keys that the server makes once it runs. */
        INSIDE_LATER,
        /** A script on each node, which logs in by itself. */
        NODE,
        /** A script on the connected side. */
        OUTSIDE;

        /** Whether it becomes an object of Kubernetes. */
        public boolean isCluster() {
            return this == CLUSTER || this == CLUSTER_LATER;
        }
    }

    /** The keys that the server's parts use among each other (clearml/clearml-helm-charts:charts/clearml/values.yaml). */
    public static final List<String> SERVER_KEYS = List.of(
            "apiserver_key",
            "apiserver_secret",
            "fileserver_key",
            "fileserver_secret",
            "secure_auth_token_secret",
            "test_user_key",
            "test_user_secret");

    public static final List<String> KEYS = List.of("access-key", "secret-key");
    public static final List<String> LOGIN = List.of("username", "password");
    public static final List<String> CERTIFICATE = List.of("certificate", "private-key");

    /** What gateways sign their tokens with (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/docker_compose_upgrade_3_29.md). */
    public static final List<String> TOKEN = List.of("token");

    public SecretUse {
        fields = List.copyOf(fields);
    }

    /** Every use of a site, in the order of the vocabulary. */
    public static List<SecretUse> all(Site site) {
        List<SecretUse> uses = new ArrayList<>();
        site.all(Outside.KIND)
                .forEach(outside -> outside.get(Outside.LOGIN)
                        .forEach((host, login) -> uses.add(new SecretUse(login, Reader.OUTSIDE, loginFields(host)))));
        for (Block<Registry> registry : site.all(Registry.KIND)) {
            if (!ChartRelease.all(site).isEmpty()) {
                registry.get(Registry.PULL).ifPresent(pull -> uses.add(login(pull, Reader.CLUSTER)));
            }
            if (pullsOnMachines(site, registry)) {
                registry.get(Registry.PULL).ifPresent(pull -> uses.add(login(pull, Reader.INSIDE)));
            }
            if (nodesLogIn(site)) {
                registry.get(Registry.PULL).ifPresent(pull -> uses.add(login(pull, Reader.NODE)));
            }
            registry.get(Registry.PUSH).ifPresent(push -> uses.add(login(push, Reader.INSIDE)));
        }
        for (Block<ChartRepo> charts : site.all(ChartRepo.KIND)) {
            charts.get(ChartRepo.PUSH).ifPresent(push -> uses.add(login(push, Reader.INSIDE)));
        }
        for (Block<FileMirror> mirror : site.all(FileMirror.KIND)) {
            mirror.get(FileMirror.PUSH).ifPresent(push -> uses.add(login(push, Reader.INSIDE)));
        }
        Index.loaded(site)
                .flatMap(index -> index.get(Index.PUSH))
                .ifPresent(push -> uses.add(login(push, Reader.INSIDE)));
        site.all(ClearmlServer.KIND).forEach(server -> server(server, site, uses));
        site.all(ClearmlAgent.KIND).forEach(agent -> agent(agent, site, uses));
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            uses.add(new SecretUse(gateway.get(ClearmlGateway.CREDENTIALS), Reader.INSIDE_LATER, KEYS));
            gateway.get(ClearmlGateway.INGRESS).forEach(ingress -> tls(ingress, uses));
        }
        site.all(ClearmlServing.KIND).forEach(serving -> serving(serving, site, uses));
        return uses;
    }

    private static void serving(Block<ClearmlServing> serving, Site site, List<SecretUse> uses) {
        Fact<Block<Secret>> keys = serving.get(ClearmlServing.CREDENTIALS);
        if (ClearmlServing.readsSecret(site, serving)) {
            uses.add(new SecretUse(keys, Reader.CLUSTER_LATER, KEYS));
        }
        if (ClearmlServing.takesValues(site, serving)) {
            uses.add(new SecretUse(keys, Reader.INSIDE_LATER, KEYS));
        }
        if (serving.get(ClearmlServing.STATISTICS).value()) {
            serving.get(ClearmlServing.GRAFANA)
                    .ifPresent(login -> uses.add(new SecretUse(login, Reader.CLUSTER, LOGIN)));
        }
        serving.get(ClearmlServing.INGRESS).forEach(ingress -> tls(ingress, uses));
    }

    private static boolean pullsOnMachines(Site site, Block<Registry> registry) {
        return site.all(ClearmlAgent.KIND).stream()
                        .anyMatch(agent -> agent.get(ClearmlAgent.MACHINES).isPresent()
                                && agent.get(ClearmlAgent.REGISTRY).value() == registry)
                || ComposeRelease.all(site).stream()
                        .anyMatch(release -> release.registry()
                                .filter(pulled -> pulled.value() == registry)
                                .isPresent());
    }

    /** A pull secret of Kubernetes matches upstream names, so it reaches no mirror (kubernetes/kubernetes:pkg/credentialprovider/keyring.go). */
    private static boolean nodesLogIn(Site site) {
        return site.all(Cluster.KIND).stream()
                .anyMatch(cluster -> cluster.get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES);
    }

    private static void server(Block<ClearmlServer> server, Site site, List<SecretUse> uses) {
        if (server.get(ClearmlServer.CHART).isPresent()) {
            server.get(ClearmlServer.CREDENTIALS)
                    .ifPresent(keys -> uses.add(new SecretUse(keys, Reader.CLUSTER, SERVER_KEYS)));
        }
        if (ComposeRelease.server(site, server).isPresent()) {
            server.get(ClearmlServer.CREDENTIALS)
                    .ifPresent(keys -> uses.add(new SecretUse(keys, Reader.INSIDE, composeKeys(site))));
            if (ClearmlServer.edition(site) == ClearmlServer.Edition.OSS) {
                gitLogin(GitHost.ofEverybody(site), Reader.INSIDE, uses);
                PackageLogin.ofServices(site, server)
                        .forEach(login -> uses.add(new SecretUse(login.secret(), Reader.INSIDE, LOGIN)));
            }
        }
        server.get(ClearmlServer.INGRESS).forEach(ingress -> tls(ingress, uses));
        server.get(ClearmlServer.APPS)
                .forEach(apps -> uses.add(new SecretUse(apps.get(Apps.CREDENTIALS), Reader.INSIDE_LATER, KEYS)));
        Set<Reader> readers = new LinkedHashSet<>();
        site.all(ClearmlAgent.KIND).forEach(agent -> readers.add(reader(agent, false)));
        site.all(ClearmlServing.KIND).forEach(serving -> readers.add(Reader.CLUSTER));
        readers.stream()
                .forEach(reader -> server.get(ClearmlServer.STORAGE)
                        .map(store -> store.then(block -> block.get(ObjectStore.CREDENTIALS)))
                        .ifPresent(keys -> uses.add(new SecretUse(keys, reader, KEYS))));
    }

    /** What a server needs that Docker Compose runs: of the enterprise one, the vendor's own file holds the rest. */
    public static List<String> composeKeys(Site site) {
        if (ClearmlServer.edition(site) == ClearmlServer.Edition.ENTERPRISE) {
            return TOKEN;
        }
        List<String> keys = new ArrayList<>(SERVER_KEYS);
        keys.addAll(KEYS);
        return List.copyOf(keys);
    }

    private static void agent(Block<ClearmlAgent> agent, Site site, List<SecretUse> uses) {
        Reader reader = reader(agent, false);
        uses.add(new SecretUse(agent.get(ClearmlAgent.CREDENTIALS), reader(agent, true), KEYS));
        gitLogin(GitHost.of(site, agent), reader, uses);
        for (Block<App> app : App.of(site, agent)) {
            app.get(App.ROOT_PASSWORD)
                    .ifPresent(secret -> uses.add(new SecretUse(secret, reader, List.of("password"))));
        }
        PackageLogin.of(site, agent).forEach(login -> uses.add(new SecretUse(login.secret(), reader, LOGIN)));
        settings(agent, reader, uses);
        agent.get(ClearmlAgent.QUEUES).forEach(queue -> settings(queue, reader, uses));
    }

    /** On machines a script reads what pods read from objects. */
    private static Reader reader(Block<ClearmlAgent> agent, boolean later) {
        return agent.get(ClearmlAgent.MACHINES).isPresent()
                ? later ? Reader.INSIDE_LATER : Reader.INSIDE
                : later ? Reader.CLUSTER_LATER : Reader.CLUSTER;
    }

    private static void settings(Block<? extends TaskSettings> tasks, Reader reader, List<SecretUse> uses) {
        for (Fact<EnvValue> variable : tasks.get(TaskSettings.ENV).values()) {
            if (variable.value() instanceof EnvValue.OfSecret of) {
                uses.add(new SecretUse(variable.map(any -> of.secret()), reader, List.of(of.field())));
            }
        }
        for (Block<Mount> mount : tasks.get(TaskSettings.MOUNT)) {
            mount.get(Mount.SECRET)
                    .ifPresent(secret -> uses.add(new SecretUse(secret, reader, Secret.statedFields(secret.value()))));
        }
    }

    private static void gitLogin(List<Block<GitHost>> hosts, Reader reader, List<SecretUse> uses) {
        GitHost.withLogin(hosts)
                .flatMap(host -> host.get(GitHost.CREDENTIALS))
                .ifPresent(login -> uses.add(new SecretUse(login, reader, LOGIN)));
    }

    private static void tls(Block<Ingress> ingress, List<SecretUse> uses) {
        ingress.get(Ingress.TLS).ifPresent(tls -> uses.add(new SecretUse(tls, Reader.CLUSTER, CERTIFICATE)));
    }

    private static SecretUse login(Fact<Block<Secret>> secret, Reader reader) {
        boolean whole = reader == Reader.CLUSTER
                && secret.value().get(Secret.DOCKER_CONFIG).isPresent();
        return new SecretUse(secret, reader, whole ? List.of() : LOGIN);
    }

    /**
     * The fields of a login on the connected side. NGC knows its users by a key, under one name for all
     * (clearml/clearml-docs:docs/clearml_agent/clearml_agent_nvcr.md).
     */
    public static List<String> loginFields(String host) {
        return host.equals("nvcr.io") ? List.of("api-key") : LOGIN;
    }
}
