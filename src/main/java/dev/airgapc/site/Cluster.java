package dev.airgapc.site;

import dev.airgapc.fact.PortRange;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code cluster}: a Kubernetes that charts are installed into. */
public interface Cluster {
    /** What its nodes run, and so where their mirror configuration lies. */
    enum Distribution implements Choice {
        KUBEADM,
        K0S,
        RKE2,
        K3S;

        @Override
        public List<String> others() {
            return switch (this) {
                case KUBEADM -> List.of("kubernetes", "k8s", "vanilla");
                case K0S -> List.of("k0sctl");
                case RKE2 -> List.of("rke", "rancher");
                case K3S -> List.of("k3d");
            };
        }

        /** Whether nodes read {@code registries.yaml}; the others read containerd's own {@code hosts.toml}. */
        public boolean readsRegistriesYaml() {
            return this == RKE2 || this == K3S;
        }
    }

    /** The one way in which images reach the registry. */
    enum Rewrite implements Choice {
        /** Values name the place inside. */
        VALUES,
        /** Values keep upstream names, and the nodes know the place. */
        NODES
    }

    Kind<Cluster> KIND = Kind.<Cluster>named("cluster", "A Kubernetes that charts are installed into.")
            .alias("k8s", "kubernetes", "kube")
            .later("runtime")
            .meaning("distribution", "type", "flavor", "kind")
            .meaning("version", "kubernetes-version", "k8s-version")
            .meaning("context", "kube-context", "kubeconfig-context");

    One<Cluster, Distribution> DISTRIBUTION = KIND.required(
            "distribution", Types.oneOf(List.of(Distribution.values()), "openshift"), "What its nodes run.");
    Maybe<Cluster, Version> VERSION =
            KIND.maybe("version", SiteTypes.VERSION, Defaults.none("unknown"), "The version of the distribution.");
    Maybe<Cluster, String> CONTEXT = KIND.maybe(
            "context",
            SiteTypes.LINE,
            Defaults.none("whoever runs a script says it, in `KUBE_CONTEXT`"),
            "The context of kubectl and helm.");
    One<Cluster, Rewrite> REWRITE = KIND.required(
            "rewrite",
            Types.oneOf(List.of(Rewrite.values()), "webhook"),
            "The one way in which images reach the registry.");
    One<Cluster, PortRange> NODE_PORTS = KIND.one(
            "node-ports",
            SiteTypes.PORTS,
            Defaults.constant(new PortRange(30000, 32767), "what Kubernetes sets aside"),
            "The first and the last port that services may open on nodes.");
}
