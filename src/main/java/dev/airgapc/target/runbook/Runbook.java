package dev.airgapc.target.runbook;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.output.ChaptersPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code RUNBOOK.md}: the steps of all targets, in the order of work. */
public final class Runbook {
    private Runbook() {}

    /** Steps of one phase stay in the order in which they were contributed. */
    public static OutputFile of(Site site, List<Step> steps) {
        List<Step> ordered = new ArrayList<>(steps);
        ordered.add(new Step(Step.Phase.COMPILE, "runbook/compile.md", compile(site)));
        ordered.sort(Comparator.comparing(Step::phase));
        List<String> templates = new ArrayList<>(List.of("runbook/start.md"));
        List<Mapping> chapters = new ArrayList<>(List.of(start(site)));
        boolean later = false;
        for (Step step : ordered) {
            if (step.phase() == Step.Phase.LATER && !later) {
                templates.add("runbook/later.md");
                chapters.add(Mapping.EMPTY);
                later = true;
            }
            templates.add(step.template());
            chapters.add(step.facts());
        }
        return new OutputFile(
                "RUNBOOK.md", Side.BOTH, Program.PEOPLE, new ChaptersPrinter(templates), Sequence.of(chapters));
    }

    private static Mapping start(Site site) {
        List<Fact<HostPattern>> hosts = site.block().get(SiteBlock.HOSTS);
        return Mapping.EMPTY
                .with("name", Leaf.text(site.block().get(SiteBlock.NAME)))
                .with(
                        "hosts",
                        Sequence.of(hosts.stream()
                                .map(host -> Leaf.text(host.map(HostPattern::text)))
                                .toList()));
    }

    /** The page as a word of a shell. A name of a file may hold anything, a line of the runbook may not. */
    private static Mapping compile(Site site) {
        String name = site.block().heading().source().name().replaceAll("[\\p{Cntrl}`]", "?");
        String word = name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
        return Mapping.EMPTY.with("page", Leaf.text(site.block().named(word)));
    }
}
