package dev.airgapc.target.charts;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Url;
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
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ChartRepo;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.OutsideScripts;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Helm charts: what to fetch, and how they get into the site's own repository. */
public final class ChartsTarget implements Target {
    @Override
    public String name() {
        return "charts";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.charts().isEmpty()) {
            return Contribution.NONE;
        }
        Sequence charts =
                Sequence.of(plan.charts().stream().map(ChartsTarget::chart).toList());
        Mapping list = Mapping.EMPTY.with("charts", charts);
        Set<String> hosts = plan.charts().stream()
                .flatMap(chart -> Url.parse(chart.source().text()).value().stream())
                .map(url -> url.host().text())
                .collect(Collectors.toSet());
        List<OutputFile> files = new ArrayList<>(List.of(
                file(
                        "outside/charts/charts.txt",
                        Side.OUTSIDE,
                        Program.COPIER,
                        "charts/charts.txt",
                        only(list, "source", "version")),
                file(
                        "outside/charts/pull.sh",
                        Side.OUTSIDE,
                        Program.BASH,
                        "charts/pull.sh",
                        OutsideScripts.facts(site, hosts))));
        List<Step> steps = new ArrayList<>(List.of(new Step(Step.Phase.FETCH, "charts/fetch.md", only(list, "file"))));
        incomplete(site, plan).ifPresent(steps::add);
        for (Block<ChartRepo> repository : site.all(ChartRepo.KIND)) {
            List<Mapping> logins = logins(repository);
            files.add(
                    file("inside/load/charts.txt", Side.INSIDE, Program.COPIER, "charts/load.txt", only(list, "file")));
            files.add(file(
                    "inside/load/charts.sh",
                    Side.INSIDE,
                    Program.BASH,
                    "load/charts.sh",
                    loader(site, repository, logins)));
            Mapping facts = Mapping.EMPTY
                    .with("reads", InsideScripts.reads(repository.get(ChartRepo.PUSH)))
                    .with("place", Leaf.of(repository.get(ChartRepo.UPLOAD)));
            steps.add(new Step(Step.Phase.LOAD, "charts/load.md", facts));
        }
        return Contribution.of(files, steps);
    }

    /** How to find the images that no public source lists; some charts render only with a value for each key that they require. */
    private static Optional<Step> incomplete(Site site, Plan plan) {
        List<Mapping> charts = plan.charts().stream()
                .filter(Plan.PlannedChart::unlisted)
                .map(chart -> chart(chart).only("file").with("flags", required(site.product(chart.name()), chart)))
                .toList();
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(
                        Step.Phase.FETCH, "charts/list-images.md", Mapping.EMPTY.with("charts", Sequence.of(charts))));
    }

    private static Sequence required(Product product, Plan.PlannedChart chart) {
        return Sequence.of(product.requiredToRender().stream()
                .map(path -> Leaf.text(chart.version().map(any -> path)))
                .toList());
    }

    private static Mapping chart(Plan.PlannedChart chart) {
        Origin source = new Origin.Demanded(
                "the vendor publishes it there", chart.source().source());
        Fact<String> file = chart.version().map(any -> chart.file());
        return Mapping.EMPTY
                .with("source", Leaf.text(new Fact<>(chart.source().text(), source)))
                .with("version", Leaf.text(chart.version().map(version -> version.text())))
                .with("file", Leaf.text(file));
    }

    private static Mapping only(Mapping list, String... keys) {
        List<Mapping> charts = new ArrayList<>();
        ((Sequence) list.entries().get("charts")).items().forEach(chart -> charts.add(((Mapping) chart).only(keys)));
        return Mapping.EMPTY.with("charts", Sequence.of(charts));
    }

    private static Mapping loader(Site site, Block<ChartRepo> repository, List<Mapping> logins) {
        Fact<Url> place = repository.get(ChartRepo.UPLOAD);
        boolean registry = place.value().scheme().equals("oci");
        return Mapping.EMPTY
                .with("certificates", InsideScripts.certificates(site))
                .with("logins", Sequence.of(logins))
                .with("registry", InsideScripts.once(registry, Leaf.of(place)))
                .with("folder", InsideScripts.once(!registry, Leaf.of(place)));
    }

    private static List<Mapping> logins(Block<ChartRepo> repository) {
        Fact<Host> host = repository.get(ChartRepo.UPLOAD).map(Url::host);
        return repository.get(ChartRepo.PUSH).stream()
                .map(push -> InsideScripts.login(host, push))
                .toList();
    }

    private static OutputFile file(String path, Side side, Program reader, String template, Mapping facts) {
        Quoting quoting = reader == Program.BASH ? Quoting.SHELL : Quoting.PLAIN;
        return new OutputFile(path, side, reader, new TemplatePrinter(template, quoting), facts);
    }
}
