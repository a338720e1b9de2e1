package dev.airgapc.target.nodes;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.plan.NodeMirror;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Tls;
import dev.airgapc.site.Trust;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one cluster's nodes. */
final class NodeFiles {
    /** Where a node keeps the certificates of the registries. */
    static final String CA = "/etc/airgap/ca/registry-ca.crt";

    private static final Citation CONTAINERD = new Citation("containerd/containerd:docs/hosts.md", "");
    private static final Citation K3S = new Citation("rancher/rke2-docs:docs/install/private_registry.md", "");

    private final Block<Cluster> cluster;
    private final List<NodeMirror> mirrors;

    NodeFiles(Block<Cluster> cluster, List<NodeMirror> mirrors) {
        this.cluster = cluster;
        this.mirrors = mirrors;
    }

    /** Every registry that a rule leads to, once. */
    List<Block<Registry>> registries() {
        return mirrors.stream().map(NodeMirror::registry).distinct().toList();
    }

    /** Who signed the certificates of the registries. */
    Optional<Fact<String>> bundle() {
        List<Fact<Block<Trust>>> trusted = new ArrayList<>();
        registries().stream()
                .filter(NodeFiles::verified)
                .flatMap(registry -> registry.get(Registry.CA).stream())
                .filter(block -> trusted.stream().noneMatch(known -> known.value() == block.value()))
                .forEach(trusted::add);
        return Trust.bundle(trusted);
    }

    /** The logins that nodes need: a pull secret of Kubernetes matches upstream names, and so reaches no mirror. */
    List<Mapping> logins() {
        List<Mapping> logins = new ArrayList<>();
        for (Block<Registry> registry : registries()) {
            registry.get(Registry.PULL)
                    .filter(pull -> !Secret.isExisting(pull.value()))
                    .ifPresent(pull -> logins.add(InsideScripts.login(registry.get(Registry.HOST), pull)));
        }
        return logins;
    }

    /**
     * {@code hosts.toml} of one upstream. The server is the mirror itself and there is no further host: a server that is left out
     * is the public upstream, asked last. The table of hosts stands there empty, because containerd 1 cannot read a file without
     * one, and asks the public upstream instead (containerd/containerd:remotes/docker/config/hosts.go, getSortedHosts).
     */
    Mapping hostsToml(NodeMirror mirror) {
        Block<Registry> registry = mirror.registry();
        Fact<Url> address = address(registry);
        String path = mirror.path().value();
        Fact<Url> server = path.isEmpty()
                ? address
                : new Fact<>(
                        new Url(address.value().scheme(), address.value().host(), "/v2/" + path),
                        Origin.all(List.of(address.origin(), mirror.path().origin())));
        Mapping file = Mapping.EMPTY.with(
                "server", under(server.because(mirror.upstream().origin()), CONTAINERD));
        file = path.isEmpty()
                ? file
                : file.with(
                        "override_path",
                        demanded(new Flag(true), "the path is the whole of the registry's address", CONTAINERD));
        List<Node> capabilities = new ArrayList<>();
        for (String word : List.of("pull", "resolve")) {
            capabilities.add(demanded(new Text(word), "what a mirror is asked for", CONTAINERD));
        }
        file = file.with("capabilities", Sequence.of(capabilities));
        if (registry.get(Registry.TLS).value() == Tls.SKIP) {
            file = file.with("skip_verify", under(registry.get(Registry.TLS).map(any -> new Flag(true)), CONTAINERD));
        }
        if (verified(registry) && !registry.get(Registry.CA).isEmpty()) {
            file = file.with("ca", under(registry.get(Registry.CA).get(0).map(any -> new Text(CA)), CONTAINERD));
        }
        return file.with("host", Mapping.EMPTY);
    }

    /** {@code registries.yaml} of k3s and RKE2: a project before the path is a rewrite, as the address has no place for it. */
    Mapping registriesYaml() {
        Map<String, Node> rules = new LinkedHashMap<>();
        for (NodeMirror mirror : mirrors) {
            Mapping rule = Mapping.EMPTY.with(
                    "endpoint",
                    Sequence.of(List.of(under(
                            address(mirror.registry()).because(mirror.upstream().origin()), K3S))));
            Fact<String> path = mirror.path();
            rules.put(
                    mirror.upstream().value().text(),
                    path.value().isEmpty()
                            ? rule
                            : rule.with(
                                    "rewrite",
                                    Mapping.EMPTY.with(
                                            "^(.*)$", under(path.map(before -> new Text(before + "/$1")), K3S))));
        }
        Map<String, Node> configs = new LinkedHashMap<>();
        for (Block<Registry> registry : registries()) {
            configs.put(registry.get(Registry.HOST).value().text(), Mapping.EMPTY.with("tls", tls(registry)));
        }
        return Mapping.EMPTY.with("mirrors", new Mapping(rules)).with("configs", new Mapping(configs));
    }

    private static Mapping tls(Block<Registry> registry) {
        Fact<Tls> tls = registry.get(Registry.TLS);
        Mapping entry =
                Mapping.EMPTY.with("insecure_skip_verify", under(tls.map(one -> new Flag(one == Tls.SKIP)), K3S));
        boolean signed = verified(registry) && !registry.get(Registry.CA).isEmpty();
        return signed
                ? entry.with("ca_file", under(registry.get(Registry.CA).get(0).map(any -> new Text(CA)), K3S))
                : entry;
    }

    /** A part of the node's own configuration: without it the public upstream is asked after the mirror. */
    Mapping configYaml() {
        return Mapping.EMPTY.with(
                "disable-default-registry-endpoint",
                under(cluster.get(Cluster.REWRITE).map(any -> new Flag(true)), K3S));
    }

    private static boolean verified(Block<Registry> registry) {
        return registry.get(Registry.TLS).value() == Tls.VERIFY;
    }

    private static Fact<Url> address(Block<Registry> registry) {
        Fact<Host> host = registry.get(Registry.HOST);
        Fact<Tls> tls = registry.get(Registry.TLS);
        String scheme = tls.value() == Tls.OFF ? "http" : "https";
        return new Fact<>(new Url(scheme, host.value(), ""), Origin.all(List.of(host.origin(), tls.origin())));
    }

    private static Leaf under(Fact<? extends Scalar> value, Citation citation) {
        return Leaf.of(value).under(citation);
    }

    private static Leaf demanded(Scalar value, String because, Citation citation) {
        return under(new Fact<>(value, new Origin.Demanded(because, citation)), citation);
    }
}
