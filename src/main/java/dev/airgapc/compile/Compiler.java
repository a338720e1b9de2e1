package dev.airgapc.compile;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Document;
import dev.airgapc.language.Language;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.proof.Promises;
import dev.airgapc.proof.Subject;
import dev.airgapc.rule.Rules;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Tree;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.target.runbook.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The straight line from a page to its files. It reads nothing but the page, writes nothing, and throws for no input. */
public final class Compiler {
    private final List<Target> targets;

    public Compiler() {
        this(Targets.ALL);
    }

    /** A compiler with other targets, for tests of the promises. */
    public Compiler(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /**
     * Everything but printing and writing: what checks clean compiles.
     *
     * @param name the page as people know it
     */
    public Compilation compile(String name, byte[] page) {
        Report report = new Report();
        Tree tree = Syntax.parse(name, page, report);
        Document document = Language.check(tree, Vocabulary.ALL, report);
        requireSite(tree, document, report);
        Site site = new Site(document, new Catalog());
        if (document.single(SiteBlock.KIND).isPresent()) {
            Rules.check(site, report);
        }
        return report.hasErrors() ? new Compilation(site, Optional.empty(), List.of(), report) : files(site, report);
    }

    private Compilation files(Site site, Report report) {
        Contribution built = Contribution.all(
                targets.stream().map(target -> target.build(site)).toList());
        report.addAll(built.diagnostics());
        Plan plan = Plan.of(built, report);
        Contribution supplied = Contribution.all(
                targets.stream().map(target -> target.supply(site, plan)).toList());
        report.addAll(supplied.diagnostics());
        Contribution whole = Contribution.all(List.of(built, supplied));
        List<OutputFile> files = new ArrayList<>(whole.files());
        files.add(Runbook.of(site, whole.steps()));
        files.sort(Comparator.comparing(OutputFile::path));
        Promises.check(new Subject(site, plan, files), report);
        return new Compilation(site, Optional.of(plan), files, report);
    }

    private static void requireSite(Tree tree, Document document, Report report) {
        if (!document.declares(SiteBlock.KIND) && !report.hasErrors()) {
            Source source = tree.source();
            report.add(Diagnostic.of(
                            LanguageCodes.MISSING_ATTRIBUTE,
                            tree.version().orElseThrow().span(),
                            "`" + source.name() + "` declares no `site`")
                    .help("write `site { domain = \"ml.corp.example\" }`"));
        }
    }
}
