package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.site.ChartRelease;
import dev.airgapc.site.Cluster;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sites never write to one place: a bucket, a namespace of a cluster, an entry of a store of secrets. */
public final class SharedPlaces {
    public static final Code CODE = Code.error("AG0530", "shared-place");

    private SharedPlaces() {}

    /**
     * A place that two sites would share.
     *
     * @param what in a sentence: {@code bucket `results`}
     * @param first the line that leads the first site there
     * @param second the line that leads the second site there
     */
    public record Shared(String what, String remedy, Site other, Span first, Span second) {
        /** What to say at the line of the second site. */
        public Diagnostic separate() {
            return Diagnostic.of(CODE, second, sentence())
                    .related(first, "the other one is led there by this")
                    .help(remedy);
        }

        /** What to say at the {@code extends} by which the second site takes the line over. */
        public Diagnostic inherited(Span link) {
            boolean taken = first.place().equals(second.place());
            return taken
                    ? Diagnostic.of(CODE, link, sentence())
                            .related(first, "both are led there by this")
                            .help(remedy)
                    : separate();
        }

        /** As one sentence. */
        public String sentence() {
            return "this site would share " + what + " with `" + other.name() + "`";
        }
    }

    private record Claim(String what, String remedy, Span at) {}

    /** Every place that both would write to, in the order of the vocabulary. */
    public static List<Shared> between(Site first, Site second) {
        Map<String, Claim> before = claims(first);
        List<Shared> shared = new ArrayList<>();
        claims(second).forEach((place, claim) -> {
            Claim other = before.get(place);
            if (other != null) {
                shared.add(new Shared(claim.what(), claim.remedy(), first, other.at(), claim.at()));
            }
        });
        return shared;
    }

    /** What to say at the {@code extends} of a site that takes places over; of one that took the name over too, only that. */
    public static List<Diagnostic> inherited(Site base, Site site, Span link) {
        List<Shared> shared = between(base, site);
        if (shared.isEmpty() || !base.name().equals(site.name())) {
            return shared.stream().map(place -> place.inherited(link)).toList();
        }
        return List.of(Diagnostic.of(
                        CODE,
                        link,
                        "this site has the name of the one that it extends, `" + site.name() + "`, and would share "
                                + shared.get(0).what()
                                + (shared.size() == 1 ? "" : " and " + (shared.size() - 1) + " more places"))
                .related(span(base.block().get(SiteBlock.NAME)), "its name")
                .help("write `amend site { name = \"…\" }`"));
    }

    private static Map<String, Claim> claims(Site site) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        site.all(Secret.KIND).forEach(secret -> entries(secret, claims));
        site.all(ObjectStore.KIND).forEach(store -> bucket(store, claims));
        ChartRelease.all(site).forEach(release -> namespace(release.cluster(), release.namespace(), claims));
        return claims;
    }

    /** A variable belongs to whoever runs the script; every other place is one and the same for both sites. */
    private static void entries(Block<Secret> secret, Map<String, Claim> claims) {
        if (secret.get(Secret.SHARED).value()) {
            return;
        }
        List<Fact<SecretSource>> sources =
                new ArrayList<>(secret.get(Secret.FROM).stream().toList());
        Secret.FIELDS.forEach(field -> secret.get(field).ifPresent(sources::add));
        for (Fact<SecretSource> source : sources) {
            SecretSource.Place place = source.value().place();
            if (place == SecretSource.Place.VAULT
                    || place == SecretSource.Place.EXTERNAL
                    || place == SecretSource.Place.FILE) {
                claims.putIfAbsent(
                        "secret " + source.value(),
                        new Claim(
                                "the entry `" + source.value() + "`",
                                "write `\\(site.name)` in it, or `shared = true` if it is meant for both",
                                span(source)));
            }
        }
    }

    private static void bucket(Block<ObjectStore> store, Map<String, Claim> claims) {
        if (!store.get(ObjectStore.SHARED).value()) {
            Fact<String> bucket = store.get(ObjectStore.BUCKET);
            claims.putIfAbsent(
                    "bucket " + ObjectStore.address(store).value().text(),
                    new Claim(
                            "bucket `" + bucket.value() + "`",
                            "write `\\(site.name)` in it, or `shared = true` if it is meant for both",
                            span(bucket)));
        }
    }

    /** Only where the page says which cluster it is: two that ask whoever runs the script may mean two clusters. */
    private static void namespace(
            Optional<Fact<Block<Cluster>>> cluster, Fact<String> namespace, Map<String, Claim> claims) {
        cluster.flatMap(block -> block.value().get(Cluster.CONTEXT))
                .ifPresent(context -> claims.putIfAbsent(
                        "namespace " + context.value() + "/" + namespace.value(),
                        new Claim(
                                "namespace `" + namespace.value() + "` of `" + context.value() + "`",
                                "write `\\(site.name)` in `context`, or give it a `namespace` of its own",
                                span(context))));
    }

    private static Span span(Fact<?> fact) {
        return fact.origin().written().map(Origin.Written::span).orElseThrow();
    }
}
