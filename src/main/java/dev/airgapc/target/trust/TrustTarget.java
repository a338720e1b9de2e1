package dev.airgapc.target.trust;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.TextPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Outside;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.List;

/** The certificates that a site trusts, each side's in one file. */
public final class TrustTarget implements Target {
    @Override
    public String name() {
        return "trust";
    }

    @Override
    public Contribution build(Site site) {
        List<OutputFile> files = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Trust.bundle(site).ifPresent(bundle -> {
            files.add(bundle("inside/trust/ca-bundle.crt", Side.INSIDE, bundle));
            Mapping facts = Mapping.EMPTY.with("path", Leaf.text(bundle.map(any -> Trust.BUNDLE)));
            steps.add(new Step(Step.Phase.NODES, "trust/install-ca.md", facts));
            steps.add(new Step(Step.Phase.LATER, "trust/later.md", Mapping.EMPTY));
        });
        for (Block<Outside> outside : site.all(Outside.KIND)) {
            Trust.bundle(outside.get(Outside.CA))
                    .ifPresent(bundle -> files.add(bundle("outside/ca-bundle.crt", Side.OUTSIDE, bundle)));
        }
        return Contribution.of(files, steps);
    }

    private static OutputFile bundle(String path, Side side, Fact<String> text) {
        return new OutputFile(path, side, Program.PEM, new TextPrinter(), Leaf.text(text));
    }
}
