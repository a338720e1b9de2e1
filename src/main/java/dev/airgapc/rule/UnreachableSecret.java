package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Index;
import dev.airgapc.site.Registry;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Span;
import java.util.Optional;

/** A secret is read where it is used: not every place can be reached from there. */
final class UnreachableSecret implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0607", "unreachable-secret");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        boolean operator = External.isOn(site);
        for (SecretUse use : SecretUse.all(site)) {
            for (Fact<SecretSource> source : External.sources(use)) {
                reason(use.reader(), source.value().place(), operator)
                        .ifPresent(reason -> report.add(unreachable(use, source, reason)));
            }
        }
    }

    private static Optional<String> reason(SecretUse.Reader reader, SecretSource.Place place, boolean operator) {
        boolean store = place == SecretSource.Place.EXTERNAL;
        boolean object = place == SecretSource.Place.EXISTING;
        return switch (reader) {
            case OUTSIDE ->
                object || store || place == SecretSource.Place.VAULT
                        ? Optional.of("the connected side cannot reach `%s`")
                        : Optional.empty();
            case INSIDE, INSIDE_LATER ->
                object || store ? Optional.of("a script cannot read `%s`: only the cluster can") : Optional.empty();
            case NODE ->
                object || store
                        ? Optional.of("nodes log in themselves, and cannot read `%s`: only the cluster can")
                        : Optional.empty();
            case CLUSTER, CLUSTER_LATER ->
                store && !operator
                        ? Optional.of("nobody reads `%s`: that is the work of the External Secrets Operator")
                        : Optional.empty();
        };
    }

    private Diagnostic unreachable(SecretUse use, Fact<SecretSource> source, String reason) {
        Span at = Spans.of(source);
        Span used = Spans.of(use.secret());
        Diagnostic diagnostic =
                Diagnostic.of(code(), at, reason.replace("%s", at.text())).help(remedy(use));
        return at.contains(used) ? diagnostic : diagnostic.related(used, "it is read for this");
    }

    private static String remedy(SecretUse use) {
        if (use.reader().isCluster()) {
            return "write `outputs { secrets = external-secrets }`, or use `env( )`, `file( )` or `vault( )`";
        }
        if (use.reader() == SecretUse.Reader.OUTSIDE) {
            return "use `env( )` or `file( )`";
        }
        if (!(use.secret().origin() instanceof Origin.Assumed assumed)
                || !assumed.at().steps().contains(Registry.PUSH.name())) {
            return "use `env( )`, `file( )` or `vault( )`";
        }
        return assumed.at().steps().contains(Index.KIND.name())
                ? "state `push` in the index: packages are loaded with it, and it falls back to `credentials`"
                : "state `push` in the registry: images are loaded with it, and it falls back to `pull`";
    }
}
