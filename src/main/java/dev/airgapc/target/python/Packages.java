package dev.airgapc.target.python;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Need;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Upload;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.OutsideScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The packages that an index must have: lists of them, what fetches them for each Python of the site, and what puts them there. */
final class Packages {
    private static final String OUTSIDE = "outside/python/";

    private Packages() {}

    static Contribution of(Site site, Block<Index> index, Plan plan) {
        List<OutputFile> files = new ArrayList<>();
        plan.packages().forEach((group, packages) -> files.add(list(group, packages)));
        Mapping facts = OutsideScripts.facts(site, Set.of())
                .only("environment", "certificates")
                .with(
                        "pythons",
                        Sequence.of(site.block().get(SiteBlock.PYTHON).stream()
                                .map(version -> Leaf.text(version.map(Version::text)))
                                .toList()));
        files.add(script(OUTSIDE + "download.sh", Side.OUTSIDE, "python/download.sh", facts));
        files.add(script("inside/load/python.sh", Side.INSIDE, "load/python.sh", loader(site, index)));
        Fact<Upload> place = index.get(Index.UPLOAD);
        Mapping load = Mapping.EMPTY
                .with("reads", InsideScripts.reads(index.get(Index.PUSH)))
                .with("place", Leaf.of(place.map(Upload::scalar)))
                .with("index", Leaf.of(index.get(Index.URL)));
        return Contribution.of(
                files,
                List.of(
                        new Step(Step.Phase.FETCH, "python/fetch.md", facts.only("pythons")),
                        new Step(Step.Phase.LOAD, "python/load.md", load)));
    }

    private static OutputFile list(String group, List<Need.OfPackage> packages) {
        Mapping facts = Mapping.EMPTY.with(
                "requirements",
                Sequence.of(packages.stream()
                        .map(one -> Leaf.text(one.requirement()))
                        .distinct()
                        .toList()));
        return new OutputFile(
                OUTSIDE + group + ".txt",
                Side.OUTSIDE,
                Program.COPIER,
                new TemplatePrinter("python/requirements.txt", Quoting.PLAIN),
                facts);
    }

    private static Mapping loader(Site site, Block<Index> index) {
        Fact<Upload> place = index.get(Index.UPLOAD);
        return InsideScripts.upload(site, place, index.get(Index.PUSH))
                .with("web", Sequence.of(place.value().address().isPresent() ? List.of(web(index)) : List.of()));
    }

    private static Mapping web(Block<Index> index) {
        return Mapping.EMPTY
                .with("place", Leaf.of(index.get(Index.UPLOAD).map(Upload::scalar)))
                .with("index", Leaf.of(index.get(Index.URL).map(Packages::without)))
                .with("insecure", InsideScripts.flag(Index.isTrusted(index)));
    }

    /** Its address without a slash at the end. */
    private static Url without(Url url) {
        return Url.parse(url.text().replaceFirst("/+$", "")).value().orElseThrow();
    }

    private static OutputFile script(String path, Side side, String template, Mapping facts) {
        return new OutputFile(path, side, Program.BASH, new TemplatePrinter(template, Quoting.SHELL), facts);
    }
}
