package dev.airgapc.target.nodes;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.UpstreamHost;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.TextPrinter;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.NodeMirror;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the nodes of a cluster reach the registry where values keep upstream names; none of it falls back to the upstream. */
public final class NodesTarget implements Target {
    public static final Code PLACE_BEYOND_NODES = Code.error("AG0531", "place-beyond-nodes");

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        List<NodeMirror> mirrors = NodeMirror.all(site, plan);
        if (mirrors.isEmpty()) {
            return Contribution.NONE;
        }
        return Contribution.all(site.all(Cluster.KIND).stream()
                .filter(cluster -> cluster.get(Cluster.REWRITE).value() == Cluster.Rewrite.NODES)
                .map(cluster -> cluster(cluster, mirrors, plan))
                .toList());
    }

    private static Contribution cluster(Block<Cluster> cluster, List<NodeMirror> mirrors, Plan plan) {
        String folder = "inside/nodes/" + cluster.name() + "/";
        Cluster.Distribution distribution = cluster.get(Cluster.DISTRIBUTION).value();
        NodeFiles files = new NodeFiles(cluster, mirrors);
        List<OutputFile> written = new ArrayList<>();
        if (distribution.readsRegistriesYaml()) {
            written.add(new OutputFile(
                    folder + "registries.yaml", Side.INSIDE, Program.RKE, new YamlPrinter(), files.registriesYaml()));
            written.add(new OutputFile(
                    folder + "config.yaml", Side.INSIDE, Program.RKE, new YamlPrinter(), files.configYaml()));
        } else {
            for (NodeMirror mirror : mirrors) {
                String path = folder + "certs.d/" + mirror.folder() + "/hosts.toml";
                written.add(new OutputFile(
                        path, Side.INSIDE, Program.CONTAINERD, new TomlPrinter(), files.hostsToml(mirror)));
            }
        }
        files.bundle()
                .ifPresent(bundle -> written.add(new OutputFile(
                        folder + "ca.crt", Side.INSIDE, Program.PEM, new TextPrinter(), Leaf.text(bundle))));
        Mapping facts = script(cluster, mirrors, files);
        written.add(new OutputFile(
                folder + "install-node.sh",
                Side.INSIDE,
                Program.BASH,
                new TemplatePrinter("nodes/install-node.sh", Quoting.SHELL),
                facts));
        Mapping step = Mapping.EMPTY
                .with("name", Leaf.text(cluster.named(cluster.name())))
                .with("reads", reads(facts))
                .with("unlisted", InsideScripts.flag(plan.images().isEmpty()))
                .with(
                        "probes",
                        Sequence.of(plan.images().stream()
                                .limit(1)
                                .map(image -> Leaf.of(image.fact().map(UpstreamKey::new)))
                                .toList()));
        return new Contribution(
                written,
                List.of(),
                List.of(new Step(Step.Phase.NODES, "nodes/install.md", step)),
                mirrors.stream()
                        .flatMap(mirror -> beyond(mirror, plan, cluster))
                        .toList());
    }

    private static Mapping script(Block<Cluster> cluster, List<NodeMirror> mirrors, NodeFiles files) {
        Fact<Cluster.Distribution> distribution = cluster.get(Cluster.DISTRIBUTION);
        boolean yaml = distribution.value().readsRegistriesYaml();
        String folder = "/etc/rancher/" + distribution.value().word() + "/";
        List<Mapping> upstreams = mirrors.stream()
                .map(mirror -> Mapping.EMPTY
                        .with("folder", Leaf.of(mirror.upstream().map(host -> new UpstreamHost(host, mirror.folder()))))
                        .with("registry", Leaf.of(mirror.registry().get(Registry.HOST))))
                .toList();
        Mapping hosts = Mapping.EMPTY
                .with("file", Leaf.text(distribution.map(NodesTarget::containerdConfig)))
                .with("upstreams", Sequence.of(upstreams));
        Mapping registries = Mapping.EMPTY
                .with("file", Leaf.text(distribution.map(any -> folder + "registries.yaml")))
                .with("config", Leaf.text(distribution.map(any -> folder + "config.yaml.d/airgapc.yaml")));
        return Mapping.EMPTY
                .with("cluster", Leaf.text(cluster.named(cluster.name())))
                .with("ca", Leaf.text(distribution.map(any -> NodeFiles.CA)))
                .with("certificates", InsideScripts.flag(files.bundle().isPresent()))
                .with("hosts", Sequence.of(yaml ? List.of() : List.of(hosts)))
                .with("registries", Sequence.of(yaml ? List.of(registries) : List.of()))
                .with("logins", Sequence.of(files.logins()))
                .with(
                        "services",
                        Sequence.of(services(distribution.value()).stream()
                                .map(service -> Leaf.text(distribution.map(any -> service)))
                                .toList()));
    }

    /** Where containerd is told to read {@code certs.d} (k0sproject/k0s:docs/runtime.md for k0s, whose folder is read whole). */
    private static String containerdConfig(Cluster.Distribution distribution) {
        return distribution == Cluster.Distribution.K0S ? "/etc/k0s/containerd.d" : "/etc/containerd/config.toml";
    }

    /** What reads its registries only when it starts; containerd reads {@code hosts.toml} at every pull. */
    private static List<String> services(Cluster.Distribution distribution) {
        return switch (distribution) {
            case RKE2 -> List.of("rke2-server", "rke2-agent");
            case K3S -> List.of("k3s", "k3s-agent");
            case KUBEADM, K0S -> List.of();
        };
    }

    /** Nodes follow one rule for a whole upstream: an image with a place of its own would be looked for elsewhere. */
    private static Stream<Diagnostic> beyond(NodeMirror mirror, Plan plan, Block<Cluster> cluster) {
        return mirror.exceptions().stream().map(image -> {
            Plan.PlannedImage planned = plan.images().stream()
                    .filter(one -> one.upstream().equals(image))
                    .findFirst()
                    .orElseThrow();
            return Diagnostic.of(
                            PLACE_BEYOND_NODES,
                            planned.reasons().get(0).where(),
                            "the nodes would look for `" + image.text() + "` at another place than `"
                                    + planned.inside().text() + "`")
                    .related(
                            cluster.get(Cluster.REWRITE)
                                    .origin()
                                    .written()
                                    .orElseThrow()
                                    .span(),
                            "the nodes know one place for a whole upstream")
                    .help("let one `mirror` of the registry stand for all of `"
                            + mirror.upstream().value().text() + "`, without `inside` and without a narrower `mirror`");
        });
    }

    /** The variables that must reach the script through {@code sudo}; Vault's own where it is asked. */
    private static Sequence reads(Mapping facts) {
        Map<String, Leaf> variables = new LinkedHashMap<>();
        facts.leaves().forEach((pointer, leaf) -> {
            boolean vault = pointer.endsWith("/place") && leaf.value().text().equals("vault");
            if (leaf.value() instanceof Variable) {
                variables.putIfAbsent(leaf.value().text(), leaf);
            } else if (vault) {
                for (String name : List.of("VAULT_ADDR", "VAULT_TOKEN")) {
                    variables.putIfAbsent(name, new Leaf(new Variable(name), leaf.origin(), leaf.key()));
                }
            }
        });
        return Sequence.of(List.copyOf(variables.values()));
    }
}
