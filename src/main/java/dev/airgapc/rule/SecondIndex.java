package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import java.util.Optional;

/** Only one index can take the place of the public one (pypa/pip:docs/html/cli/pip_install.rst, {@code --index-url}). */
final class SecondIndex implements SiteRule<Index> {
    @Override
    public Code code() {
        return Code.error("AG0504", "second-index");
    }

    @Override
    public Kind<Index> subject() {
        return Index.KIND;
    }

    @Override
    public void check(Block<Index> index, Site site, Report report) {
        Optional<Block<Index>> first = site.all(Index.KIND).stream()
                .filter(other -> other.get(Index.ROLE).value() == Index.Role.REPLACE)
                .findFirst();
        boolean replaces = index.get(Index.ROLE).value() == Index.Role.REPLACE;
        if (replaces && first.isPresent() && first.get() != index) {
            report.add(Diagnostic.of(
                            code(),
                            index.heading(),
                            index.words() + " would take the place of "
                                    + first.get().words())
                    .related(first.get().heading(), "this one takes the place of the public index")
                    .help("write `role = extra` in one of them: it is searched beside the other"));
        }
    }
}
