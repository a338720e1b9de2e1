package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Use;
import dev.airgapc.site.MachineGroup;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.Proxy;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A block that only has an effect where something names it, and that nothing names. A part declares for several sites, of which one may
 * need less; and while something is wrong, the one that names it may be what is wrong.
 */
final class UnusedDeclaration implements SiteRule<SiteBlock> {
    private static final List<Kind<?>> KINDS = List.of(Secret.KIND, Proxy.KIND, ObjectStore.KIND, MachineGroup.KIND);

    @Override
    public Code code() {
        return Code.warning("AG0532", "unused-declaration");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        if (report.hasErrors()) {
            return;
        }
        Set<Address> used = site.document().uses().stream()
                .map(Use::of)
                .map(address -> address.first(Math.min(2, address.steps().size())))
                .collect(Collectors.toSet());
        for (Kind<?> kind : KINDS) {
            for (Block<?> declared : site.all(kind)) {
                boolean ofPart = site.document().isPart(declared.heading().source());
                if (!ofPart && !used.contains(declared.address())) {
                    report.add(unused(declared, site));
                }
            }
        }
    }

    private Diagnostic unused(Block<?> declared, Site site) {
        Diagnostic diagnostic =
                Diagnostic.of(code(), declared.heading(), declared.words() + " has no effect: nothing refers to it");
        return site.document()
                .orphaned(declared.address())
                .map(removed -> diagnostic
                        .related(removed, "what referred to it is removed here")
                        .help("write `remove " + declared.kind().name() + " " + declared.name() + "` there too"))
                .orElseGet(() ->
                        diagnostic.help("write `" + declared.address() + "` where it is needed, or remove the block"));
    }
}
