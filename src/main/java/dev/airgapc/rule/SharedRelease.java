package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** Two releases in one namespace have one name, and the second replaces the first, whatever their charts. */
final class SharedRelease implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0505", "shared-release");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        List<ChartRelease> all = ChartRelease.all(site);
        for (int at = 0; at < all.size(); at++) {
            ChartRelease release = all.get(at);
            all.subList(0, at).stream()
                    .filter(other -> isSame(release, other))
                    .findFirst()
                    .ifPresent(other -> report.add(shared(release, other)));
        }
    }

    private static boolean isSame(ChartRelease one, ChartRelease other) {
        return one.place().equals(other.place())
                && one.namespace().value().equals(other.namespace().value())
                && one.name().value().equals(other.name().value());
    }

    private Diagnostic shared(ChartRelease release, ChartRelease other) {
        boolean movable =
                release.block().kind() == ClearmlAgent.KIND || release.block().kind() == ClearmlServing.KIND;
        Span at = Spans.stated(release.name())
                .or(() -> movable ? Spans.stated(release.namespace()) : Optional.empty())
                .orElseGet(release.block()::heading);
        return Diagnostic.of(
                        code(),
                        at,
                        release.block().words() + " is installed over "
                                + other.block().words() + ": both are `"
                                + release.name().value() + "` in namespace `"
                                + release.namespace().value() + "`")
                .related(other.block().heading(), "the other one")
                .help(
                        movable
                                ? "give it a `namespace` or a `release-name` of its own"
                                : "give it a `release-name` of its own");
    }
}
