package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.site.SiteCodes;
import java.util.Map;
import java.util.Optional;

/** No file of a node lets it ask the public upstream after the mirror, each in the way that its reader needs. */
final class NoFallback implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            why(subject, file)
                    .ifPresent(why -> report.add(
                            Diagnostic.of(SiteCodes.PUBLIC_HOST, subject.place(file), file.path() + " " + why)
                                    .help(ProofCodes.FAULT)));
        }
    }

    /**
     * Why the reader of a node's file would ask the public upstream after its mirror. containerd asks it last unless {@code server}
     * is another one (containerd/containerd:docs/hosts.md); k3s and RKE2 add it to every mirror unless their configuration says
     * otherwise (k3s-io/docs:docs/installation/private-registry.md).
     */
    private static Optional<String> why(Subject subject, OutputFile file) {
        if (!(file.content() instanceof Mapping content)) {
            return Optional.empty();
        }
        return switch (file.reader()) {
            case CONTAINERD -> containerd(subject, content);
            case RKE -> rke(subject, file, content);
            default -> Optional.empty();
        };
    }

    private static Optional<String> containerd(Subject subject, Mapping content) {
        Optional<Host> server = entry(content, "server")
                .flatMap(node -> node instanceof Leaf leaf && leaf.value() instanceof Url url
                        ? Optional.of(url.host())
                        : Optional.empty());
        if (server.filter(subject.boundary()::holds).isEmpty()) {
            return Optional.of("names no `server` of the site: the public upstream would be asked last");
        }
        if (!(entry(content, "host").orElse(Mapping.EMPTY) instanceof Mapping hosts)) {
            return Optional.of("has a `host` that is no table");
        }
        return hosts.entries().keySet().stream()
                .filter(host -> HostNames.in(host).stream()
                        .noneMatch(named ->
                                named.host().filter(subject.boundary()::holds).isPresent()))
                .findFirst()
                .map(host -> "leads to `" + host + "`, which is not inside the site");
    }

    /** The mirrors and the nodes' own configuration are two files that work together. */
    private static Optional<String> rke(Subject subject, OutputFile file, Mapping content) {
        if (!content.entries().containsKey("mirrors")) {
            return Optional.empty();
        }
        String config = file.path().substring(0, file.path().lastIndexOf('/') + 1) + "config.yaml";
        boolean shut = subject.files().stream()
                .filter(other -> other.path().equals(config))
                .anyMatch(other -> other.content() instanceof Mapping settings
                        && entry(settings, "disable-default-registry-endpoint")
                                .filter(node -> node instanceof Leaf leaf
                                        && leaf.value().equals(new Flag(true)))
                                .isPresent());
        if (!shut) {
            return Optional.of("has no " + config
                    + " beside it that disables the default endpoint: the public upstream would be asked last");
        }
        Map<String, Node> mirrors =
                entry(content, "mirrors").orElseThrow() instanceof Mapping all ? all.entries() : Map.of();
        return mirrors.entrySet().stream()
                .filter(mirror -> !(mirror.getValue() instanceof Mapping rule)
                        || entry(rule, "endpoint")
                                .map(Node::leaves)
                                .filter(leaves -> !leaves.isEmpty())
                                .isEmpty())
                .findFirst()
                .map(mirror -> "has no endpoint for `" + mirror.getKey() + "`: the public upstream would be asked");
    }

    private static Optional<Node> entry(Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key));
    }
}
