package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index that is searched beside another leaves the other in place: without one that replaces it, pip asks the public PyPI
 * first (pypa/pip:docs/html/cli/pip_install.rst, {@code --extra-index-url}).
 */
final class ExtraIndexAlone implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0510", "extra-index-alone");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        List<Fact<Block<Index>>> all =
                site.all(Index.KIND).stream().map(index -> index.named(index)).toList();
        if (isAlone(all) && site.document().isWhole(Index.KIND)) {
            Block<Index> first = all.get(0).value();
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(first.get(Index.ROLE)),
                            first.words() + " is searched beside the public index, and nothing takes the place of that")
                    .help("leave `role` out in one index: that one takes the place of the public one"));
            return;
        }
        Set<Span> blamed = new HashSet<>(); // a queue answers the agent's list if it states none
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
                List<Fact<Block<Index>>> indexes = tasks.get(TaskSettings.INDEXES);
                Optional<Span> list = Spans.stated(indexes);
                if (isAlone(indexes) && list.isPresent() && blamed.add(list.get())) {
                    report.add(alone(tasks, indexes, list.get()));
                }
            }
        }
    }

    private Diagnostic alone(Block<?> tasks, List<Fact<Block<Index>>> indexes, Span at) {
        Diagnostic diagnostic = Diagnostic.of(
                code(),
                at,
                "tasks of " + tasks.words()
                        + " search the public index: none of its `indexes` takes the place of that");
        for (Fact<Block<Index>> index : indexes) {
            diagnostic = diagnostic.related(
                    Spans.of(index.value().get(Index.ROLE)), index.value().words() + " is searched beside it");
        }
        return diagnostic.help("add the index that takes the place of the public one to `indexes`");
    }

    private static boolean isAlone(List<Fact<Block<Index>>> indexes) {
        return !indexes.isEmpty()
                && indexes.stream()
                        .allMatch(index -> index.value().get(Index.ROLE).value() == Index.Role.EXTRA);
    }
}
