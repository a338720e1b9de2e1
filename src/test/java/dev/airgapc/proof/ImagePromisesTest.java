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
import dev.airgapc.site.SiteBlock;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Targets that try to lead an image to where it is not. */
class ImagePromisesTest {
    private static final Image REDIS = image("docker.io/library/redis:7.4");
    private static final Image HERE = image("registry.ml.corp.example:5000/redis:7.4");
    private static final String NODES = "clearml/site.ag";
    private static final String VALUES = "minimal/site.ag";
    private static final String SHUT = "disable-default-registry-endpoint";

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
        Map<String, String> lists = Map.of(
                "outside/images/images.txt", "no list of the connected side names it",
                "inside/load/mapping.txt", "nothing inside says where it goes");
        lists.forEach((list, why) -> {
            List<Target> targets = Targets.ALL.stream()
                    .map(target -> target.name().equals("images") ? emptied(target, list) : target)
                    .toList();
            Compilation compilation = new Compiler(Corpus.TODAY, targets)
                    .compile("site.ag", Corpus.bytes(Corpus.EXAMPLES.resolve(VALUES)));
            assertEquals(List.of("AG0603"), Cheat.codes(compilation), list);
            assertTrue(Cheat.rendered(compilation).contains(" would be missing inside: " + why + "\n"), list);
        });
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

    /** Two that the plan knows are said once, by the plan. */
    @Test
    void whatThePlanSaidIsNotRepeated() {
        Compilation compilation = Examples.compile(Corpus.RESOURCES.resolve("rule/mapping-collision/bad-flat.ag"));
        assertEquals(
                List.of("AG0502"),
                compilation.report().sorted().stream()
                        .map(d -> d.code().number())
                        .filter(code -> !code.equals("AG0703"))
                        .toList());
    }

    @Test
    void aClusterHasOneWay() {
        Compilation places = strayed(NODES, Examples.text(NODES), false, true);
        assertEquals(List.of("AG0612"), Cheat.codes(places));
        assertTrue(Cheat.rendered(places).contains(" is not an upstream name, as `cluster.k8s.rewrite` wants it"));
        Compilation upstream = strayed(VALUES, CLUSTER, true, true);
        assertEquals(List.of("AG0601", "AG0612"), Cheat.codes(upstream));
        assertTrue(Cheat.rendered(upstream).contains(" is not a place inside, as `cluster.ml.rewrite` wants it"));
        assertEquals(List.of(), Cheat.codes(strayed(NODES, Examples.text(NODES), false, false)), "not the cluster's");
    }

    /** A name of the wrong sort, of which the origin says that the cluster decided on it, or does not. */
    private static Compilation strayed(String example, String page, boolean upstream, boolean decided) {
        List<Target> targets = new java.util.ArrayList<>(Targets.ALL);
        targets.add(new Cheat((site, plan) -> {
            Block<Cluster> cluster = site.all(Cluster.KIND).get(0);
            ImageName known = plan.images().get(0).name().value();
            Image from = known.upstream().orElseThrow();
            ImageName wrong = new ImageName(upstream ? from : known.inside(), known.inside(), Optional.of(from));
            Origin other = cluster.get(Cluster.DISTRIBUTION).origin();
            Origin origin = Origin.all(List.of(
                    other,
                    decided
                            ? cluster.get(Cluster.REWRITE).origin()
                            : site.block().get(SiteBlock.DOMAIN).origin()));
            Mapping content = Mapping.EMPTY.with("image", Leaf.of(new Fact<>(wrong, origin)));
            return List.of(new OutputFile("inside/x.yaml", Side.INSIDE, Program.HELM, new YamlPrinter(), content));
        }));
        return Examples.changed(example, page, targets);
    }

    @Test
    void nodesLeadNowhereWhereValuesNamePlaces() {
        assertEquals(1, led(site -> containerd(site, server(site))));
        assertEquals(1, led(site -> rke("registries.yaml", Mapping.EMPTY)));
        assertEquals(0, led(site -> Cheat.list("inside/nodes/ml/read.me", Side.INSIDE, leaf(site, new Text("x")))));
    }

    /** How many files are said to lead nodes of a cluster whose values name places. */
    private static long led(Function<Site, OutputFile> file) {
        List<Target> targets = new java.util.ArrayList<>(Targets.ALL);
        targets.add(new Cheat((site, plan) -> List.of(file.apply(site))));
        Compilation compilation = Examples.changed(VALUES, CLUSTER, targets);
        return compilation.report().sorted().stream()
                .filter(d -> d.code().equals(ProofCodes.SECOND_WAY))
                .count();
    }

    @Test
    void containerdAsksOnlyTheSite() {
        assertFallback("", site -> List.of(containerd(site, server(site))));
        String inside = "https://registry.ml.corp.example:5000/v2/hub";
        assertFallback("", site -> List.of(containerd(site, server(site).with("host", table(inside)))));
        assertFallback("names no `server` of the site", site -> List.of(containerd(site, Mapping.EMPTY)));
        assertFallback(
                "leads to `https://hub.example.com`, which is not inside the site",
                site -> List.of(containerd(site, server(site).with("host", table("https://hub.example.com")))));
        assertFallback(
                "has a `host` that is no table",
                site -> List.of(containerd(site, server(site).with("host", leaf(site, new Text("x"))))));
    }

    @Test
    void k3sAndRke2AskOnlyTheSite() {
        OutputFile shut = rke("config.yaml", Mapping.EMPTY.with(SHUT, leaf(site(), new Flag(true))));
        OutputFile elsewhere = new OutputFile(
                "inside/nodes/other/config.yaml", Side.INSIDE, Program.RKE, shut.printer(), shut.content());
        Mapping mirror = Mapping.EMPTY.with("endpoint", Sequence.of(List.of(leaf(site(), url()))));
        OutputFile mirrors = rke("registries.yaml", Mapping.EMPTY.with("mirrors", table("docker.io", mirror)));
        OutputFile nothing = rke("registries.yaml", Mapping.EMPTY.with("mirrors", table("docker.io")));
        assertFallback("", site -> List.of(shut, mirrors));
        assertFallback("has no inside/nodes/ml/config.yaml beside it", site -> List.of(mirrors));
        assertFallback("has no inside/nodes/ml/config.yaml beside it", site -> List.of(elsewhere, mirrors));
        assertFallback("has no endpoint for `docker.io`", site -> List.of(shut, nothing));
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
                                Mapping.EMPTY.with(SHUT, Cheat.leaf(site, new Flag(false))))
                        : file)
                .toList());
    }

    /** What is said of files of nodes; nothing of files that are in order. */
    private static void assertFallback(String why, Function<Site, List<OutputFile>> files) {
        Compilation compilation = Cheat.compile(VALUES, (site, plan) -> files.apply(site));
        assertEquals(why.isEmpty() ? List.of() : List.of("AG0601"), Cheat.codes(compilation));
        assertTrue(Cheat.rendered(compilation).contains(why), () -> Cheat.rendered(compilation));
    }

    private static Mapping table(String key) {
        return table(key, Mapping.EMPTY);
    }

    private static Mapping table(String key, Mapping value) {
        return Mapping.EMPTY.with(key, value);
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

    private static OutputFile rke(String name, Mapping content) {
        return new OutputFile("inside/nodes/ml/" + name, Side.INSIDE, Program.RKE, new YamlPrinter(), content);
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
