package dev.airgapc.target.python;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.InputFile;
import dev.airgapc.output.IniPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Need;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Index;
import dev.airgapc.site.Requirements;
import dev.airgapc.site.Site;
import dev.airgapc.target.Indexes;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Package indexes as the programs of people's own machines read them, and what the one that is loaded must have. */
public final class PythonTarget implements Target {
    @Override
    public String name() {
        return "python";
    }

    @Override
    public Contribution build(Site site) {
        List<Fact<Block<Index>>> all =
                site.all(Index.KIND).stream().map(index -> index.named(index)).toList();
        if (all.isEmpty()) {
            return Contribution.NONE;
        }
        Indexes indexes = new Indexes(all);
        List<Leaf> certificates = indexes.certificates().map(Leaf::of).stream().toList();
        Mapping facts =
                Mapping.EMPTY.with("certificates", Sequence.of(certificates)).with("logins", logins(site));
        List<Need> needs = new ArrayList<>();
        Index.loaded(site).ifPresent(index -> needs.addAll(lists(index)));
        return new Contribution(
                List.of(
                        new OutputFile(
                                "inside/python/pip.conf",
                                Side.INSIDE,
                                Program.PIP,
                                new IniPrinter(),
                                indexes.pipConf()),
                        new OutputFile(
                                "inside/python/uv.toml", Side.INSIDE, Program.UV, new TomlPrinter(), indexes.uvToml())),
                needs,
                List.of(new Step(Step.Phase.NODES, "python/install.md", facts)),
                List.of());
    }

    /** The hosts that people need a login of their own for. */
    private static Sequence logins(Site site) {
        return Sequence.of(site.all(Index.KIND).stream()
                .filter(index -> index.get(Index.CREDENTIALS).isPresent())
                .map(index -> index.get(Index.URL).map(url -> url.host().name()))
                .collect(Collectors.toMap(Fact::value, Leaf::text, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }

    /** Each list of the page is a group of its own. */
    private static List<Need> lists(Block<Index> index) {
        List<Need> needs = new ArrayList<>();
        int number = 0;
        for (Fact<InputFile> file : index.get(Index.REQUIREMENTS)) {
            number++;
            String group = "index-" + index.name() + "-" + number;
            for (String requirement : Requirements.of(file.value())) {
                needs.add(new Need.OfPackage(
                        file.map(any -> requirement),
                        group,
                        index,
                        "`" + file.value().path() + "`"));
            }
        }
        return needs;
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        return Index.loaded(site)
                .filter(index -> !plan.packages().isEmpty())
                .map(index -> Packages.of(site, index, plan))
                .orElse(Contribution.NONE);
    }
}
