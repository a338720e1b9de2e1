package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.site.Tls;
import dev.airgapc.site.Trust;
import dev.airgapc.target.InsideScripts;

/** What Docker on a machine needs to pull, as {@code templates/shell/docker-registry.sh} knows it. */
final class DockerPulls {
    private static final String BUNDLE = "../../trust/ca-bundle.crt";

    private DockerPulls() {}

    /** Every registry of the site. */
    static Sequence registries(Site site) {
        return Sequence.of(site.all(Registry.KIND).stream()
                .map(registry -> Leaf.of(registry.get(Registry.HOST)))
                .toList());
    }

    /** @param because what pulls */
    static Mapping of(Site site, Fact<Block<Registry>> registry, Block<?> because) {
        Fact<Host> host = registry.then(block -> block.get(Registry.HOST));
        boolean bundle = Trust.bundle(site).isPresent();
        boolean verified = registry.value().get(Registry.TLS).value() == Tls.VERIFY;
        return Mapping.EMPTY
                .with("bundle", Leaf.text(because.named(Trust.BUNDLE)))
                .with("bundled", Leaf.text(because.named(BUNDLE)))
                .with("certificates", InsideScripts.once(bundle, Leaf.text(because.named(BUNDLE))))
                .with("verified", InsideScripts.once(bundle && verified, Leaf.of(host)))
                .with("insecure", InsideScripts.once(!verified, Leaf.of(host)))
                .with(
                        "logins",
                        Sequence.of(registry.value().get(Registry.PULL).stream()
                                .map(pull -> InsideScripts.login(host, pull))
                                .toList()));
    }
}
