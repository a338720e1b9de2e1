package dev.airgapc.target.runbook;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.language.Block;
import dev.airgapc.output.ChaptersPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code RUNBOOK.md}: the steps of all targets, in the order of work. */
public final class Runbook {
    private Runbook() {}

    /**
     * The runbook, and its outside part as a file of its own. Steps of one phase stay in the order in which they were contributed.
     *
     * @param page the name of the page that was compiled; the block {@code site} may stand in one that it extends
     */
    public static List<OutputFile> of(Site site, Fact<String> page, List<Step> steps) {
        List<Step> ordered = new ArrayList<>(steps);
        ordered.add(new Step(Step.Phase.COMPILE, "runbook/compile.md", compile(page)));
        ordered.sort(Comparator.comparing(Step::phase));
        List<OutputFile> files = new ArrayList<>();
        files.add(file("RUNBOOK.md", Side.BOTH, "runbook/start.md", start(site), ordered));
        List<Step> outside =
                ordered.stream().filter(step -> step.phase().isOutside()).toList();
        if (!outside.isEmpty()) {
            Mapping name = start(site).only("name");
            files.add(file("outside/README.md", Side.OUTSIDE, "runbook/outside.md", name, outside));
        }
        return files;
    }

    private static OutputFile file(String path, Side side, String start, Mapping facts, List<Step> steps) {
        List<String> templates = new ArrayList<>(List.of(start));
        List<Mapping> chapters = new ArrayList<>(List.of(facts));
        boolean later = false;
        for (Step step : steps) {
            if (step.phase() == Step.Phase.LATER && !later) {
                templates.add("runbook/later.md");
                chapters.add(Mapping.EMPTY);
                later = true;
            }
            templates.add(step.template());
            chapters.add(step.facts());
        }
        return new OutputFile(path, side, Program.PEOPLE, new ChaptersPrinter(templates), Sequence.of(chapters));
    }

    private static Mapping start(Site site) {
        List<Fact<HostPattern>> hosts = site.block().get(SiteBlock.HOSTS);
        List<Block<Cluster>> clusters = site.all(Cluster.KIND);
        List<Leaf> contexts = clusters.stream()
                .flatMap(cluster -> cluster.get(Cluster.CONTEXT).stream())
                .map(context -> Leaf.text(context.map(Runbook::word)))
                .toList();
        return Mapping.EMPTY
                .with("name", Leaf.text(site.block().get(SiteBlock.NAME)))
                .with(
                        "hosts",
                        Sequence.of(hosts.stream()
                                .map(host -> Leaf.text(host.map(HostPattern::text)))
                                .toList()))
                .with("contexts", Sequence.of(contexts))
                .with("ask", InsideScripts.flag(contexts.isEmpty()));
    }

    /** A name of a file may hold anything, a line of the runbook may not. */
    private static Mapping compile(Fact<String> page) {
        return Mapping.EMPTY.with("page", Leaf.text(page.map(name -> word(name.replaceAll("[\\p{Cntrl}`]", "?")))));
    }

    /** As a word of a shell. */
    private static String word(String text) {
        return text.matches("[A-Za-z0-9._/@:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
