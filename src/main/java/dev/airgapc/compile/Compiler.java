package dev.airgapc.compile;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Document;
import dev.airgapc.language.Language;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Layer;
import dev.airgapc.language.Layers;
import dev.airgapc.output.OutputFile;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.proof.Promises;
import dev.airgapc.proof.Subject;
import dev.airgapc.rule.Rules;
import dev.airgapc.rule.SharedPlaces;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.source.Inputs;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Tree;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.target.runbook.Runbook;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The straight line from a page to its files. It reads the page and what it brings in, writes nothing, and throws for no input. */
public final class Compiler {
    private final LocalDate today;
    private final List<Target> targets;

    /** A compiler that takes certificates for expired that are so on this day: a compile has no clock of its own. */
    public Compiler(LocalDate today) {
        this(today, Targets.ALL);
    }

    /** A compiler with other targets, for tests of the promises. */
    public Compiler(LocalDate today, List<Target> targets) {
        this.today = today;
        this.targets = List.copyOf(targets);
    }

    /**
     * Everything but printing and writing: what checks clean compiles.
     *
     * @throws IOException if the page itself cannot be read; what it brings in and cannot be read is a diagnostic
     */
    public Compilation compile(Path page, Inputs inputs) throws IOException {
        Compilation compilation = check(page, inputs);
        Report report = compilation.report();
        if (compilation.isPart() && !report.hasErrors()) {
            Tree tree = compilation.page();
            report.add(Diagnostic.of(
                            LanguageCodes.MISSING_ATTRIBUTE,
                            tree.version().orElseThrow().span(),
                            "`" + tree.source().name() + "` declares no `site`: it is a part")
                    .help("write `site { domain = \"ml.corp.example\" }`"));
        }
        return compilation;
    }

    /** The same, but that a part is in order by itself: what it refers to and does not declare is left open. */
    public Compilation check(Path page, Inputs inputs) throws IOException {
        Report report = new Report();
        Layers layers = Layers.of(page, inputs, report);
        Document document = Language.check(layers, Vocabulary.ALL, report);
        Site site = new Site(document, new Catalog(), today);
        if (document.single(SiteBlock.KIND).isPresent() && layers.whole()) {
            Rules.check(site, report);
        } else if (!report.hasErrors() && !layers.isPart()) {
            Tree tree = layers.page();
            report.add(Diagnostic.of(
                            LanguageCodes.MISSING_ATTRIBUTE,
                            tree.version().orElseThrow().span(),
                            "`" + tree.source().name() + "` is left without `site`")
                    .help("declare it again: `site { domain = \"ml.corp.example\" }`"));
        }
        if (!report.hasErrors() && !layers.isPart()) {
            againstBase(layers, site, report);
        }
        boolean complete = !report.hasErrors() && !layers.isPart();
        Compilation compilation = complete
                ? files(layers.page(), site, report)
                : new Compilation(layers.page(), site, Optional.empty(), List.of(), report);
        List<Tree> trees = layers.all().stream().map(Layer::tree).toList();
        Suppressions.apply(trees, layers.page(), report, complete);
        return compilation;
    }

    /** A site that extends another shares no place with it. */
    private static void againstBase(Layers layers, Site site, Report report) {
        layers.base().ifPresent(base -> {
            Report unseen = new Report(); // what is wrong with the base is told where the base is compiled
            Document document = Language.check(base, Vocabulary.ALL, unseen);
            if (document.single(SiteBlock.KIND).isPresent()) {
                Span link = layers.link().orElseThrow().span();
                SharedPlaces.inherited(new Site(document, site.catalog(), site.today()), site, link)
                        .forEach(report::add);
            }
        });
    }

    /** The same for a page of one file that is in memory. */
    public Compilation compile(String name, byte[] page) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        Inputs inputs = new Inputs(path -> {
            if (path.equals(file)) {
                return page;
            }
            throw new NoSuchFileException(path.toString());
        });
        try {
            return compile(file, inputs);
        } catch (IOException e) {
            throw new IllegalStateException("what is in memory can be read", e);
        }
    }

    private Compilation files(Tree page, Site site, Report report) {
        Contribution built = Contribution.all(
                targets.stream().map(target -> target.build(site)).toList());
        report.addAll(built.diagnostics());
        Plan plan = Plan.of(built, report);
        Contribution supplied = Contribution.all(
                targets.stream().map(target -> target.supply(site, plan)).toList());
        report.addAll(supplied.diagnostics());
        Contribution whole = Contribution.all(List.of(built, supplied));
        List<OutputFile> files = new ArrayList<>(whole.files());
        files.addAll(Runbook.of(site, name(page), whole.steps()));
        files.sort(Comparator.comparing(OutputFile::path));
        Promises.check(new Subject(site, plan, files), report);
        return new Compilation(page, site, Optional.of(plan), files, report);
    }

    /** The name of the page, which its first line is the origin of. */
    private static Fact<String> name(Tree page) {
        Span first = page.version().orElseThrow().span();
        Address site = Address.of(SiteBlock.KIND.name());
        return new Fact<>(page.source().name(), new Origin.Written(site, first, List.of()));
    }
}
