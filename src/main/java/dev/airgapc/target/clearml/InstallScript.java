package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
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
import dev.airgapc.site.ChartRepo;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.target.Contexts;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code install.sh}: every chart of a site in its order: the server, then agents, their gateways and what answers with models. */
final class InstallScript {
    private InstallScript() {}

    static Contribution of(Site site) {
        List<Mapping> releases = new ArrayList<>();
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            Release.server(site, server)
                    .ifPresent(release -> releases.add(
                            release(release, List.of(), files(TaskConfigMaps.ofInstances(release, server)))));
        }
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            Release.agent(site, agent)
                    .ifPresent(release ->
                            releases.add(release(release, List.of(), files(TaskConfigMaps.of(release, agent)))));
        }
        for (Block<ClearmlGateway> gateway : site.all(ClearmlGateway.KIND)) {
            Block<Secret> keys = gateway.get(ClearmlGateway.CREDENTIALS).value();
            Mapping given = Mapping.EMPTY
                    .with("fields", fields(gateway, keys, "apiKey", "apiSecret"))
                    .with("task", Sequence.of(List.of()));
            Release.gateway(site, gateway)
                    .ifPresent(release -> releases.add(release(release, List.of(given), List.of())));
        }
        for (Block<ClearmlServing> serving : site.all(ClearmlServing.KIND)) {
            releases.add(release(Release.serving(site, serving), given(site, serving), List.of()));
        }
        if (releases.isEmpty()) {
            return Contribution.NONE;
        }
        TemplatePrinter printer = new TemplatePrinter("clearml/install.sh", Quoting.SHELL);
        return Contribution.of(
                List.of(new OutputFile(
                        Release.FOLDER + "install.sh", Side.INSIDE, Program.BASH, printer, facts(site, releases))),
                List.of());
    }

    /** What a page does not know, or may not say. */
    private static List<Mapping> given(Site site, Block<ClearmlServing> serving) {
        Block<Secret> keys = serving.get(ClearmlServing.CREDENTIALS).value();
        Sequence task = ServingSteps.task(serving);
        boolean values = ClearmlServing.takesValues(site, serving);
        return values || !task.items().isEmpty()
                ? List.of(Mapping.EMPTY
                        .with(
                                "fields",
                                values ? fields(serving, keys, "apiAccessKey", "apiSecretKey") : Sequence.of(List.of()))
                        .with("task", task))
                : List.of();
    }

    /** Access key and secret key under the chart's names for them. */
    private static Sequence fields(Block<?> user, Block<Secret> keys, String access, String secret) {
        return Sequence.of(List.of(
                Mapping.EMPTY
                        .with("name", Leaf.text(user.named(access)))
                        .with("read", SecretRead.of(keys, "access-key")),
                Mapping.EMPTY
                        .with("name", Leaf.text(user.named(secret)))
                        .with("read", SecretRead.of(keys, "secret-key"))));
    }

    private static Mapping facts(Site site, List<Mapping> releases) {
        Optional<Fact<Url>> repository = site.all(ChartRepo.KIND).stream()
                .map(repo -> repo.get(ChartRepo.URL))
                .findFirst();
        boolean oci =
                repository.filter(url -> url.value().scheme().equals("oci")).isPresent();
        Sequence place = Sequence.of(repository.map(Leaf::of).stream().toList());
        return Mapping.EMPTY
                .with("certificates", InsideScripts.certificates(site))
                .with("registry", oci ? place : Sequence.of(List.of()))
                .with("folder", oci ? Sequence.of(List.of()) : place)
                .with("carried", InsideScripts.flag(repository.isEmpty()))
                .with("keys", InsideScripts.flag(any(releases, "keys")))
                .with("files", InsideScripts.flag(any(releases, "files")))
                .with("releases", Sequence.of(releases));
    }

    private static boolean any(List<Mapping> releases, String list) {
        return releases.stream()
                .anyMatch(release -> !release.entries().get(list).leaves().isEmpty());
    }

    /** The objects that have to be there before the chart. */
    private static List<Leaf> files(TaskConfigMaps maps) {
        return maps.objects().isPresent()
                ? List.of(Leaf.text(maps.release().version().map(any -> maps.path())))
                : List.of();
    }

    private static Mapping release(Release release, List<Mapping> keys, List<Leaf> files) {
        Fact<String> name = release.version().map(any -> release.name());
        return Mapping.EMPTY
                .with("name", Leaf.text(name))
                .with(
                        "context",
                        Contexts.of(release.cluster(), release.version().origin()))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()))
                .with(
                        "chart",
                        Leaf.text(release.version().map(any -> release.product().name())))
                .with("version", Leaf.text(release.version().map(version -> version.text())))
                .with("values", Leaf.text(release.version().map(any -> release.values())))
                .with("keys", Sequence.of(keys))
                .with("files", Sequence.of(files));
    }
}
