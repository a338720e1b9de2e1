package dev.airgapc.target.images;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.LinesPrinter;
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
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.CarriedImage;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.Tls;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.OutsideScripts;
import dev.airgapc.target.SecretRead;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of images: what to fetch, for whom, and where each goes; the scripts that read them. */
public final class ImagesTarget implements Target {
    @Override
    public String name() {
        return "images";
    }

    /** The images that the page asks for beside those that its products run. */
    @Override
    public Contribution build(Site site) {
        List<Need> needs = new ArrayList<>();
        for (Block<CarriedImage> image : site.all(CarriedImage.KIND)) {
            needs.add(new Need.OfImage(
                    Places.of(
                            image.get(CarriedImage.SOURCE).map(any -> CarriedImage.pinned(image)),
                            site,
                            image.get(CarriedImage.REGISTRY),
                            Optional.empty()),
                    image,
                    "the page asks for it"));
        }
        return new Contribution(List.of(), needs, List.of(), List.of());
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.images().isEmpty()) {
            return Contribution.NONE;
        }
        Set<String> hosts = plan.images().stream()
                .map(image -> image.upstream().registry().text())
                .collect(Collectors.toSet());
        Mapping outside = OutsideScripts.facts(site, hosts).with("mirrors", OutsideScripts.mirrors(site));
        Map<Fact<Host>, Fact<Block<Secret>>> logins = logins(site, plan);
        Mapping inside = Mapping.EMPTY
                .with("certificates", InsideScripts.certificates(site))
                .with(
                        "logins",
                        Sequence.of(logins.entrySet().stream()
                                .map(login -> InsideScripts.login(login.getKey(), login.getValue()))
                                .toList()))
                .with("insecure", insecure(site));
        Mapping load = Mapping.EMPTY
                .with(
                        "reads",
                        Sequence.of(logins.values().stream()
                                .flatMap(push -> SecretRead.sources(push.value(), SecretUse.LOGIN).items().stream())
                                .toList()))
                .with("registries", logins.isEmpty() ? registries(site) : Sequence.of(List.of()));
        return Contribution.of(
                List.of(
                        new OutputFile(
                                "outside/images/images.txt",
                                Side.OUTSIDE,
                                Program.COPIER,
                                new LinesPrinter(),
                                images(plan)),
                        text(
                                "outside/images/images-sources.txt",
                                Side.OUTSIDE,
                                Program.PEOPLE,
                                "images/images-sources.txt",
                                sources(plan)),
                        text(
                                "inside/load/mapping.txt",
                                Side.INSIDE,
                                Program.COPIER,
                                "images/mapping.txt",
                                mapping(plan)),
                        script("outside/images/mirror.sh", Side.OUTSIDE, "images/mirror.sh", outside),
                        script("inside/load/images.sh", Side.INSIDE, "load/images.sh", inside)),
                List.of(
                        new Step(Step.Phase.FETCH, "images/fetch.md", Mapping.EMPTY),
                        new Step(Step.Phase.LOAD, "images/load.md", load)));
    }

    private static Sequence images(Plan plan) {
        return Sequence.of(plan.images().stream()
                .map(image -> Leaf.of(image.fact().map(UpstreamKey::new)))
                .toList());
    }

    private static Mapping sources(Plan plan) {
        return Mapping.EMPTY.with(
                "images",
                Sequence.of(plan.images().stream()
                        .map(image -> Mapping.EMPTY
                                .with("image", Leaf.of(image.fact().map(UpstreamKey::new)))
                                .with(
                                        "reasons",
                                        Sequence.of(image.reasons().stream()
                                                .map(ImagesTarget::reason)
                                                .toList())))
                        .toList()));
    }

    private static Mapping reason(Plan.Reason reason) {
        String where = reason.where().source().name() + ":" + reason.where().line();
        return Mapping.EMPTY
                .with("user", text(reason.user().toString(), reason.origin()))
                .with("where", text(where, reason.origin()))
                .with("why", text(reason.why(), reason.origin()));
    }

    private static Mapping mapping(Plan plan) {
        return Mapping.EMPTY.with(
                "images",
                Sequence.of(plan.images().stream()
                        .map(image -> Mapping.EMPTY
                                .with("upstream", Leaf.of(image.fact().map(UpstreamKey::new)))
                                .with("inside", Leaf.of(image.place())))
                        .toList()));
    }

    private static List<Block<Registry>> used(Site site, Plan plan) {
        return site.all(Registry.KIND).stream()
                .filter(registry -> plan.images().stream()
                        .anyMatch(image -> image.inside()
                                .registry()
                                .equals(registry.get(Registry.HOST).value())))
                .toList();
    }

    /** The registries that a script can log in to by itself, with the login that may push. */
    private static Map<Fact<Host>, Fact<Block<Secret>>> logins(Site site, Plan plan) {
        Map<Fact<Host>, Fact<Block<Secret>>> logins = new LinkedHashMap<>();
        for (Block<Registry> registry : used(site, plan)) {
            registry.get(Registry.PUSH)
                    .filter(push -> !Secret.isExisting(push.value()))
                    .ifPresent(push -> logins.put(registry.get(Registry.HOST), push));
        }
        return logins;
    }

    private static Sequence insecure(Site site) {
        return Sequence.of(site.all(Registry.KIND).stream()
                .filter(registry -> registry.get(Registry.TLS).value() != Tls.VERIFY)
                .map(registry -> Leaf.of(registry.get(Registry.HOST)
                        .because(registry.get(Registry.TLS).origin())))
                .toList());
    }

    private static Sequence registries(Site site) {
        return Sequence.of(site.all(Registry.KIND).stream()
                .map(registry -> Leaf.of(registry.get(Registry.HOST)))
                .toList());
    }

    private static OutputFile script(String path, Side side, String template, Mapping facts) {
        return new OutputFile(path, side, Program.BASH, new TemplatePrinter(template, Quoting.SHELL), facts);
    }

    private static OutputFile text(String path, Side side, Program reader, String template, Mapping facts) {
        return new OutputFile(path, side, reader, new TemplatePrinter(template, Quoting.PLAIN), facts);
    }

    private static Leaf text(String text, Origin origin) {
        return Leaf.text(new Fact<>(text, origin));
    }
}
