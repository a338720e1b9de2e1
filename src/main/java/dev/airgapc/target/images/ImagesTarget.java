package dev.airgapc.target.images;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.LinesPrinter;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;
import java.util.List;
import java.util.stream.Stream;

/** The lists of images: what to fetch, for whom, and where each goes. */
public final class ImagesTarget implements Target {
    @Override
    public String name() {
        return "images";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.images().isEmpty()) {
            return Contribution.NONE;
        }
        List<OutputFile> files = List.of(
                new OutputFile(
                        "outside/images/images.txt", Side.OUTSIDE, Program.COPIER, new LinesPrinter(), images(plan)),
                new OutputFile(
                        "outside/images/images-sources.txt",
                        Side.OUTSIDE,
                        Program.PEOPLE,
                        template("images/images-sources.txt"),
                        sources(plan)),
                new OutputFile(
                        "inside/load/mapping.txt",
                        Side.INSIDE,
                        Program.COPIER,
                        template("images/mapping.txt"),
                        mapping(plan)));
        List<OutputFile> scripts = List.of(
                script("outside/images/mirror.sh", Side.OUTSIDE, "images/mirror.sh"),
                script("outside/pack.sh", Side.OUTSIDE, "outside/pack.sh"),
                script("inside/load/verify.sh", Side.INSIDE, "load/verify.sh"),
                script("inside/load/images.sh", Side.INSIDE, "load/images.sh"));
        Mapping facts = Mapping.EMPTY.with("registries", registries(site));
        return Contribution.of(
                Stream.concat(files.stream(), scripts.stream()).toList(),
                List.of(
                        new Step(Step.Phase.FETCH, "images/fetch.md", Mapping.EMPTY),
                        new Step(Step.Phase.CARRY, "images/carry.md", Mapping.EMPTY),
                        new Step(Step.Phase.LOAD, "images/load.md", facts)));
    }

    private static Sequence images(Plan plan) {
        return Sequence.of(plan.images().stream()
                .map(image -> Leaf.of(image.fact().map(UpstreamKey::new)))
                .toList());
    }

    private static Mapping sources(Plan plan) {
        return Mapping.EMPTY.with(
                "images",
                Sequence.of(plan.images().stream()
                        .map(image -> Mapping.EMPTY
                                .with("image", Leaf.of(image.fact().map(UpstreamKey::new)))
                                .with(
                                        "reasons",
                                        Sequence.of(image.reasons().stream()
                                                .map(ImagesTarget::reason)
                                                .toList())))
                        .toList()));
    }

    private static Mapping reason(Plan.Reason reason) {
        String where = reason.where().source().name() + ":" + reason.where().line();
        return Mapping.EMPTY
                .with("user", text(reason.user().toString(), reason.origin()))
                .with("where", text(where, reason.origin()))
                .with("why", text(reason.why(), reason.origin()));
    }

    private static Mapping mapping(Plan plan) {
        return Mapping.EMPTY.with(
                "images",
                Sequence.of(plan.images().stream()
                        .map(image -> Mapping.EMPTY
                                .with("upstream", Leaf.of(image.fact().map(UpstreamKey::new)))
                                .with("inside", Leaf.of(image.name())))
                        .toList()));
    }

    private static Sequence registries(Site site) {
        return Sequence.of(site.all(Registry.KIND).stream()
                .map(registry -> Leaf.of(registry.get(Registry.HOST)))
                .toList());
    }

    /** A script that reads the lists beside it, and holds nothing of the site. */
    private static OutputFile script(String path, Side side, String template) {
        return new OutputFile(path, side, Program.BASH, new TemplatePrinter(template, Quoting.SHELL), Mapping.EMPTY);
    }

    private static TemplatePrinter template(String path) {
        return new TemplatePrinter(path, Quoting.PLAIN);
    }

    private static Leaf text(String text, Origin origin) {
        return Leaf.text(new Fact<>(text, origin));
    }
}
