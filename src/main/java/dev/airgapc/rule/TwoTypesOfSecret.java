package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Ingress;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A Secret of Kubernetes has one type; other uses share an object, but a login to registries and a certificate each want their own
 * (kubernetes/kubernetes:pkg/apis/core/types.go).
 */
final class TwoTypesOfSecret implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0608", "two-types-of-secret");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        List<Block<Ingress>> ingresses = new ArrayList<>();
        site.all(ClearmlServer.KIND).forEach(server -> ingresses.addAll(server.get(ClearmlServer.INGRESS)));
        site.all(ClearmlGateway.KIND).forEach(gateway -> ingresses.addAll(gateway.get(ClearmlGateway.INGRESS)));
        site.all(ClearmlServing.KIND).forEach(serving -> ingresses.addAll(serving.get(ClearmlServing.INGRESS)));
        for (Block<Ingress> ingress : ingresses) {
            ingress.get(Ingress.TLS)
                    .ifPresent(tls -> site.all(Registry.KIND)
                            .forEach(registry -> registry.get(Registry.PULL)
                                    .filter(pull -> isOne(pull.value(), tls.value()))
                                    .ifPresent(pull -> report.add(Diagnostic.of(
                                                    code(),
                                                    Spans.of(tls),
                                                    tls.value().words()
                                                            + " would be a certificate and a login to a registry")
                                            .related(Spans.of(pull), "a login, by this")
                                            .help("declare a secret of its own for each")))));
        }
    }

    private static boolean isOne(Block<Secret> one, Block<Secret> other) {
        return Secret.objectName(one).value().equals(Secret.objectName(other).value());
    }
}
