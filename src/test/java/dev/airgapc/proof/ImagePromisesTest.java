package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TomlPrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Targets that try to lead an image to where it is not. */
class ImagePromisesTest {
    private static final Image REDIS = image("docker.io/library/redis:7.4");
    private static final Image HERE = image("registry.ml.corp.example:5000/redis:7.4");
    private static final String NODES = "clearml/site.ag";
    private static final String VALUES = "minimal/site.ag";

    /** The smallest example with a cluster whose values name places inside. */
    private static final String CLUSTER =
            Examples.text(VALUES) + "cluster ml {\n  distribution = rke2\n  rewrite      = values\n}\n";

    @Test
    void anImageThatNobodyFetchesIsMissed() {
        Compilation compilation = new Compiler(Corpus.TODAY, without("images"))
                .compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve(VALUES)));
        assertEquals(List.of("AG0603"), Cheat.codes(compilation));
    }

    /** People may read of it elsewhere: what the copier reads decides. */
    @Test
    void anImageThatOnlyPeopleReadOfIsMissed() {
        for (String list : List.of("outside/images/images.txt", "inside/load/mapping.txt")) {
            List<Target> targets = Targets.ALL.stream()
                    .map(target -> target.name().equals("images") ? emptied(target, list) : target)
                    .toList();
            Compilation compilation = new Compiler(Corpus.TODAY, targets)
                    .compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve(VALUES)));
            assertEquals(List.of("AG0603"), Cheat.codes(compilation), list);
        }
    }

    private static Target emptied(Target target, String list) {
        return new Cheat((site, plan) -> target.supply(site, plan).files().stream()
                .map(file -> file.path().equals(list)
                        ? new OutputFile(
                                file.path(), file.side(), file.reader(), file.printer(), Sequence.of(List.of()))
                        : file)
                .toList());
    }

    @Test
    void anImageThatNobodyNeedsIsNotFetched() {
        Compilation compilation =
                Cheat.with(site -> Cheat.list("outside/list", Side.OUTSIDE, Cheat.leaf(site, new UpstreamKey(REDIS))));
        assertEquals(List.of("AG0603"), Cheat.codes(compilation));
        assertTrue(Cheat.rendered(compilation).contains("outside/list:/0, and nobody needs it"));
    }

    @Test
    void anUpstreamNameNeedsNodesThatKnowIt() {
        String part = Examples.text("fleet/common.ag");
        assertEquals(List.of(), Cheat.codes(Examples.changed("fleet/acme.ag", "fleet/common.ag", part, Targets.ALL)));
        assertEquals(
                List.of("AG0601"),
                Cheat.codes(Examples.changed(
                        "fleet/acme.ag",
                        "fleet/common.ag",
                        part.replace("ml/python:3.12", "x")
                                .replace("\\(registry.main.host)/x", "docker.io/acme/python:3.12"),
                        without("nodes"))));
    }

    @Test
    void anImageLiesAtOnePlace() {
        Compilation compilation = Cheat.compile(VALUES, (site, plan) -> {
            Image known = plan.images().get(0).upstream();
            return List.of(names(site, new ImageName(HERE, HERE, Optional.of(known))));
        });
        assertEquals(List.of("AG0502"), Cheat.codes(compilation));
        assertTrue(Cheat.rendered(compilation).contains("lies at"));
    }

    @Test
    void aPlaceHoldsOneImage() {
        Compilation compilation = Cheat.compile(VALUES, (site, plan) -> {
            Image taken = plan.images().get(0).inside();
            return List.of(names(site, new ImageName(taken, taken, Optional.of(REDIS))));
        });
        assertEquals(List.of("AG0502", "AG0603"), Cheat.codes(compilation));
        assertTrue(Cheat.rendered(compilation).contains("lie at one place"));
    }

    @Test
    void aClusterHasOneWay() {
        assertEquals(List.of("AG0612"), strayed(false));
        assertEquals(List.of("AG0601", "AG0612"), strayed(true));
    }

    /** A name of the wrong sort, of which the origin says that the cluster decided on it. */
    private static List<String> strayed(boolean upstream) {
        Compilation compilation = upstream ? changed(CLUSTER, true) : changed(Examples.text(NODES), false);
        return Cheat.codes(compilation);
    }

    private static Compilation changed(String page, boolean upstream) {
        List<Target> targets = new java.util.ArrayList<>(Targets.ALL);
        targets.add(new Cheat((site, plan) -> {
            Block<Cluster> cluster = site.all(Cluster.KIND).get(0);
            ImageName known = plan.images().get(0).name().value();
            Image from = known.upstream().orElseThrow();
            ImageName wrong = new ImageName(upstream ? from : known.inside(), known.inside(), Optional.of(from));
            Origin origin = Origin.all(List.of(
                    plan.images().get(0).name().origin(),
                    cluster.get(Cluster.REWRITE).origin()));
            Mapping content = Mapping.EMPTY.with("image", Leaf.of(new Fact<>(wrong, origin)));
            return List.of(new OutputFile("inside/x.yaml", Side.INSIDE, Program.HELM, new YamlPrinter(), content));
        }));
        return Examples.changed(upstream ? VALUES : NODES, page, targets);
    }

    @Test
    void nodesLeadNowhereWhereValuesNamePlaces() {
        List<Target> targets = new java.util.ArrayList<>(Targets.ALL);
        targets.add(new Cheat((site, plan) -> List.of(containerd(site, server(site)))));
        assertEquals(List.of("AG0612"), Cheat.codes(Examples.changed(VALUES, CLUSTER, targets)));
    }

    @Test
    void noFallback() {
        assertEquals(List.of(), fallback(site -> containerd(site, server(site))));
        assertEquals(List.of("AG0601"), fallback(site -> containerd(site, Mapping.EMPTY)));
        assertEquals(
                List.of("AG0601"),
                fallback(site -> containerd(
                        site,
                        server(site).with("host", Mapping.EMPTY.with("https://hub.example.com", Mapping.EMPTY)))));
        Mapping mirror = Mapping.EMPTY.with("endpoint", Sequence.of(List.of(leaf(site(), url()))));
        assertEquals(List.of("AG0601"), fallback(site -> rke("mirrors.yaml", "mirrors", "docker.io", mirror)));
        assertEquals(List.of("AG0601"), fallback(site -> rke("mirrors.yaml", "mirrors", "docker.io", Mapping.EMPTY)));
    }

    /** Without the line that shuts the default endpoint, a mirror of k3s and RKE2 falls back to the upstream. */
    @Test
    void theDefaultEndpointIsShut() {
        List<Target> targets = Targets.ALL.stream()
                .map(target -> target.name().equals("nodes") ? opened(target) : target)
                .toList();
        Compilation compilation = Examples.changed(NODES, Examples.text(NODES), targets);
        assertEquals(List.of("AG0601"), Cheat.codes(compilation));
        assertTrue(Cheat.rendered(compilation).contains("disables the default endpoint"));
    }

    private static Target opened(Target target) {
        return new Cheat((site, plan) -> target.supply(site, plan).files().stream()
                .map(file -> file.path().endsWith("config.yaml")
                        ? new OutputFile(
                                file.path(),
                                file.side(),
                                file.reader(),
                                file.printer(),
                                Mapping.EMPTY.with(
                                        "disable-default-registry-endpoint", Cheat.leaf(site, new Flag(false))))
                        : file)
                .toList());
    }

    private static List<String> fallback(java.util.function.Function<Site, OutputFile> file) {
        return Cheat.codes(Cheat.with(file));
    }

    private static Site site() {
        return Cheat.compile(VALUES, (site, plan) -> List.of()).site();
    }

    private static OutputFile containerd(Site site, Mapping content) {
        return new OutputFile(
                "inside/nodes/ml/certs.d/docker.io/hosts.toml",
                Side.INSIDE,
                Program.CONTAINERD,
                new TomlPrinter(),
                content.with("x", leaf(site, new Text("x"))));
    }

    private static OutputFile rke(String name, String key, String upstream, Mapping rule) {
        return new OutputFile(
                "inside/nodes/ml/" + name,
                Side.INSIDE,
                Program.RKE,
                new YamlPrinter(),
                Mapping.EMPTY.with(key, Mapping.EMPTY.with(upstream, rule)));
    }

    private static Mapping server(Site site) {
        return Mapping.EMPTY.with("server", leaf(site, url()));
    }

    private static Leaf leaf(Site site, Scalar value) {
        return Cheat.leaf(site, value);
    }

    private static Url url() {
        Host host = Host.parse("registry.ml.corp.example:5000").value().orElseThrow();
        return new Url("https", host, "");
    }

    private static OutputFile names(Site site, ImageName name) {
        return Cheat.list("inside/x", Side.INSIDE, Cheat.leaf(site, name));
    }

    private static List<Target> without(String target) {
        return Targets.ALL.stream().filter(one -> !one.name().equals(target)).toList();
    }

    private static Image image(String text) {
        return Image.parse(text).value().orElseThrow();
    }
}
