package dev.airgapc.proof;

import dev.airgapc.cli.Rendered;
import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Scalar;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.LinesPrinter;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.testing.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A target that writes what no target may. */
record Cheat(BiFunction<Site, Plan, List<OutputFile>> files) implements Target {
    @Override
    public String name() {
        return "cheat";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        return Contribution.of(files.apply(site, plan), List.of());
    }

    /** An example compiled with this target beside the others. */
    static Compilation compile(String page, BiFunction<Site, Plan, List<OutputFile>> files) {
        List<Target> targets = new ArrayList<>(Targets.ALL);
        targets.add(new Cheat(files));
        return new Compiler(Corpus.TODAY, targets).compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve(page)));
    }

    /** The smallest example with one more file. */
    static Compilation with(Function<Site, OutputFile> file) {
        return compile("minimal/site.ag", (site, plan) -> List.of(file.apply(site)));
    }

    /** A list of one value, on either side. */
    static OutputFile list(String path, Side side, Node content) {
        return new OutputFile(path, side, Program.PEOPLE, new LinesPrinter(), Sequence.of(List.of(content)));
    }

    /** A value that comes from the line of the domain, the second of the smallest example. */
    static Leaf leaf(Site site, Scalar value) {
        return Leaf.of(new Fact<>(value, site.block().get(SiteBlock.DOMAIN).origin()));
    }

    /** The errors and warnings, without what the example's charts leave open. */
    static List<String> codes(Compilation compilation) {
        return compilation.report().sorted().stream()
                .map(Diagnostic::code)
                .map(code -> code.number())
                .filter(code -> !code.equals("AG0703"))
                .distinct()
                .toList();
    }

    static String rendered(Compilation compilation) {
        return Rendered.of(compilation.report());
    }
}
