package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.language.Block;
import dev.airgapc.output.EnvFilePrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Places;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlGateway;
import dev.airgapc.site.ComposeRelease;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Passthrough;
import dev.airgapc.target.SecretRead;
import java.util.List;
import java.util.Optional;

/** A gateway that Docker Compose runs on a machine: a router, and the proxy that it sets up. */
record ComposeGateway(
        Site site, Block<ClearmlGateway> gateway, ComposeRelease release, Fact<Block<Registry>> registry) {
    static Optional<ComposeGateway> of(Site site, Block<ClearmlGateway> gateway) {
        return ComposeRelease.gateway(site, gateway)
                .flatMap(release ->
                        release.registry().map(registry -> new ComposeGateway(site, gateway, release, registry)));
    }

    /** Where its files lie among the outputs. */
    String folder() {
        return Release.FOLDER + "gateway-" + gateway.name() + "/";
    }

    /** Where they lie on its machine. */
    String home() {
        return "/opt/clearml-gateway-" + gateway.name();
    }

    Fact<ImageName> place(Fact<Image> image) {
        return Places.onMachine(image, site, registry);
    }

    Contribution contribution() {
        Passthrough.Merged values = ComposeGatewayValues.of(this).finished();
        List<OutputFile> files = List.of(
                new OutputFile(
                        folder() + "runtime.env",
                        Side.INSIDE,
                        Program.COMPOSE,
                        new EnvFilePrinter(),
                        values.tree().entries().get("env")),
                new OutputFile(
                        folder() + "airgapc.compose.yml",
                        Side.INSIDE,
                        Program.COMPOSE,
                        new YamlPrinter(),
                        values.tree().only("services")),
                new OutputFile(
                        folder() + "install-gateway.sh",
                        Side.INSIDE,
                        Program.BASH,
                        new TemplatePrinter("clearml/install-gateway.sh", Quoting.SHELL),
                        script()));
        return new Contribution(files, List.of(), steps(), values.diagnostics());
    }

    private Mapping script() {
        boolean owned =
                !release.product().stated(release.version().value(), "owned").isEmpty();
        return common().with("docker", DockerPulls.of(site, registry, gateway))
                .with("registries", DockerPulls.registries(site))
                .with("folder", Leaf.text(gateway.named(home())))
                .with("home", Leaf.text(gateway.named("/etc/clearml/gateway-" + gateway.name())))
                .with("owned", InsideScripts.flag(owned))
                .with("secrets", FilledVariable.reads(keys()));
    }

    private Mapping common() {
        return Mapping.EMPTY
                .with("name", Leaf.text(gateway.named(gateway.name())))
                .with("host", Leaf.of(release.host()));
    }

    private List<FilledVariable> keys() {
        Fact<Block<Secret>> secret = gateway.get(ClearmlGateway.CREDENTIALS);
        return List.of(
                new FilledVariable("CLEARML_API_ACCESS_KEY", secret, "access-key"),
                new FilledVariable("CLEARML_API_SECRET_KEY", secret, "secret-key"));
    }

    private List<Step> steps() {
        Fact<Block<Secret>> secret = gateway.get(ClearmlGateway.CREDENTIALS);
        Mapping keys = common().only("name")
                .with("secret", Leaf.text(secret.map(Block::name)))
                .with("reads", SecretRead.sources(secret.value(), SecretUse.KEYS));
        Mapping install = common().with("folder", Leaf.text(gateway.named(home())))
                .with("reads", FilledVariable.sources(registry, keys(), List.of()));
        return List.of(
                new Step(Step.Phase.KEYS, "clearml/make-gateway-keys.md", keys),
                new Step(Step.Phase.GATEWAYS, "clearml/install-gateway-by-compose.md", install),
                new Step(Step.Phase.LATER, "clearml/later-gateway-by-compose.md", install.only("name", "folder")));
    }
}
