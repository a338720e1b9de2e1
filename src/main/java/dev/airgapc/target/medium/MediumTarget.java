package dev.airgapc.target.medium;

import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;
import java.util.List;

/** What crosses the gap: it is packed on one side and verified on the other before anything is opened. */
public final class MediumTarget implements Target {
    @Override
    public String name() {
        return "medium";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.images().isEmpty()
                && plan.charts().isEmpty()
                && plan.files().isEmpty()
                && plan.packages().isEmpty()) {
            return Contribution.NONE;
        }
        return Contribution.of(
                List.of(
                        script("outside/pack.sh", Side.OUTSIDE, "outside/pack.sh"),
                        script("inside/load/verify.sh", Side.INSIDE, "load/verify.sh")),
                List.of(
                        new Step(Step.Phase.PACK, "outside/pack.md", Mapping.EMPTY),
                        new Step(Step.Phase.CARRY, "load/verify.md", Mapping.EMPTY)));
    }

    /** A script that holds nothing of the site. */
    private static OutputFile script(String path, Side side, String template) {
        return new OutputFile(path, side, Program.BASH, new TemplatePrinter(template, Quoting.SHELL), Mapping.EMPTY);
    }
}
