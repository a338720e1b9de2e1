package dev.airgapc.target.clearml;

import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Variable;
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
import dev.airgapc.plan.Places;
import dev.airgapc.plan.Step;
import dev.airgapc.site.BootstrapBuild;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.Registry;
import dev.airgapc.site.ResourcesServer;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What crosses for the bootstrap of tasks on machines: its package, made outside or fetched from the vendor's releases, and the server of what
 * those tasks fetch, {@code run-resources.sh}.
 */
final class BootstrapScripts {
    private static final String RELEASES = "https://github.com/clearml/clearml-agent-bootstrap/releases/download/v";

    private final Site site;
    private final Block<ClearmlBootstrap> bootstrap;
    private final List<OutputFile> files = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private BootstrapScripts(Site site, Block<ClearmlBootstrap> bootstrap) {
        this.site = site;
        this.bootstrap = bootstrap;
    }

    static Contribution of(Site site) {
        return ClearmlBootstrap.of(site)
                .map(bootstrap -> {
                    BootstrapScripts writing = new BootstrapScripts(site, bootstrap);
                    writing.write();
                    return new Contribution(writing.files, writing.needs, writing.steps, List.of());
                })
                .orElse(Contribution.NONE);
    }

    private void write() {
        boolean isMade = !bootstrap.get(ClearmlBootstrap.BUILD).isEmpty();
        boolean isUnpacked = ClearmlBootstrap.isUnpacked(site);
        if (isUnpacked && bootstrap.get(ClearmlBootstrap.WHEEL).isEmpty()) {
            needs.add(new Need.OfFile(
                    ClearmlBootstrap.wheel(bootstrap),
                    isMade ? Optional.empty() : Optional.of(release()),
                    Optional.empty(),
                    bootstrap,
                    "the binaries that tasks on machines start from"));
        }
        bootstrap.get(ClearmlBootstrap.SERVER).forEach(this::server);
        bootstrap.get(ClearmlBootstrap.BUILD).forEach(this::build);
    }

    /** Of the vendor's release (clearml/clearml-agent:clearml_agent/commands/install_bootstrap.py). */
    private Fact<Url> release() {
        Fact<String> version = bootstrap.get(ClearmlBootstrap.VERSION).map(Version::text);
        return Fact.text(RELEASES, version, "/", ClearmlBootstrap.wheel(bootstrap))
                .map(text -> Url.parse(text).value().orElseThrow());
    }

    private void server(Block<ResourcesServer> server) {
        Fact<Url> url = server.get(ResourcesServer.URL);
        Optional<Fact<String>> certificate = server.get(ResourcesServer.CERTIFICATE);
        Optional<Fact<Image>> image = server.get(ResourcesServer.IMAGE);
        if (image.isEmpty()) {
            needs.add(new Need.OfFile(
                    ResourcesServer.archive(server), Optional.empty(), Optional.empty(), server, server.words()));
        }
        boolean encrypted = url.value().scheme().equals("https");
        long usual = encrypted ? 443 : 80;
        Mapping facts = Mapping.EMPTY
                .with("url", Leaf.of(url))
                .with("host", Leaf.of(url.map(Url::host)))
                .with("metadata", Leaf.of(ResourcesServer.metadata(server)))
                .with(
                        "port",
                        Leaf.of(url.map(at -> new Count(
                                at.host().port().isPresent() ? at.host().port().getAsInt() : usual))))
                .with("inner", Leaf.of(url.map(any -> new Count(usual))))
                .with(
                        "tls",
                        Sequence.of(certificate.stream()
                                .map(path -> Mapping.EMPTY
                                        .with("certificate", Leaf.text(path))
                                        .with(
                                                "key",
                                                Leaf.text(server.get(ResourcesServer.PRIVATE_KEY)
                                                        .orElse(path))))
                                .toList()))
                .with("certificates", InsideScripts.certificates(site))
                .with(
                        "archive",
                        InsideScripts.once(
                                image.isEmpty(),
                                Leaf.of(ResourcesServer.archive(server).map(FileName::new))))
                .with(
                        "image",
                        Sequence.of(
                                image.stream().map(this::place).map(Leaf::of).toList()))
                .with("vscode", Leaf.text(server.get(ResourcesServer.VSCODE).map(Version::text)));
        files.add(script(
                Release.FOLDER,
                "run-resources.sh",
                Side.INSIDE,
                facts.only("url", "metadata", "port", "inner", "tls", "certificates", "archive", "image")));
        steps.add(new Step(
                Step.Phase.SERVER, "clearml/run-resources.md", facts.only("host", "url", "archive", "tls", "vscode")));
    }

    private Fact<ImageName> place(Fact<Image> image) {
        return Places.onMachine(
                image, site, image.map(any -> site.all(Registry.KIND).get(0)));
    }

    private void build(Block<BootstrapBuild> build) {
        List<Mapping> variables = new ArrayList<>();
        build.get(BootstrapBuild.BOM)
                .forEach((name, value) -> variables.add(Mapping.EMPTY
                        .with("name", Leaf.of(value.map(any -> new Variable(name))))
                        .with("value", Leaf.text(value))));
        Mapping facts = Mapping.EMPTY
                .with(
                        "version",
                        Leaf.text(bootstrap.get(ClearmlBootstrap.VERSION).map(Version::text)))
                .with("wheel", Leaf.of(ClearmlBootstrap.wheel(bootstrap).map(FileName::new)))
                .with("bom", Sequence.of(variables))
                .with("source", texts(build.get(BootstrapBuild.AGENT_SOURCE).map(path -> path.map(Text::new))))
                .with(
                        "dropbear",
                        texts(build.get(BootstrapBuild.DROPBEAR_SOURCE)
                                .map(url -> url.map(address -> new Text(address.text())))))
                .with(
                        "base",
                        Sequence.of(build.get(BootstrapBuild.BASE_IMAGE).stream()
                                .map(image -> Mapping.EMPTY
                                        .with("name", Leaf.text(image.map(BootstrapScripts::repository)))
                                        .with("tag", Leaf.text(image.map(one -> one.tag()))))
                                .toList()))
                .with(
                        "server",
                        Sequence.of(bootstrap.get(ClearmlBootstrap.SERVER).stream()
                                .map(server -> Mapping.EMPTY
                                        .with(
                                                "archive",
                                                Leaf.of(ResourcesServer.archive(server)
                                                        .map(FileName::new)))
                                        .with(
                                                "vscode",
                                                Leaf.text(server.get(ResourcesServer.VSCODE)
                                                        .map(Version::text))))
                                .toList()));
        files.add(script("outside/files/", "build-bootstrap.sh", Side.OUTSIDE, facts));
        steps.add(new Step(Step.Phase.FETCH, "clearml/build-bootstrap.md", facts.only("version", "wheel", "server")));
    }

    private static Sequence texts(Optional<Fact<Text>> text) {
        return Sequence.of(text.stream().map(Leaf::of).toList());
    }

    private static String repository(Image image) {
        return image.registry().text() + "/" + image.repository();
    }

    private static OutputFile script(String folder, String name, Side side, Mapping facts) {
        return new OutputFile(
                folder + name, side, Program.BASH, new TemplatePrinter("clearml/" + name, Quoting.SHELL), facts);
    }
}
